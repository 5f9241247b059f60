package uz.yagona.forms.model;

import java.util.Set;
import uz.yagona.forms.file.FileType;

/**
 * What an upload field takes.
 *
 * @param accept the types, never empty
 * @param maxFiles 1 unless the field is {@code multiple}
 * @param maxBytes largest size of one file, in bytes
 */
public record Uploads(Set<FileType> accept, int maxFiles, long maxBytes) {
  public Uploads {
    accept = Set.copyOf(accept);
  }
}
