package uz.yagona.forms.model;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of {@code .form} files, {@code form.schema.json} beside this class. */
final class ModelSchema {
  private static final int MOST_REPORTED = 50;
  private static final Schema SCHEMA = load();

  private ModelSchema() {}

  static List<ModelProblem> check(JsonNode form) {
    return SCHEMA.validate(form).stream()
        .limit(MOST_REPORTED)
        .map(
            error ->
                new ModelProblem(at(error.getInstanceLocation().toString()), error.getMessage()))
        .distinct()
        .toList();
  }

  private static String at(String location) {
    return location.isEmpty() ? "/" : location;
  }

  private static Schema load() {
    try (var in =
        Objects.requireNonNull(ModelSchema.class.getResourceAsStream("form.schema.json"))) {
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
