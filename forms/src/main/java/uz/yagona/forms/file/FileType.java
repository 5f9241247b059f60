package uz.yagona.forms.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of file that may be uploaded. */
public enum FileType {
  PDF("application/pdf", "pdf"),
  JPG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

  private final String mediaType;
  private final String extension;

  FileType(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The extension without the dot. */
  public String extension() {
    return extension;
  }

  /** Finds by extension with or without the dot, {@code jpeg} included, or by media type. */
  public static Optional<FileType> find(String word) {
    String bare = word.toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
    String name = bare.equals("jpeg") ? "jpg" : bare;
    return Arrays.stream(values())
        .filter(type -> type.extension.equals(name) || type.mediaType.equals(name))
        .findFirst();
  }
}
