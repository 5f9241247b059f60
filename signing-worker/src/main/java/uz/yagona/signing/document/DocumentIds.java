package uz.yagona.signing.document;

import java.util.UUID;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;

/** Reads variable {@code documentId} of a job. */
public final class DocumentIds {
  private DocumentIds() {}

  /** The id; a value that is none is a permanent failure. */
  public static UUID of(JobContext job) {
    try {
      return UUID.fromString(job.text("documentId"));
    } catch (IllegalArgumentException e) {
      throw JobException.permanent("Expected variable 'documentId' to be a UUID, but it is not");
    }
  }
}
