package uz.yagona.signing.pades;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/**
 * A prepared place for a signature.
 *
 * @param page its page, the first is 1
 * @param width in points
 * @param height in points
 */
record SignatureField(String name, int page, float width, float height) {

  /**
   * A field of the file that holds no signature yet.
   *
   * @param name of the field; {@code null} for the first one
   */
  static Optional<SignatureField> empty(byte[] pdf, @Nullable String name) {
    try (var document = Loader.loadPDF(pdf)) {
      for (var field : document.getSignatureFields()) {
        if (field.getSignature() == null
            && !field.getWidgets().isEmpty()
            && (name == null || name.equals(field.getFullyQualifiedName()))) {
          return Optional.of(of(field, document));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SignatureField of(PDSignatureField field, PDDocument document) {
    var widget = field.getWidgets().get(0);
    var place = widget.getRectangle();
    var page = document.getPages().indexOf(widget.getPage()) + 1;
    return new SignatureField(
        field.getFullyQualifiedName(), page, place.getWidth(), place.getHeight());
  }
}
