package uz.yagona.forms.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about one uploaded file: its size, what its content is, and whether its name says the
 * same.
 */
public final class FileCheck {
  public static final long MEGABYTE = 1024L * 1024L;
  public static final int MAX_MEGABYTES = 20;
  public static final int MAX_FILES = 10;

  private FileCheck() {}

  /** Why a file is refused. */
  public enum Fault {
    EMPTY,
    SIZE,
    TYPE,
    EXTENSION;

    /**
     * Key of the text: {@code file.empty}, {@code file.size}, {@code file.type} or {@code
     * file.extension}.
     */
    public String code() {
      return "file." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Exactly one of the two is there. */
  public record Verdict(@Nullable AcceptedFile accepted, @Nullable Fault fault) {}

  /**
   * Checks a file; opens the content and closes it again. One that lies in the store already is
   * taken as it is.
   *
   * @param maxBytes largest size
   */
  public static Verdict check(UploadedFile file, Set<FileType> accept, long maxBytes) {
    if (file.reference() != null) {
      return new Verdict(accepted(file, file.name(), null), null);
    }
    if (file.size() == 0) {
      return new Verdict(null, Fault.EMPTY);
    }
    if (file.size() > maxBytes) {
      return new Verdict(null, Fault.SIZE);
    }
    FileType type = typeOf(file).filter(accept::contains).orElse(null);
    if (type == null) {
      return new Verdict(null, Fault.TYPE);
    }
    return FileType.find(FileNames.extension(file.name())).filter(type::equals).isPresent()
        ? new Verdict(accepted(file, FileNames.clean(file.name(), type), type), null)
        : new Verdict(null, Fault.EXTENSION);
  }

  /** The type told from the content, or empty for any other; the name plays no part. */
  public static Optional<FileType> typeOf(UploadedFile file) {
    try {
      return FileSignature.typeOf(file.content());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AcceptedFile accepted(UploadedFile file, String name, @Nullable FileType type) {
    return new AcceptedFile(name, type, file.size(), file.content(), file.reference());
  }
}
