package uz.yagona.portal.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;
import uz.yagona.forms.PersonalDataClass;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.view.AnswersRenderer;
import uz.yagona.forms.view.FileLink;
import uz.yagona.portal.attachment.Attachment;
import uz.yagona.portal.diagram.DiagramState;
import uz.yagona.portal.diagram.Diagrams;
import uz.yagona.portal.naming.Names;
import uz.yagona.portal.request.CaseFile;
import uz.yagona.portal.request.EventKind;
import uz.yagona.portal.request.Pause;
import uz.yagona.portal.request.Request;
import uz.yagona.portal.request.Review;
import uz.yagona.portal.request.TimelineEntry;
import uz.yagona.portal.text.Texts;

/** Puts a case into words. */
@Component
class CaseViews {
  private static final String SYSTEM = "system";
  private static final Map<String, Set<PersonalDataClass>> SECTIONS = sections();

  private final TaskRows rows;
  private final DueWords dueWords;
  private final Diagrams diagrams;
  private final Names names;
  private final Texts texts;

  CaseViews(TaskRows rows, DueWords dueWords, Diagrams diagrams, Names names, Texts texts) {
    this.rows = rows;
    this.dueWords = dueWords;
    this.diagrams = diagrams;
    this.names = names;
    this.texts = texts;
  }

  /**
   * @param instance any task of the process instance; {@code null} when there is none yet
   * @param variables of that instance
   */
  CaseView of(
      CaseFile file,
      @Nullable StaffTask instance,
      Map<String, @Nullable Object> variables,
      Language language) {
    var state = instance == null ? null : diagrams.state(instance.processInstanceKey());
    var deadline = file.request().deadline();
    return new CaseView(
        file.request(),
        title(file.request(), language),
        dueWords.of(deadline == null ? null : deadline.dueDate(), language),
        sections(file, language),
        timeline(file, language),
        answers(file, language),
        file.pauses().stream().map(pause -> pause(file, pause, language)).toList(),
        instance == null || state == null ? List.of() : stands(instance, state, language),
        state == null ? "" : state.json(),
        register(variables));
  }

  private String title(Request request, Language language) {
    return request.caseType().equals("SERVICE")
        ? names.service(request.serviceCode()).in(language)
        : names.subType(request.subType()).in(language)
            + ": "
            + names.topic(request.topic()).in(language);
  }

  private List<CaseView.Section> sections(CaseFile file, Language language) {
    var links = links(file);
    var sections = new ArrayList<CaseView.Section>();
    SECTIONS.forEach(
        (kind, classes) -> {
          var ids = fieldsOf(file, classes);
          var form = file.form().only(ids);
          var html = new AnswersRenderer(form, language).unmasked().html(file.valuesById(), links);
          if (html.contains("<dt>")) {
            sections.add(new CaseView.Section(kind, html));
          }
        });
    return List.copyOf(sections);
  }

  private static Set<String> fieldsOf(CaseFile file, Set<PersonalDataClass> classes) {
    return file.form()
        .inputs()
        .filter(field -> classes.contains(field.personalData()))
        .map(Field::id)
        .collect(Collectors.toSet());
  }

  private static Map<String, List<FileLink>> links(CaseFile file) {
    return file.attachments().stream()
        .collect(
            Collectors.groupingBy(
                Attachment::fieldId,
                Collectors.mapping(
                    attachment ->
                        new FileLink(
                            attachment.name(),
                            attachment.size(),
                            "/cases/%s/attachments/%s"
                                .formatted(file.request().requestId(), attachment.attachmentId())),
                    Collectors.toList())));
  }

  private List<CaseView.Event> timeline(CaseFile file, Language language) {
    return file.timeline().stream()
        .sorted(Comparator.comparing(TimelineEntry::at).reversed())
        .map(entry -> event(entry, file.request(), language))
        .toList();
  }

  private CaseView.Event event(TimelineEntry entry, Request request, Language language) {
    var actor = entry.detail().getOrDefault("by", entry.actor());
    String who;
    if (actor.equals(SYSTEM)) {
      who = texts.of("case.by-system", language);
    } else if (actor.equals(request.applicant())) {
      who = texts.of("case.by-applicant", language);
    } else {
      who = rows.displayName(actor, language);
    }
    return new CaseView.Event(
        entry.at(),
        texts.word("event", entry.kind().name(), language),
        who,
        note(entry, language),
        entry.kind() == EventKind.ESCALATED);
  }

  private String note(TimelineEntry entry, Language language) {
    var detail = entry.detail();
    var parts = new ArrayList<String>();
    add(parts, detail.get("number"));
    if (detail.get("outcome") != null) {
      parts.add(names.outcome(detail.get("outcome")).in(language));
    }
    if (detail.get("level") != null) {
      parts.add(texts.of("case.level", language, detail.get("level")));
    }
    if (detail.get("recipient") != null) {
      parts.add(names.recipient(detail.get("recipient")).in(language));
    }
    if (detail.get("group") != null) {
      parts.add(names.group(detail.get("group")).in(language));
    }
    return String.join(" · ", parts);
  }

  private static void add(List<String> parts, @Nullable String text) {
    if (text != null) {
      parts.add(text);
    }
  }

  private List<CaseView.Answer> answers(CaseFile file, Language language) {
    return file.reviews().stream()
        .sorted(Comparator.comparing(Review::storedAt).reversed())
        .map(
            review ->
                new CaseView.Answer(
                    review.outcome(),
                    names.outcome(review.outcome()).in(language),
                    rows.displayName(review.author(), language),
                    review.storedAt(),
                    answerHtml(review, language)))
        .toList();
  }

  private static String answerHtml(Review review, Language language) {
    var key = review.outcome().equals(SignForm.RETURN) ? StaffTask.SIGN : StaffTask.REVIEW;
    return new AnswersRenderer(BundledForms.get(key), language).html(review.answers(), Map.of());
  }

  private CaseView.PauseView pause(CaseFile file, Pause pause, Language language) {
    return new CaseView.PauseView(
        pause.startedAt(),
        pause.endedAt(),
        pause.cureUntil(),
        pause.askedFields().stream()
            .map(
                id ->
                    file.form()
                        .field(id)
                        .map(field -> field.texts().label().in(language))
                        .orElse(id))
            .toList());
  }

  private List<String> stands(StaffTask instance, DiagramState state, Language language) {
    var known = diagrams.names(instance.processDefinitionKey(), language);
    return state.active().stream().map(known::get).filter(Objects::nonNull).toList();
  }

  private static CaseView.@Nullable Register register(Map<String, @Nullable Object> variables) {
    if (!(variables.get("registerStatus") instanceof String status)) {
      return null;
    }
    var result =
        variables.get("registerResult") instanceof Map<?, ?> map ? map : Map.<String, Object>of();
    return new CaseView.Register(
        status,
        result.get("inZone") instanceof Boolean inZone ? inZone : null,
        text(result.get("planRef")),
        text(result.get("checkedAt")));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static Map<String, Set<PersonalDataClass>> sections() {
    var sections = new LinkedHashMap<String, Set<PersonalDataClass>>();
    sections.put("content", Set.of(PersonalDataClass.SPECIAL));
    sections.put("general", Set.of(PersonalDataClass.PUBLIC, PersonalDataClass.INTERNAL));
    sections.put("person", Set.of(PersonalDataClass.PERSONAL));
    return sections;
  }
}
