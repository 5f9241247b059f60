package uz.yagona.forms.formjs;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.forms.Language;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.model.FormModelException;
import uz.yagona.forms.model.ModelProblem;

/**
 * Camunda's form-js files, which have the extension {@code .form} too and are told apart by their
 * content.
 */
public final class FormJs {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private FormJs() {}

  /**
   * A converted file.
   *
   * @param form our {@code .form} text
   * @param lost what could not be kept, one sentence for the author each; empty when nothing is
   *     lost
   */
  public record Imported(FormModel model, String form, List<String> lost) {
    public Imported {
      lost = List.copyOf(lost);
    }
  }

  /**
   * A file for Camunda's tools.
   *
   * @param json form-js schema 16
   * @param lost what form-js cannot say
   */
  public record Exported(String json, List<String> lost) {
    public Exported {
      lost = List.copyOf(lost);
    }
  }

  public static boolean isFormJs(String json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      return root.path("components").isArray() && !root.has("fields");
    } catch (JacksonException e) {
      return false;
    }
  }

  /**
   * Converts a form-js file; throws {@link FormModelException} when not even the rest is a form.
   */
  public static Imported read(String json) {
    if (!isFormJs(json)) {
      throw new FormModelException(
          "the file",
          List.of(new ModelProblem("/", "Expected form-js with components, but found none")));
    }
    var reader = new FormJsReader();
    String form =
        MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(reader.form(MAPPER.readTree(json)));
    return new Imported(FormModel.parse(form), form, reader.lost());
  }

  /** Writes a form in one language. */
  public static Exported write(FormModel form, Language language) {
    var writer = new FormJsWriter(language);
    String json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(writer.form(form));
    return new Exported(json, writer.lost());
  }
}
