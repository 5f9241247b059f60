package uz.yagona.gateway.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;
import uz.yagona.gateway.problem.BodyTooLargeException;

/** Fails once more than the limit was read. */
final class LimitedStream extends FilterInputStream {
  private final DataSize limit;
  private long left;

  LimitedStream(InputStream in, DataSize limit) {
    super(in);
    this.limit = limit;
    this.left = limit.toBytes();
  }

  @Override
  public int read() throws IOException {
    var next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var count = super.read(buffer, offset, length);
    count(Math.max(count, 0));
    return count;
  }

  private void count(int more) throws IOException {
    left -= more;
    if (left < 0) {
      throw new BodyTooLargeException(limit);
    }
  }
}
