package uz.yagona.signing.batch;

import java.util.List;

/**
 * How far a batch is.
 *
 * @param waiting documents that are neither signed nor refused yet
 * @param refusals what was refused and why, at most 100
 */
record BatchProgress(
    long batchKey,
    boolean paused,
    int total,
    int signed,
    int refused,
    int waiting,
    List<Refusal> refusals) {

  /** A document that was refused; {@code code} is that of the BPMN error. */
  record Refusal(String documentId, String code) {}
}
