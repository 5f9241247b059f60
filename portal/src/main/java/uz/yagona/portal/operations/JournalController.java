package uz.yagona.portal.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.journal.JournalProof;
import uz.yagona.portal.user.PortalUser;

/** The journal to be read and verified; nobody can change it. */
@Controller
class JournalController {
  private static final int PAGE_SIZE = 50;
  private static final Pattern REQUEST =
      Pattern.compile("request:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final Journal journal;
  private final JournalProof proof;

  JournalController(Journal journal, JournalProof proof) {
    this.journal = journal;
    this.proof = proof;
  }

  @GetMapping("/journal")
  String list(
      @RequestParam(defaultValue = "") String actor,
      @RequestParam(defaultValue = "") String object,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      Model model) {
    var entries = journal.page(before, PAGE_SIZE, orNull(actor), orNull(object));
    model.addAttribute("entries", entries);
    model.addAttribute("actor", actor.strip());
    model.addAttribute("object", object.strip());
    model.addAttribute("evidenceOf", requestId(object.strip()));
    model.addAttribute(
        "older", entries.size() == PAGE_SIZE ? entries.get(entries.size() - 1).seq() : null);
    return "portal/operations/journal";
  }

  /** Reads everything and changes nothing, so it may be asked for again. */
  @GetMapping("/journal/verification")
  String verify(Model model) {
    model.addAttribute("check", proof.check());
    return "portal/operations/journal-check";
  }

  /** JSON lines for {@code ./yagona verify-journal}. */
  @GetMapping("/journal/export")
  void export(PortalUser user, HttpServletResponse response) throws IOException {
    journal.write(user.userName(), Action.DOWNLOAD, "journal", Map.of("format", "jsonl"));
    proof.export(lines(response, "journal.jsonl"));
  }

  /** Public: whoever keeps a copy can tell later that the journal was not written anew. */
  @GetMapping("/checkpoints")
  void checkpoints(HttpServletResponse response) throws IOException {
    proof.publish(lines(response, "checkpoints.jsonl"));
  }

  private static PrintWriter lines(HttpServletResponse response, String name) throws IOException {
    response.setContentType("application/jsonl");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    return response.getWriter();
  }

  /** The request that is searched for, so that the page can offer its evidence. */
  private static @Nullable String requestId(String object) {
    var named = REQUEST.matcher(object);
    return named.matches() ? named.group(1) : null;
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
