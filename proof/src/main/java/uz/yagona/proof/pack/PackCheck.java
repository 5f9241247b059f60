package uz.yagona.proof.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.yagona.proof.Digests;
import uz.yagona.proof.JournalExcerpt;
import uz.yagona.proof.PdfSignature;
import uz.yagona.proof.ProofException;
import uz.yagona.proof.Seal;
import uz.yagona.proof.Timestamp;
import uz.yagona.proof.pack.PackFinding.Kind;

/**
 * Result of checking a pack.
 *
 * @param manifest {@code null} when it cannot be read
 * @param stamp of the manifest; {@code null} when it is missing or wrong
 * @param seal of the organisation over the manifest; {@code null} when there is none or it is wrong
 * @param journal {@code null} when the pack holds no entries
 * @param documents signatures by name of the document; an empty list for an unsigned one
 * @param findings what does not fit; empty means that the pack is intact
 */
public record PackCheck(
    @Nullable Manifest manifest,
    @Nullable Timestamp stamp,
    @Nullable Seal seal,
    @Nullable JournalExcerpt journal,
    Map<String, List<PdfSignature>> documents,
    List<PackFinding> findings) {

  public boolean isIntact() {
    return findings.isEmpty();
  }

  /**
   * Checks a pack on disk.
   *
   * @param anchors roots that must be reached; empty takes those that come with the pack
   * @throws IOException when the file cannot be read
   */
  public static PackCheck of(Path path, Collection<X509Certificate> anchors) throws IOException {
    try (var file = PackFile.open(path)) {
      return new Work(file, anchors).check();
    }
  }

  private static final class Work {
    private final PackFile file;
    private final Collection<X509Certificate> anchors;
    private final List<PackFinding> findings;
    private final Map<String, PackFile.Content> present = new LinkedHashMap<>();
    private final Map<String, List<PdfSignature>> documents = new LinkedHashMap<>();

    Work(PackFile file, Collection<X509Certificate> anchors) {
      this.file = file;
      this.anchors = anchors;
      this.findings = new ArrayList<>(file.findings());
      for (var content : file.contents()) {
        if (present.putIfAbsent(content.name(), content) != null) {
          add(Kind.ADDED, content.name(), "a second file has this name");
        }
      }
    }

    PackCheck check() throws IOException {
      var manifest = manifest();
      var stamp = stamp();
      var seal = seal(manifest);
      if (manifest != null) {
        compare(manifest);
      }
      for (var content : present.values()) {
        if (content.name().startsWith(Manifest.DOCUMENTS) && content.name().endsWith(".pdf")) {
          document(content);
        }
      }
      return new PackCheck(manifest, stamp, seal, journal(), documents, List.copyOf(findings));
    }

    private void add(Kind kind, String name, String what) {
      findings.add(new PackFinding(kind, name, what));
    }

    private @Nullable Manifest manifest() throws IOException {
      var content = present.get(Manifest.NAME);
      if (content == null) {
        add(Kind.REMOVED, Manifest.NAME, "without it no file can be compared with its digest");
        return null;
      }
      try {
        return Manifest.read(file.bytes(content));
      } catch (RuntimeException e) {
        add(Kind.CHANGED, Manifest.NAME, "it cannot be read: " + e.getMessage());
        return null;
      }
    }

    private @Nullable Timestamp stamp() throws IOException {
      var manifest = present.get(Manifest.NAME);
      var token = present.get(Manifest.TIMESTAMP);
      if (token == null) {
        add(Kind.REMOVED, Manifest.TIMESTAMP, "without it the manifest may have been written anew");
        return null;
      }
      if (manifest == null) {
        return null;
      }
      try {
        return Timestamp.check(file.bytes(token), Digests.ofHex(manifest.sha256()), anchors);
      } catch (ProofException e) {
        add(
            Kind.TIMESTAMP,
            Manifest.NAME + ", " + Manifest.TIMESTAMP,
            "one of the two was changed, or the authority is not trusted: " + e.getMessage());
        return null;
      }
    }

    private @Nullable Seal seal(@Nullable Manifest manifest) throws IOException {
      var listed = present.get(Manifest.NAME);
      var content = present.get(Manifest.SEAL);
      if (content == null) {
        if (manifest != null && manifest.isSealed()) {
          add(Kind.REMOVED, Manifest.SEAL, "without it anyone may have written the manifest");
        }
        return null;
      }
      if (listed == null) {
        return null;
      }
      try {
        return Seal.check(file.bytes(content), file.bytes(listed), anchors);
      } catch (ProofException e) {
        add(
            Kind.SEAL,
            Manifest.NAME + ", " + Manifest.SEAL,
            "one of the two was changed, or the root is not trusted: " + e.getMessage());
        return null;
      }
    }

    private void compare(Manifest manifest) {
      var listed = new HashSet<String>();
      var gone = new ArrayList<Manifest.Listed>();
      for (var wanted : manifest.files()) {
        listed.add(wanted.name());
        var found = present.get(wanted.name());
        if (found == null) {
          gone.add(wanted);
        } else if (!found.sha256().equals(wanted.sha256()) || found.size() != wanted.size()) {
          add(Kind.CHANGED, wanted.name(), "its SHA-256 is not the one in the manifest");
        }
      }
      for (var found : present.values()) {
        if (!listed.contains(found.name())
            && !found.name().equals(Manifest.NAME)
            && !found.name().equals(Manifest.TIMESTAMP)
            && !found.name().equals(Manifest.SEAL)) {
          notListed(found, gone);
        }
      }
      gone.forEach(
          one -> add(Kind.REMOVED, one.name(), "the manifest lists it, but it is not there"));
    }

    private void notListed(PackFile.Content found, List<Manifest.Listed> gone) {
      var same = gone.stream().filter(one -> one.sha256().equals(found.sha256())).findFirst();
      if (same.isPresent()) {
        gone.remove(same.get());
        add(Kind.RENAMED, same.get().name(), "it is there under the name " + found.name());
      } else {
        add(Kind.ADDED, found.name(), "the manifest does not list it");
      }
    }

    private void document(PackFile.Content content) throws IOException {
      try {
        documents.put(content.name(), PdfSignature.check(file.bytes(content), anchors));
      } catch (ProofException e) {
        add(Kind.SIGNATURE, content.name(), String.valueOf(e.getMessage()));
      }
    }

    private @Nullable JournalExcerpt journal() throws IOException {
      var content = Optional.ofNullable(present.get(Manifest.JOURNAL));
      if (content.isEmpty()) {
        return null;
      }
      var text = new String(file.bytes(content.get()), StandardCharsets.UTF_8);
      var excerpt = JournalExcerpt.check(text.lines(), anchors);
      excerpt
          .findings()
          .forEach(
              one ->
                  add(
                      Kind.JOURNAL,
                      "%s, entry %d".formatted(Manifest.JOURNAL, one.fromSeq()),
                      one.kind() + ": " + one.what()));
      return excerpt;
    }
  }
}
