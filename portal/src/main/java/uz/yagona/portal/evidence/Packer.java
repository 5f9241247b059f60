package uz.yagona.portal.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import uz.yagona.portal.attachment.Attachment;
import uz.yagona.portal.attachment.Attachments;
import uz.yagona.portal.signing.PrintedReport;
import uz.yagona.portal.signing.SigningClient;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Purpose;
import uz.yagona.proof.Digests;
import uz.yagona.proof.Seal;
import uz.yagona.proof.Timestamp;
import uz.yagona.proof.pack.Manifest;
import uz.yagona.proof.pack.PackWriter;

/**
 * Writes packs: ingredients, files of the applicant, cover page, timestamped and sealed manifest.
 */
@Component
public class Packer {
  static final String COVER = "cover.pdf";
  private static final Logger log = LoggerFactory.getLogger(Packer.class);
  private static final long MOST_BYTES = 1L << 30;
  private static final int AT_ONCE = 4;
  private static final int NONCE_BITS = 64;
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}._ ʻʼ()-]|\\.{2,}");
  private static final int LONGEST_NAME = 60;

  private final Attachments attachments;
  private final SigningClient signing;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final SecureRandom random = new SecureRandom();

  Packer(Attachments attachments, SigningClient signing) {
    this.attachments = attachments;
    this.signing = signing;
  }

  /**
   * What goes into a pack.
   *
   * @param withheldFiles that the reader may not have
   * @param why code of why the applicant's files are withheld; empty when they are not
   */
  public record Filling(
      List<Ingredient> ingredients,
      List<Manifest.Listed> withheldFiles,
      List<Attachment> attachments,
      String why) {
    /** Nothing but these. */
    public static Filling of(List<Ingredient> ingredients) {
      return new Filling(ingredients, List.of(), List.of(), "");
    }
  }

  /** What a cover page can tell about the pack. */
  public record Contents(
      Manifest.Head head, List<Manifest.Listed> files, List<Manifest.Listed> withheld) {}

  /**
   * @throws PackTooLargeException when these files are more than 1 GB
   */
  void requireRoom(List<Attachment> files) {
    var bytes = files.stream().mapToLong(Attachment::size).sum();
    if (bytes > MOST_BYTES) {
      throw new PackTooLargeException(MOST_BYTES, bytes);
    }
  }

  /** A pack that only waits to be written. */
  public interface Ready {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Answers with a pack that the browser saves. */
  public static void send(Ready ready, String name, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    ready.writeTo(response.getOutputStream());
  }

  /** Writes a pack that holds no file of an applicant. */
  public void write(
      OutputStream out,
      Manifest.Head head,
      Filling filling,
      Function<Contents, PrintedReport> cover)
      throws IOException {
    write(out, head, filling, new Access(head.by(), Purpose.EVIDENCE, head.object()), cover);
  }

  /**
   * Writes the pack; when something fails on the way, the file ends early and no reader takes it
   * for whole.
   */
  void write(
      OutputStream out,
      Manifest.Head head,
      Filling filling,
      Access access,
      @Nullable Function<Contents, PrintedReport> cover)
      throws IOException {
    places.acquireUninterruptibly();
    try {
      var pack = new PackWriter(out, head);
      for (var one : filling.ingredients()) {
        pack.add(one.name(), one.content());
      }
      filling
          .withheldFiles()
          .forEach(one -> pack.withhold(one.name(), one.size(), one.sha256(), one.why()));
      for (var file : filling.attachments()) {
        attachment(pack, file, filling.why(), access);
      }
      if (cover != null) {
        var contents = new Contents(head, pack.files(), pack.withheld());
        pack.add(COVER, signing.print(cover.apply(contents)));
      }
      pack.finish(this::timestamp, this::seal);
    } finally {
      places.release();
    }
  }

  private void attachment(PackWriter pack, Attachment file, String why, Access access)
      throws IOException {
    var name = "attachments/" + file.attachmentId().toString();
    if (!why.isEmpty()) {
      pack.withhold(name, file.size(), file.sha256(), why);
      return;
    }
    var content = attachments.read(file, access);
    if (!Digests.hex(Digests.sha256(content)).equals(file.sha256())) {
      throw new IOException(
          "Expected attachment %s with its digest on record, but found another"
              .formatted(file.attachmentId()));
    }
    pack.add(attachmentName(file), content);
  }

  /** Name of an applicant's file in the pack. */
  static String attachmentName(Attachment file) {
    return "attachments/%s-%s".formatted(file.attachmentId(), safe(file.name()));
  }

  /** Letters, digits and a few signs, the end of a long name. */
  static String safe(String name) {
    var cleaned = UNSAFE.matcher(name).replaceAll("_");
    return cleaned.substring(Math.max(0, cleaned.length() - LONGEST_NAME));
  }

  /** A seal that our own check refuses would spoil the pack; without a certificate it has none. */
  private Optional<byte[]> seal(byte[] manifest) {
    var seal = signing.seal(manifest);
    if (seal.isEmpty()) {
      log.warn("A pack has no seal: the desk has issued none to the installation, or it has ended");
    }
    seal.ifPresent(one -> Seal.check(one, manifest, new ArrayList<>()));
    return seal;
  }

  private byte[] timestamp(byte[] sha256) {
    var request = Timestamp.request(sha256, new BigInteger(NONCE_BITS, random));
    var token = Timestamp.token(signing.timestamp(request));
    Timestamp.check(token, sha256, new ArrayList<>());
    return token;
  }
}
