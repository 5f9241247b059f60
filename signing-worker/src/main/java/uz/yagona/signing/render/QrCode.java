package uz.yagona.signing.render;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.lowagie.text.pdf.PdfContentByte;

/** A QR code (ISO/IEC 18004) drawn as squares, so that it prints sharp at any size. */
final class QrCode {
  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  static QrCode of(String text) {
    try {
      return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("Expected a text that fits a QR code, but it does not", e);
    }
  }

  /** Draws dark runs of each row with the lower left corner at {@code x}, {@code y}. */
  void draw(PdfContentByte canvas, float x, float y, float side) {
    var module = side / modules.getWidth();
    canvas.setColorFill(Style.INK);
    for (var row = 0; row < modules.getHeight(); row++) {
      var bottom = y + side - (row + 1) * module;
      for (var column = 0; column < modules.getWidth(); column++) {
        var start = column;
        while (column < modules.getWidth() && modules.get(column, row) == 1) {
          column++;
        }
        if (column > start) {
          canvas.rectangle(x + start * module, bottom, (column - start) * module, module);
        }
      }
    }
    canvas.fill();
  }
}
