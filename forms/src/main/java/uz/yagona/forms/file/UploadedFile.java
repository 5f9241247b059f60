package uz.yagona.forms.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was sent, or one that was accepted before and is kept.
 *
 * @param name the sender's name for it, not to be trusted
 * @param size in bytes
 * @param content opened more than once; each caller closes its own stream
 * @param reference the store's id of a file accepted before, which is not checked again; {@code
 *     null} for a new one
 */
public record UploadedFile(String name, long size, Content content, @Nullable String reference) {
  /** The bytes, from the start each time. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  public static UploadedFile of(String name, byte[] bytes) {
    return new UploadedFile(name, bytes.length, () -> new ByteArrayInputStream(bytes), null);
  }

  /** A file that lies in the store already, under {@code reference}. */
  public static UploadedFile stored(String name, long size, String reference) {
    return new UploadedFile(name, size, InputStream::nullInputStream, reference);
  }
}
