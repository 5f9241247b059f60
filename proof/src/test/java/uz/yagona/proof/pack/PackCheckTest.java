package uz.yagona.proof.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.yagona.proof.Journals;
import uz.yagona.proof.TestAuthority;
import uz.yagona.proof.pack.PackFinding.Kind;

class PackCheckTest {
  private static final Map<String, byte[]> FILES = Packs.files();
  private static final byte[] PACK = Packs.written(FILES);

  @TempDir Path folder;

  @Test
  void shouldProveAnUntouchedPack() throws IOException {
    var check = PackCheck.of(saved(PACK), List.of(Packs.AUTHORITY.root()));
    assertThat(check.findings()).isEmpty();
    assertThat(PackReport.lines(check, true))
        .contains("pack: case of request:1", "files: 6", "INTACT")
        .anyMatch(line -> line.startsWith("withheld: attachments/plan.pdf (PERSONAL), SHA-256 "))
        .anyMatch(line -> line.startsWith("  the manifest existed at 2026-11-25T12:00:10Z, by "))
        .anyMatch(
            line ->
                line.startsWith(
                    "  the manifest was sealed, timestamped 2026-11-25T12:00:11Z, by "
                        + "CN=Test official"))
        .anyMatch(line -> line.startsWith("  journal: 4 entries, 0 findings"))
        .anyMatch(
            line ->
                line.startsWith(
                    "  documents/d-28.pdf: a signature covers the whole file, timestamped "
                        + "2026-11-25T12:00:00Z, by CN=Test official"));
  }

  @Test
  void shouldBeReadByOrdinaryTools() throws IOException {
    assertThat(unzipped(PACK)).containsOnlyKeys(namesWithManifest());
  }

  @Test
  void shouldNameAnyChangedByte() throws IOException {
    var places = places();
    for (var place = 0; place < PACK.length; place += places.get(place) == null ? 1 : 31) {
      var changed = PACK.clone();
      changed[place] ^= (byte) (1 << place % 8);
      var findings = findings(changed);
      var name = places.get(place);
      assertThat(findings).as("byte %d of %s", place, name).isNotEmpty();
      if (name != null) {
        assertThat(findings)
            .as("byte %d of %s", place, name)
            .anyMatch(one -> one.name().contains(name));
      }
    }
  }

  @Test
  void shouldNameARemovedFile() throws IOException {
    for (var name : namesWithManifest()) {
      var rest = unzipped(PACK);
      rest.remove(name);
      assertThat(findings(Packs.zipped(rest)))
          .filteredOn(one -> one.kind() == Kind.REMOVED)
          .extracting(PackFinding::name)
          .containsExactly(name);
    }
  }

  @Test
  void shouldNameAnAddedFile() throws IOException {
    for (var seed = 0; seed < 20; seed++) {
      var more = unzipped(PACK);
      var name = "documents/more-%d.txt".formatted(new Random(seed).nextInt(1000));
      more.put(name, new byte[seed]);
      more.put(name, new byte[seed + 1]);
      assertThat(findings(Packs.zipped(more)))
          .filteredOn(one -> one.kind() != Kind.CONTAINER)
          .extracting(PackFinding::kind, PackFinding::name)
          .containsExactly(tuple(Kind.ADDED, name));
    }
  }

  @Test
  void shouldNameARenamedFile() throws IOException {
    for (var name : FILES.keySet()) {
      var renamed = unzipped(PACK);
      renamed.put("elsewhere/x", renamed.remove(name));
      assertThat(findings(Packs.zipped(renamed)))
          .filteredOn(one -> one.kind() != Kind.CONTAINER)
          .extracting(PackFinding::kind, PackFinding::name)
          .containsExactly(tuple(Kind.RENAMED, name));
    }
  }

  @Test
  void shouldSayThatAnUnchangedPackWasPackedAnew() throws IOException {
    assertThat(findings(Packs.zipped(unzipped(PACK))))
        .isNotEmpty()
        .allMatch(one -> one.kind() == Kind.CONTAINER);
  }

  @Test
  void shouldNameBytesBehindTheEnd() throws IOException {
    var longer = java.util.Arrays.copyOf(PACK, PACK.length + 1);
    assertThat(findings(longer))
        .extracting(PackFinding::kind, PackFinding::name)
        .containsExactly(tuple(Kind.CONTAINER, "end of the ZIP"));
  }

  @Test
  void shouldNameAManifestThatWasWrittenAnew() throws IOException {
    var forged = new LinkedHashMap<>(FILES);
    forged.put("case/request.json", "{}".getBytes(StandardCharsets.UTF_8));
    var parts = unzipped(Packs.written(forged));
    parts.put(Manifest.TIMESTAMP, unzipped(PACK).get(Manifest.TIMESTAMP));
    assertThat(findings(Packs.zipped(parts)))
        .filteredOn(one -> one.kind() != Kind.CONTAINER)
        .extracting(PackFinding::kind)
        .containsExactly(Kind.TIMESTAMP);
  }

  @Test
  void shouldSeeThatAnotherSealedTheManifest() throws IOException {
    // given a pack that was written anew, with a timestamp that anyone can have
    var forged = new LinkedHashMap<>(FILES);
    forged.put("case/request.json", "{}".getBytes(StandardCharsets.UTF_8));
    var parts = unzipped(Packs.written(forged));
    var manifest = parts.get(Manifest.NAME);
    parts.put(Manifest.SEAL, new TestAuthority().sign(manifest, Journals.NOON));
    // then
    var check = PackCheck.of(saved(Packs.zipped(parts)), List.of(Packs.AUTHORITY.root()));
    assertThat(check.findings())
        .filteredOn(one -> one.kind() != Kind.CONTAINER)
        .extracting(PackFinding::kind)
        .containsExactly(Kind.SEAL);
    assertThat(PackReport.lines(check, true))
        .anyMatch(line -> line.startsWith("  who made the pack: it has no valid seal"));
    // and the seal of the true pack does not fit either
    parts.put(Manifest.SEAL, unzipped(PACK).get(Manifest.SEAL));
    assertThat(findings(Packs.zipped(parts)))
        .filteredOn(one -> one.kind() != Kind.CONTAINER)
        .extracting(PackFinding::kind)
        .containsExactly(Kind.SEAL);
  }

  @Test
  void shouldReadAPackOfTheFormatWithoutSealAndSaySo() throws IOException {
    var parts = unzipped(PACK);
    var text = new String(parts.get(Manifest.NAME), StandardCharsets.UTF_8);
    var manifest = text.replace("yagona-evidence/2", "yagona-evidence/1");
    var bytes = manifest.getBytes(StandardCharsets.UTF_8);
    parts.put(Manifest.NAME, bytes);
    parts.put(
        Manifest.TIMESTAMP,
        Packs.AUTHORITY.token(uz.yagona.proof.Digests.sha256(bytes), Journals.NOON));
    parts.remove(Manifest.SEAL);

    var check = PackCheck.of(saved(Packs.zipped(parts)), List.of());

    assertThat(check.findings()).allMatch(one -> one.kind() == Kind.CONTAINER);
    assertThat(PackReport.lines(check, false))
        .anyMatch(line -> line.startsWith("  who made the pack: it has no valid seal"));
  }

  @Test
  void shouldRefuseAForgeryUnderAnotherRoot() throws IOException {
    var check = PackCheck.of(saved(PACK), List.of(new TestAuthority().root()));
    assertThat(check.findings())
        .extracting(PackFinding::kind)
        .contains(Kind.TIMESTAMP, Kind.JOURNAL, Kind.SIGNATURE);
  }

  @Test
  void shouldRefuseNamesThatLeadOutOfThePack() {
    var writer =
        new PackWriter(
            java.io.OutputStream.nullOutputStream(),
            new Manifest.Head("case", "request:1", Journals.NOON, "a", "COURT"));
    for (var name : List.of("../x", "/etc/passwd", "a\\b", "", "manifest.jsonl", "a\nb")) {
      assertThatThrownBy(() -> writer.add(name, new byte[0]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Expected a new name inside the pack");
    }
  }

  @Test
  void shouldSayThatAnythingElseIsNoPack() throws IOException {
    assertThat(findings("no pack".getBytes(StandardCharsets.UTF_8)))
        .extracting(PackFinding::kind)
        .contains(Kind.CONTAINER, Kind.REMOVED);
  }

  /** The file that a byte of the pack belongs to; {@code null} for the directory at its end. */
  private static List<String> places() {
    var places = new ArrayList<String>();
    var all = namesWithManifest();
    var text = new String(PACK, StandardCharsets.ISO_8859_1);
    var starts = new ArrayList<Integer>();
    for (var at = text.indexOf("PK\3\4"); at >= 0; at = text.indexOf("PK\3\4", at + 1)) {
      starts.add(at);
    }
    assertThat(starts).hasSameSizeAs(all);
    var directory = text.indexOf("PK\1\2");
    var file = -1;
    for (var place = 0; place < PACK.length; place++) {
      if (file + 1 < starts.size() && starts.get(file + 1) == place) {
        file++;
      }
      var isHeader =
          place < starts.get(file) + 30 + all.get(file).getBytes(StandardCharsets.UTF_8).length;
      places.add(place >= directory || isHeader ? null : all.get(file));
    }
    return places;
  }

  private static List<String> namesWithManifest() {
    var names = new ArrayList<>(FILES.keySet());
    names.add(Manifest.NAME);
    names.add(Manifest.TIMESTAMP);
    names.add(Manifest.SEAL);
    return names;
  }

  private List<PackFinding> findings(byte[] pack) throws IOException {
    return PackCheck.of(saved(pack), List.of()).findings();
  }

  private Path saved(byte[] pack) throws IOException {
    return Files.write(folder.resolve("pack.zip"), pack);
  }

  private static Map<String, byte[]> unzipped(byte[] pack) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
