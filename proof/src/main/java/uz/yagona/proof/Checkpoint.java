package uz.yagona.proof;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The state of the journal at one moment, which a timestamp fixes.
 *
 * @param firstSeq first entry since the checkpoint before
 * @param seq last entry
 * @param headHash hash of the last entry
 * @param treeHash root of the {@link HashTree} over the hashes of these entries
 * @param previous digest of the checkpoint before; {@link Entry#genesis()} of the first
 * @param token RFC 3161 timestamp of {@link #digest()}; {@code null} while there is none
 */
public record Checkpoint(
    long firstSeq,
    long seq,
    byte[] headHash,
    byte[] treeHash,
    byte[] previous,
    byte @Nullable [] token) {

  /** What the timestamp is over: SHA-256 of six lines of text, each ended by a line feed. */
  public byte[] digest() {
    var text =
        "yagona-checkpoint/1\n%d\n%d\n%s\n%s\n%s\n"
            .formatted(
                firstSeq, seq, Digests.hex(headHash), Digests.hex(treeHash), Digests.hex(previous));
    return Digests.sha256(text.getBytes(StandardCharsets.US_ASCII));
  }

  public long size() {
    return seq - firstSeq + 1;
  }
}
