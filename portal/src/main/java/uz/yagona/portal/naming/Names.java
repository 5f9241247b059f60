package uz.yagona.portal.naming;

import java.util.EnumMap;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;
import uz.yagona.forms.LocalText;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.forms.national.Soato;
import uz.yagona.portal.text.Texts;

/** Texts of codes; an unknown code is shown as it is. */
@Component
public class Names {
  private final Texts texts;

  Names(Texts texts) {
    this.texts = texts;
  }

  public LocalText service(String code) {
    return text("service." + code + ".name", code);
  }

  public LocalText subType(String code) {
    return word("sub-type", code);
  }

  public LocalText topic(String code) {
    return word("topic", code);
  }

  /** A body of the state by code, foreign ones as {@code HOKIMIYAT} included. */
  public LocalText body(String code) {
    return word("body", code);
  }

  /** A staff group as {@code cadastre-reviewers}. */
  public LocalText group(String name) {
    return word("group", name);
  }

  public LocalText state(String code) {
    return word("state", code);
  }

  public LocalText outcome(String code) {
    return word("outcome", code);
  }

  /** Who is told when a deadline draws near, as {@code UNIT_HEAD}. */
  public LocalText recipient(String code) {
    return word("recipient", code);
  }

  /** What a person may do, as {@code AUDITOR}; {@code SYSTEM} for no person. */
  public LocalText role(String code) {
    return word("role", code);
  }

  /** A region or district by SOATO code. */
  public LocalText place(String soato) {
    return Soato.find(soato).map(place -> place.name()).orElseGet(() -> LocalText.same(soato));
  }

  /** The label of a field of a bundled form. */
  public LocalText field(String formKey, String fieldId) {
    return BundledForms.get(formKey)
        .field(fieldId)
        .map(field -> field.texts().label())
        .orElseGet(() -> LocalText.same(fieldId));
  }

  private LocalText word(String kind, String code) {
    return text("word." + kind + "." + code, code);
  }

  private LocalText text(String key, String otherwise) {
    var found = new EnumMap<Language, String>(Language.class);
    for (var language : Language.all()) {
      texts.find(key, language).ifPresent(words -> found.put(language, words));
    }
    return found.isEmpty() ? LocalText.same(otherwise) : new LocalText(found);
  }
}
