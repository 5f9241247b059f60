package uz.yagona.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Merkle tree of RFC 6962, section 2.1, over SHA-256: proves that one entry is among many without
 * showing the others.
 */
public final class HashTree {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private HashTree() {}

  /** Root over at least one leaf. */
  public static byte[] root(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return Digests.sha256(LEAF, leaves.get(0));
    }
    var split = split(leaves.size());
    return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  /** The hashes beside the way from the leaf to the root, lowest first. */
  public static List<byte[]> path(List<byte[]> leaves, int index) {
    if (leaves.size() == 1) {
      return new ArrayList<>();
    }
    var split = split(leaves.size());
    var left = leaves.subList(0, split);
    var right = leaves.subList(split, leaves.size());
    var path = index < split ? path(left, index) : path(right, index - split);
    path.add(index < split ? root(right) : root(left));
    return path;
  }

  /**
   * The root that a leaf and its path lead to.
   *
   * @throws IllegalArgumentException when the path is not as long as it must be
   */
  public static byte[] rootFrom(byte[] leaf, long index, long size, List<byte[]> path) {
    if (size == 1) {
      if (!path.isEmpty() || index != 0) {
        throw new IllegalArgumentException("Expected a shorter path to the root");
      }
      return Digests.sha256(LEAF, leaf);
    }
    if (path.isEmpty() || index < 0 || index >= size) {
      throw new IllegalArgumentException("Expected a longer path to the root");
    }
    var split = split(size);
    var last = path.get(path.size() - 1);
    var below = path.subList(0, path.size() - 1);
    return index < split
        ? node(rootFrom(leaf, index, split, below), last)
        : node(last, rootFrom(leaf, index - split, size - split, below));
  }

  private static int split(int size) {
    return Math.toIntExact(split((long) size));
  }

  private static long split(long size) {
    return Long.highestOneBit(size - 1);
  }

  private static byte[] node(byte[] left, byte[] right) {
    return Digests.sha256(NODE, left, right);
  }
}
