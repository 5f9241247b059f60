package uz.yagona.portal.evidence;

import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import uz.yagona.forms.Language;
import uz.yagona.forms.view.AnswersRenderer;
import uz.yagona.forms.view.FileLink;
import uz.yagona.portal.attachment.Attachment;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.journal.JournalEntry;
import uz.yagona.portal.naming.Names;
import uz.yagona.portal.request.CaseFile;
import uz.yagona.portal.request.Notice;
import uz.yagona.portal.request.Notices;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.text.Calendars;
import uz.yagona.portal.text.Texts;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Users;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Purpose;
import uz.yagona.proof.pack.Manifest;

/** Everything that the portal keeps about one applicant, as a pack for that person. */
@Service
class OwnCopy {
  private static final int BATCH = 100;
  private static final int READS = 10_000;
  private static final List<String> PROFILE =
      List.of("kind", "name", "pinfl", "stir", "phone", "email", "region", "district", "address");

  private final Requests requests;
  private final Users users;
  private final Notices notices;
  private final Journal journal;
  private final CaseDocuments documents;
  private final Packer packer;
  private final ITemplateEngine templates;
  private final Texts texts;
  private final Names names;
  private final Calendars calendars;
  private final Clock clock = Clock.systemUTC();

  OwnCopy(
      Requests requests,
      Users users,
      Notices notices,
      Journal journal,
      CaseDocuments documents,
      Packer packer,
      ITemplateEngine templates,
      Texts texts,
      Names names,
      Calendars calendars) {
    this.requests = requests;
    this.users = users;
    this.notices = notices;
    this.journal = journal;
    this.documents = documents;
    this.packer = packer;
    this.templates = templates;
    this.texts = texts;
    this.names = names;
    this.calendars = calendars;
  }

  /** A request of the person with its files, for the readable page. */
  record Part(
      String number, String state, String filedAt, String answers, @Nullable String document) {}

  /** A line of "who looked at my data". */
  record Read(String at, String who, String why) {}

  /**
   * Journals the download and gathers everything.
   *
   * @throws PackTooLargeException when the person's files are too many for one pack
   */
  Packer.Ready prepare(PortalUser user, Language language) {
    var object = "subject:" + user.subjectId();
    var access = new Access(user.userName(), Purpose.OWN_ACCESS, object);
    journal.write(
        user.userName(),
        Action.DOWNLOAD,
        object,
        Map.of("purpose", Purpose.OWN_ACCESS.name(), "format", "own-data"),
        user.subjectId());
    var files = cases(user);
    var attachments = files.stream().flatMap(file -> file.attachments().stream()).toList();
    packer.requireRoom(attachments);
    var ingredients = new ArrayList<Ingredient>();
    var parts = new ArrayList<Part>();
    for (var file : files) {
      var found = documents.of(file.request(), true, language);
      ingredients.addAll(found.files());
      parts.add(part(file, found, language));
    }
    var reads = journal.readsOf(user.subjectId(), READS);
    ingredients.add(0, index(user, parts, reads, language));
    ingredients.add(1, Ingredient.json("data.json", data(user, files, reads)));
    var head =
        new Manifest.Head(
            "own-data", object, clock.instant(), user.userName(), Purpose.OWN_ACCESS.name());
    var filling = new Packer.Filling(ingredients, List.of(), attachments, "");
    return (OutputStream out) -> packer.write(out, head, filling, access, null);
  }

  private List<CaseFile> cases(PortalUser user) {
    var files = new ArrayList<CaseFile>();
    var count = requests.countOfApplicant(user.userName());
    for (var offset = 0; offset < count; offset += BATCH) {
      requests
          .ofApplicant(user.userName(), BATCH, offset)
          .forEach(one -> files.add(requests.open(one.requestId(), user, Purpose.OWN_ACCESS)));
    }
    return files;
  }

  private Part part(CaseFile file, CaseDocuments.Found found, Language language) {
    var request = file.request();
    var number = request.number();
    return new Part(
        number == null ? request.requestId().toString() : number,
        texts.word("state", request.state().name(), language),
        calendars.time(request.filedAt(), language),
        new AnswersRenderer(file.form(), language)
            .unmasked()
            .headings(3)
            .html(file.valuesById(), links(file.attachments())),
        found.files().stream()
            .map(Ingredient::name)
            .filter(name -> name.startsWith(Manifest.DOCUMENTS))
            .findFirst()
            .orElse(null));
  }

  private static Map<String, List<FileLink>> links(List<Attachment> attachments) {
    return attachments.stream()
        .collect(
            Collectors.groupingBy(
                Attachment::fieldId,
                Collectors.mapping(
                    file -> new FileLink(file.name(), file.size(), Packer.attachmentName(file)),
                    Collectors.toList())));
  }

  private Ingredient index(
      PortalUser user, List<Part> parts, List<JournalEntry> reads, Language language) {
    var context = new Context(language.locale());
    context.setVariable("lang", language.tag());
    context.setVariable("name", user.displayName().in(language));
    context.setVariable("madeAt", calendars.time(clock.instant(), language));
    context.setVariable("profile", profile(user, language));
    context.setVariable("parts", parts);
    context.setVariable("reads", reads.stream().map(entry -> read(entry, language)).toList());
    return Ingredient.text(
        "index.html", templates.process("portal/evidence/own-data-index", context));
  }

  /** The profile in words, in the order in which people read it. */
  private Map<String, String> profile(PortalUser user, Language language) {
    var known = users.profile(user).values();
    var shown = new LinkedHashMap<String, String>();
    for (var name : PROFILE) {
      var value = known.get(name);
      if (value != null) {
        shown.put(
            name,
            switch (name) {
              case "kind" -> texts.of("evidence.kind." + value, language);
              case "region", "district" -> names.place(value).in(language);
              default -> value;
            });
      }
    }
    return shown;
  }

  private Read read(JournalEntry entry, Language language) {
    var purpose = entry.detail().get("purpose");
    return new Read(
        calendars.time(entry.at(), language),
        reader(entry.actor(), language),
        purpose == null
            ? texts.word("action", entry.action(), language)
            : texts.word("purpose", purpose, language));
  }

  /** Body and position of an official; nobody's name. */
  private String reader(String actor, Language language) {
    return users
        .find(actor)
        .map(PortalUser::post)
        .map(
            post ->
                "%s, %s"
                    .formatted(
                        texts.word("body", post.body(), language), post.position().in(language)))
        .orElse("–");
  }

  private Map<String, Object> data(
      PortalUser user, List<CaseFile> files, List<JournalEntry> reads) {
    var data = new LinkedHashMap<String, Object>();
    data.put("userName", user.userName());
    data.put("profile", users.profile(user).values());
    data.put("requests", files.stream().map(CaseFacts::written).toList());
    data.put("notices", notices.of(user.userName()).stream().map(OwnCopy::notice).toList());
    data.put(
        "reads",
        reads.stream()
            .map(
                entry ->
                    Map.of(
                        "at", entry.at().toString(),
                        "by", reader(entry.actor(), Language.DEFAULT),
                        "action", entry.action(),
                        "purpose", entry.detail().getOrDefault("purpose", "")))
            .toList());
    return data;
  }

  private static Map<String, String> notice(Notice notice) {
    return Map.of(
        "requestId", notice.requestId().toString(),
        "template", notice.template(),
        "at", notice.createdAt().toString());
  }
}
