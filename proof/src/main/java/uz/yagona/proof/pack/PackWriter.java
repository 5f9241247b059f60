package uz.yagona.proof.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import uz.yagona.proof.Digests;

/** Writes a pack file by file; nothing but the file at hand is kept in memory. */
public final class PackWriter {
  private static final int MOST_FILES = 65_000;
  private static final long MOST_BYTES = Integer.MAX_VALUE;
  private static final int LONGEST_NAME = 255;

  private final OutputStream out;
  private final Manifest.Head head;
  private final List<Layout.Part> parts = new ArrayList<>();
  private final List<Manifest.Listed> files = new ArrayList<>();
  private final List<Manifest.Listed> withheld = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private long offset;

  public PackWriter(OutputStream out, Manifest.Head head) {
    this.out = out;
    this.head = head;
  }

  /**
   * Adds a file.
   *
   * @param name path with {@code /}, at most 255 bytes in UTF-8
   * @throws IllegalArgumentException when the name is there already or leads out of the pack
   * @throws IllegalStateException when the pack would have more than 65,000 files or 2 GB
   */
  public void add(String name, byte[] content) throws IOException {
    requireGood(name);
    files.add(new Manifest.Listed(name, content.length, Digests.hex(Digests.sha256(content)), ""));
    write(name, content);
  }

  /** Notes a file that the reader may not have, by its digest alone. */
  public void withhold(String name, long size, String sha256, String why) {
    requireGood(name);
    withheld.add(new Manifest.Listed(name, size, sha256, why));
  }

  /** The files so far, in order, for a table of contents. */
  public List<Manifest.Listed> files() {
    return List.copyOf(files);
  }

  /** The files that were withheld so far. */
  public List<Manifest.Listed> withheld() {
    return List.copyOf(withheld);
  }

  /**
   * Adds manifest, timestamp and seal and ends the pack; the stream stays open.
   *
   * @param timestamp gives the RFC 3161 token of a SHA-256 digest
   * @param seal gives the organisation's seal over the manifest; empty when it has none, which the
   *     pack then says of itself
   */
  public void finish(UnaryOperator<byte[]> timestamp, Function<byte[], Optional<byte[]>> seal)
      throws IOException {
    var sealed = new Manifest(head, files, withheld, true).bytes();
    var sealing = seal.apply(sealed);
    var manifest =
        sealing.isPresent() ? sealed : new Manifest(head, files, withheld, false).bytes();
    write(Manifest.NAME, manifest);
    write(Manifest.TIMESTAMP, timestamp.apply(Digests.sha256(manifest)));
    if (sealing.isPresent()) {
      write(Manifest.SEAL, sealing.get());
    }
    for (var part : parts) {
      out.write(Layout.directoryEntry(part));
    }
    out.write(Layout.end(parts));
    out.flush();
  }

  private void write(String name, byte[] content) throws IOException {
    var crc = new CRC32();
    crc.update(content);
    var part = new Layout.Part(name, offset, content.length, (int) crc.getValue());
    if (parts.size() == MOST_FILES || part.end() > MOST_BYTES) {
      throw new IllegalStateException(
          "Expected at most %d files and %d bytes in a pack, but there are more"
              .formatted(MOST_FILES, MOST_BYTES));
    }
    parts.add(part);
    out.write(Layout.header(part));
    out.write(content);
    offset = part.end();
  }

  private void requireGood(String name) {
    var isSafe =
        !name.isEmpty()
            && !name.startsWith("/")
            && !name.contains("..")
            && !name.contains("\\")
            && name.chars().noneMatch(Character::isISOControl)
            && new Layout.Part(name, 0, 0, 0).encodedName().length <= LONGEST_NAME;
    if (!isSafe || name.startsWith("manifest.") || !names.add(name)) {
      throw new IllegalArgumentException(
          "Expected a new name inside the pack, but found '%s'".formatted(name));
    }
  }
}
