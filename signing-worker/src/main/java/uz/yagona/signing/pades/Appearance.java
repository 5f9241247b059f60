package uz.yagona.signing.pades;

import eu.europa.esig.dss.enumerations.ImageScaling;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignerTextPosition;
import eu.europa.esig.dss.enumerations.SignerTextVerticalAlignment;
import eu.europa.esig.dss.enumerations.TextWrapping;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What a reader sees in the signature field: a seal and lines of text. */
final class Appearance {
  private static final Color ACCENT = new Color(0x12, 0x3f, 0x6d);
  private static final Color INK = new Color(0x1c, 0x1c, 0x1c);
  private static final int SEAL_SIDE = 240;
  private static final int FONT_SIZE = 9;
  private static final float PADDING = 5;
  private static final byte[] FONT = font();
  private static final byte[] SEAL = seal();

  private Appearance() {}

  /** The parameters that fill {@code field} with {@code text}. */
  static SignatureImageParameters of(SignatureField field, String text) {
    var image = new SignatureImageParameters();
    image.setImage(new InMemoryDocument(SEAL, "seal.png", MimeTypeEnum.PNG));
    image.setImageScaling(ImageScaling.ZOOM_AND_CENTER);
    image.setBackgroundColor(Color.WHITE);
    image.setTextParameters(text(text));
    var place = image.getFieldParameters();
    place.setFieldId(field.name());
    place.setPage(field.page());
    place.setWidth(field.width());
    place.setHeight(field.height());
    return image;
  }

  private static SignatureImageTextParameters text(String text) {
    var parameters = new SignatureImageTextParameters();
    var font = new DSSFileFont(new InMemoryDocument(FONT, "NotoSans-Regular.ttf"));
    font.setEmbedFontSubset(true);
    font.setSize(FONT_SIZE);
    parameters.setFont(font);
    parameters.setText(text);
    parameters.setTextColor(INK);
    parameters.setBackgroundColor(Color.WHITE);
    parameters.setPadding(PADDING);
    parameters.setTextWrapping(TextWrapping.FILL_BOX_AND_LINEBREAK);
    parameters.setSignerTextPosition(SignerTextPosition.RIGHT);
    parameters.setSignerTextVerticalAlignment(SignerTextVerticalAlignment.MIDDLE);
    return parameters;
  }

  private static byte[] font() {
    try (var in = Appearance.class.getResourceAsStream("/fonts/NotoSans-Regular.ttf")) {
      if (in == null) {
        throw new IllegalStateException("Expected the font Noto Sans, but it is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A ring with a check mark, opaque: transparency would need more than PDF/A-2 readers agree on.
   */
  private static byte[] seal() {
    var image = new BufferedImage(SEAL_SIDE, SEAL_SIDE, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, SEAL_SIDE, SEAL_SIDE);
    graphics.setColor(ACCENT);
    graphics.setStroke(new BasicStroke(10));
    graphics.draw(new Ellipse2D.Float(42, 42, 156, 156));
    graphics.setStroke(new BasicStroke(3));
    graphics.draw(new Ellipse2D.Float(28, 28, 184, 184));
    graphics.setStroke(new BasicStroke(17, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    var mark = new Path2D.Float();
    mark.moveTo(84, 122);
    mark.lineTo(110, 148);
    mark.lineTo(158, 94);
    graphics.draw(mark);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
