package uz.yagona.portal.cabinet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uz.yagona.forms.Language;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.journal.JournalEntry;
import uz.yagona.portal.naming.Names;
import uz.yagona.portal.request.Request;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Users;

/** "Who looked at my data": reads of the own values with body, role and purpose. */
@Controller
class MyDataController {
  private static final int SHOWN = 200;
  private static final String PREFIX = "request:";

  private final Journal journal;
  private final Users users;
  private final Names names;
  private final Requests requests;

  MyDataController(Journal journal, Users users, Names names, Requests requests) {
    this.journal = journal;
    this.users = users;
    this.names = names;
    this.requests = requests;
  }

  /**
   * A read of personal values.
   *
   * @param who body and position of an official, "you", or the system
   * @param purpose word of {@code word.purpose.*}
   */
  record Read(
      Instant at, String who, @Nullable String purpose, @Nullable Request request, String action) {}

  @GetMapping("/my-data")
  String show(PortalUser user, Language language, Model model) {
    var entries = journal.readsOf(user.subjectId(), SHOWN);
    var ids = entries.stream().flatMap(entry -> requestId(entry).stream()).distinct().toList();
    var known = requests.findAll(ids);
    var readers = new HashMap<String, String>();
    model.addAttribute("reads", reads(entries, known, readers, user, language));
    return "portal/cabinet/my-data";
  }

  /** One line for what somebody read for one purpose within a minute. */
  private List<Read> reads(
      List<JournalEntry> entries,
      Map<UUID, Request> known,
      Map<String, String> readers,
      PortalUser self,
      Language language) {
    return entries.stream()
        .map(
            entry ->
                new Read(
                    entry.at().truncatedTo(ChronoUnit.MINUTES),
                    readers.computeIfAbsent(entry.actor(), actor -> reader(actor, self, language)),
                    entry.detail().get("purpose"),
                    requestId(entry).map(known::get).orElse(null),
                    entry.action()))
        .distinct()
        .toList();
  }

  private String reader(String actor, PortalUser self, Language language) {
    if (actor.equals(self.userName())) {
      return "";
    }
    var official = users.find(actor);
    return official
        .map(PortalUser::post)
        .map(
            post ->
                "%s, %s"
                    .formatted(names.body(post.body()).in(language), post.position().in(language)))
        .orElseGet(
            () ->
                names
                    .role(official.isPresent() ? firstRole(official.get()) : "SYSTEM")
                    .in(language));
  }

  private static String firstRole(PortalUser user) {
    return user.roles().stream().map(Enum::name).sorted().findFirst().orElse("SYSTEM");
  }

  private static Optional<UUID> requestId(JournalEntry entry) {
    return Stream.of(entry.object())
        .filter(object -> object.startsWith(PREFIX))
        .map(object -> UUID.fromString(object.substring(PREFIX.length())))
        .findFirst();
  }
}
