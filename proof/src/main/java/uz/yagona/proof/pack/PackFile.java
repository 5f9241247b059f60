package uz.yagona.proof.pack;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A pack on disk. It is read as {@link Layout} writes it; when somebody has packed it anew or
 * damaged it, by the JDK's reader, so that the contents are checked all the same.
 */
final class PackFile implements Closeable {
  private static final long MOST_IN_MEMORY = 256L << 20;
  private static final long MOST_UNPACKED = 4L << 30;

  private final Path path;
  private final RandomAccessFile file;
  private final List<PackFinding> findings = new ArrayList<>();
  private final List<Content> contents = new ArrayList<>();

  /** A file inside; {@code sha256} is hexadecimal. */
  record Content(String name, long size, String sha256, Source source) {}

  /** Opens the bytes of a file inside. */
  interface Source {
    void copyTo(OutputStream out) throws IOException;
  }

  private PackFile(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  static PackFile open(Path path) throws IOException {
    var opened = new PackFile(path, new RandomAccessFile(path.toFile(), "r"));
    opened.read();
    return opened;
  }

  /** What does not fit in the ZIP itself. */
  List<PackFinding> findings() {
    return findings;
  }

  List<Content> contents() {
    return contents;
  }

  /**
   * The bytes of a file.
   *
   * @throws IOException also when it has more than 256 MB
   */
  byte[] bytes(Content content) throws IOException {
    if (content.size() > MOST_IN_MEMORY) {
      throw new IOException(
          "Expected %s to have at most %d bytes, but it has %d"
              .formatted(content.name(), MOST_IN_MEMORY, content.size()));
    }
    var bytes = new ByteArrayOutputStream();
    content.source().copyTo(bytes);
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void read() throws IOException {
    var parts = walk();
    for (var part : parts) {
      add(part.name(), stored(part));
    }
    if (isAsWritten(parts)) {
      return;
    }
    var unpacked = unpacked();
    if (!unpacked.isEmpty()) {
      contents.clear();
      for (var entry : unpacked.entrySet()) {
        add(entry.getKey(), entry.getValue());
      }
    }
  }

  /** Headers one after the other, as far as they are what they must be. */
  private List<Layout.Part> walk() throws IOException {
    var parts = new ArrayList<Layout.Part>();
    var offset = 0L;
    while (offset + Layout.LOCAL_HEADER <= file.length()) {
      var header = Layout.buffer(Layout.LOCAL_HEADER).put(slice(offset, Layout.LOCAL_HEADER));
      header.flip();
      if (header.getInt(0) != Layout.LOCAL_SIGNATURE) {
        break;
      }
      var nameLength = Short.toUnsignedInt(header.getShort(26));
      var size = Integer.toUnsignedLong(header.getInt(22));
      var end = offset + Layout.LOCAL_HEADER + nameLength + size;
      if (end > file.length()) {
        break;
      }
      var name =
          new String(slice(offset + Layout.LOCAL_HEADER, nameLength), StandardCharsets.UTF_8);
      parts.add(new Layout.Part(name, offset, size, header.getInt(14)));
      offset = Math.max(end, offset + 1);
    }
    return parts;
  }

  /** Compares every byte outside the contents with what {@link Layout} would write. */
  private boolean isAsWritten(List<Layout.Part> parts) throws IOException {
    var before = findings.size();
    var rest = parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end();
    for (var part : parts) {
      if (!has(part.offset(), Layout.header(part)) || crc(part) != part.crc()) {
        container(part.name(), "its header or checksum in the ZIP is not the one that was written");
      }
    }
    for (var part : parts) {
      var entry = Layout.directoryEntry(part);
      if (!has(rest, entry)) {
        container(part.name(), "the directory of the ZIP does not name it as it was written");
        rest = -1;
        break;
      }
      rest += entry.length;
    }
    var end = Layout.end(parts);
    if (rest >= 0 && (!has(rest, end) || file.length() != rest + end.length)) {
      container("end of the ZIP", "it is not the one that was written");
    }
    return findings.size() == before;
  }

  private void container(String name, String what) {
    findings.add(new PackFinding(PackFinding.Kind.CONTAINER, name, what));
  }

  private boolean has(long offset, byte[] wanted) throws IOException {
    return offset + wanted.length <= file.length()
        && Arrays.equals(wanted, slice(offset, wanted.length));
  }

  private byte[] slice(long offset, int length) throws IOException {
    var bytes = new byte[(int) Math.max(0, Math.min(length, file.length() - offset))];
    file.seek(offset);
    file.readFully(bytes);
    return bytes;
  }

  private int crc(Layout.Part part) throws IOException {
    var counter = new Counter();
    stored(part).copyTo(counter);
    return (int) counter.crc.getValue();
  }

  private Source stored(Layout.Part part) {
    return out -> {
      var buffer = new byte[1 << 16];
      file.seek(part.contentOffset());
      for (var left = part.size(); left > 0; ) {
        var read = file.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new EOFException("Expected more bytes of " + part.name());
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    };
  }

  /** What the JDK's reader finds; of two files with one name, the first. */
  private Map<String, Source> unpacked() throws IOException {
    var found = new LinkedHashMap<String, Source>();
    try (var zip = new ZipFile(path.toFile())) {
      zip.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(entry -> found.merge(entry.getName(), unpacked(entry), (one, other) -> one));
    } catch (IOException | IllegalArgumentException e) {
      container("directory of the ZIP", "no reader can open it: " + e.getMessage());
    }
    return found;
  }

  private Source unpacked(ZipEntry entry) {
    return out -> {
      try (var zip = new ZipFile(path.toFile());
          var in = zip.getInputStream(entry)) {
        copy(in, out);
      }
    };
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    var buffer = new byte[1 << 16];
    var total = 0L;
    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      total += read;
      if (total > MOST_UNPACKED) {
        throw new IOException("Expected at most %d bytes in a file".formatted(MOST_UNPACKED));
      }
      out.write(buffer, 0, read);
    }
  }

  /** Reads the file once; one that cannot be read is named and left out. */
  private void add(String name, Source source) {
    try {
      var counter = new Counter();
      var digest = MessageDigest.getInstance("SHA-256");
      source.copyTo(new DigestOutputStream(counter, digest));
      var sha256 = HexFormat.of().formatHex(digest.digest());
      contents.add(new Content(name, counter.size, sha256, source));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      findings.add(
          new PackFinding(
              PackFinding.Kind.UNREADABLE, name, "its bytes cannot be read: " + e.getMessage()));
    }
  }

  /** Counts bytes, and their CRC-32, and keeps none. */
  private static final class Counter extends OutputStream {
    private final CRC32 crc = new CRC32();
    private long size;

    @Override
    public void write(int octet) {
      crc.update(octet);
      size++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      crc.update(bytes, from, length);
      size += length;
    }
  }
}
