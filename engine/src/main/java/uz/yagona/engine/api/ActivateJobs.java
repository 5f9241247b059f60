package uz.yagona.engine.api;

import java.time.Duration;
import java.util.List;

/**
 * What a worker asks for.
 *
 * @param timeout length of the lease
 * @param fetchVariables names of the variables to hand out; empty means all visible ones
 */
public record ActivateJobs(
    String type, String worker, Duration timeout, int maxJobs, List<String> fetchVariables) {}
