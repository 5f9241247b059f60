package uz.yagona.proof;

/**
 * What the chain needs of an entry, so that journals of millions fit into memory.
 *
 * @param isWhole whether the stated hash is that of the content
 */
public record Link(long seq, boolean isWhole, byte[] prevHash, byte[] hash) {
  public static Link of(Entry entry) {
    return new Link(entry.seq(), entry.isWhole(), entry.prevHash(), entry.hash());
  }
}
