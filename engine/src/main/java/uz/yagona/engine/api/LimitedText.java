package uz.yagona.engine.api;

import java.io.IOException;
import java.io.Writer;

/** A text of so many characters at most; it refuses more. */
final class LimitedText extends Writer {
  private final int limit;
  private final StringBuilder text = new StringBuilder();
  private boolean exceeded;

  LimitedText(int limit) {
    this.limit = limit;
  }

  boolean isExceeded() {
    return exceeded;
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    if (length > limit - text.length()) {
      exceeded = true;
      throw new IOException("Expected at most %d characters, but there are more".formatted(limit));
    }
    text.append(characters, offset, length);
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  @Override
  public void close() {
    // nothing is open
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
