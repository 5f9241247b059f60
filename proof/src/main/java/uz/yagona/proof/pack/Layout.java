package uz.yagona.proof.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The ZIP of a pack (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16): files are stored, not
 * deflated, all dates are the same, and there is nothing optional. So names, contents and their
 * order determine every byte, and one that was changed anywhere can be named.
 */
final class Layout {
  static final int LOCAL_HEADER = 30;
  static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int DIRECTORY_SIGNATURE = 0x02014b50;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int DIRECTORY_ENTRY = 46;
  private static final int END = 22;
  private static final short VERSION = 10;
  private static final short UTF_8 = 0x0800;
  private static final short STORED = 0;
  private static final short FIRST_OF_1980 = 0x21;

  private Layout() {}

  /** A file as the ZIP knows it; {@code offset} is that of its header. */
  record Part(String name, long offset, long size, int crc) {
    byte[] encodedName() {
      return name.getBytes(StandardCharsets.UTF_8);
    }

    long contentOffset() {
      return offset + LOCAL_HEADER + encodedName().length;
    }

    long end() {
      return contentOffset() + size;
    }
  }

  static byte[] header(Part part) {
    var name = part.encodedName();
    var header = buffer(LOCAL_HEADER + name.length).putInt(LOCAL_SIGNATURE);
    common(header, part, name);
    return bytes(header.put(name));
  }

  private static void common(ByteBuffer header, Part part, byte[] name) {
    header
        .putShort(VERSION)
        .putShort(UTF_8)
        .putShort(STORED)
        .putShort((short) 0)
        .putShort(FIRST_OF_1980)
        .putInt(part.crc())
        .putInt((int) part.size())
        .putInt((int) part.size())
        .putShort((short) name.length)
        .putShort((short) 0);
  }

  static byte[] directoryEntry(Part part) {
    var name = part.encodedName();
    var entry = buffer(DIRECTORY_ENTRY + name.length).putInt(DIRECTORY_SIGNATURE).putShort(VERSION);
    common(entry, part, name);
    entry.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    return bytes(entry.putInt((int) part.offset()).put(name));
  }

  /** What closes the ZIP, after the directory entries of all parts. */
  static byte[] end(List<Part> parts) {
    var offset = parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end();
    var size = parts.stream().mapToInt(part -> DIRECTORY_ENTRY + part.encodedName().length).sum();
    var end = buffer(END).putInt(END_SIGNATURE).putShort((short) 0).putShort((short) 0);
    end.putShort((short) parts.size()).putShort((short) parts.size());
    return bytes(end.putInt(size).putInt((int) offset).putShort((short) 0));
  }

  private static byte[] bytes(ByteBuffer full) {
    var bytes = new byte[full.flip().remaining()];
    full.get(bytes);
    return bytes;
  }

  static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
