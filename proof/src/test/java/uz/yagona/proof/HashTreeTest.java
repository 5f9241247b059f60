package uz.yagona.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashTreeTest {
  /** From the test vectors of RFC 6962's reference log: leaves "" and 00. */
  @Test
  void shouldBuildTheRootsOfCertificateTransparency() {
    var leaves = List.of(new byte[0], new byte[] {0});
    assertThat(Digests.hex(HashTree.root(leaves.subList(0, 1))))
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    assertThat(Digests.hex(HashTree.root(leaves)))
        .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
  }

  @Test
  void shouldLeadEachLeafAndNoOtherToTheRoot() {
    for (var size = 1; size < 20; size++) {
      var leaves = new ArrayList<byte[]>();
      for (var i = 0; i < size; i++) {
        leaves.add(Digests.sha256(new byte[] {(byte) i}));
      }
      var root = HashTree.root(leaves);
      for (var i = 0; i < size; i++) {
        var path = HashTree.path(leaves, i);
        assertThat(HashTree.rootFrom(leaves.get(i), i, size, path)).isEqualTo(root);
        assertThat(HashTree.rootFrom(Digests.sha256(), i, size, path)).isNotEqualTo(root);
      }
    }
  }

  @Test
  void shouldRefuseAPathOfAnotherLength() {
    assertThatThrownBy(() -> HashTree.rootFrom(new byte[32], 0, 2, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HashTree.rootFrom(new byte[32], 0, 1, List.of(new byte[32])))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
