package uz.yagona.forms.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.forms.Language;
import uz.yagona.forms.PersonalDataClass;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.forms.submission.Forms;

class FormSchemaTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void shouldAcceptTheCleanValuesOfASubmission() {
    var values =
        Forms.check(Forms.murojaat(), Forms.appeal()).jsonValues(PersonalDataClass.values());
    values.values().removeIf(java.util.Objects::isNull);

    assertThat(schema("murojaat").validate(MAPPER.valueToTree(values))).isEmpty();
  }

  @Test
  void shouldRefuseWhatTheFormRefuses() {
    JsonNode wrong = MAPPER.readTree("{\"subType\": \"X\", \"text\": \"short\", \"extra\": 1}");

    assertThat(schema("murojaat").validate(wrong)).hasSizeGreaterThan(5);
  }

  @Test
  void shouldNameConditionsAndClassesThatASchemaCannotSay() {
    JsonNode root = MAPPER.readTree(FormSchema.of(BundledForms.get("review-request"), Language.EN));

    assertThat(root.at("/properties/cure/x-visibleWhen").asString())
        .isEqualTo("outcome = \"REFUSE\"");
    assertThat(root.at("/properties/cure/x-personalData").asString()).isEqualTo("personal");
    assertThat(root.at("/properties/outcome/enum")).hasSize(4);
    assertThat(root.path("required")).extracting(JsonNode::asString).containsExactly("outcome");
    assertThat(root.at("/properties/askedFields/type").asString()).isEqualTo("array");
  }

  private static Schema schema(String key) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(FormSchema.of(BundledForms.get(key), Language.EN));
  }
}
