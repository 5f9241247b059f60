package uz.yagona.proof.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uz.yagona.proof.Digests;
import uz.yagona.proof.Journals;
import uz.yagona.proof.SignedPdf;
import uz.yagona.proof.TestAuthority;

/** Packs of tests. */
final class Packs {
  static final TestAuthority AUTHORITY = new TestAuthority();
  static final String WITHHELD = "attachments/plan.pdf";

  private Packs() {}

  static Map<String, byte[]> files() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("models/citizen-request.bpmn", utf8("<definitions/>"));
    files.put("case/request.json", utf8("{\"number\": \"UZ-MRJ-2026-000001\"}"));
    files.put("case/ariza oʻ.txt", utf8("Oʻzbekiston"));
    files.put("case/empty", new byte[0]);
    files.put("documents/d-28.pdf", SignedPdf.of("a decision", AUTHORITY, Journals.NOON));
    files.put(Manifest.JOURNAL, utf8(Journals.excerpt(4, AUTHORITY)));
    return files;
  }

  static byte[] written(Map<String, byte[]> files) {
    var out = new ByteArrayOutputStream();
    var head =
        new Manifest.Head("case", "request:1", Journals.NOON.plusSeconds(9), "auditor", "COURT");
    var pack = new PackWriter(out, head);
    try {
      for (var file : files.entrySet()) {
        pack.add(file.getKey(), file.getValue());
      }
      pack.withhold(WITHHELD, 7, Digests.hex(Digests.sha256(new byte[7])), "PERSONAL");
      pack.finish(
          digest -> AUTHORITY.token(digest, Journals.NOON.plusSeconds(10)),
          manifest -> Optional.of(AUTHORITY.sign(manifest, Journals.NOON.plusSeconds(11))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Files by name, as any tool packs them. */
  static byte[] zipped(Map<String, byte[]> files) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
