package uz.yagona.engine.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Facts about this node.
 *
 * @param active whether this node executes commands; another node on the same database then waits
 * @param epoch number of the take-over that made a node active
 * @param activeSince {@code null} while waiting
 */
public record Topology(
    String nodeName, boolean active, long epoch, @Nullable Instant activeSince, String version) {}
