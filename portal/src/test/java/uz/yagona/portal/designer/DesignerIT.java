package uz.yagona.portal.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;

class DesignerIT {
  private final RunningPortal portal = RunningPortal.get();

  @BeforeEach
  void deployADefinition() {
    portal
        .engine()
        .resource(
            "/v2/process-definitions/6",
            Map.of(
                "processDefinitionKey", "6",
                "name", "A <b>model</b>",
                "resourceName", "a.bpmn",
                "version", 3,
                "processDefinitionId", "a",
                "tenantId", "<default>",
                "hasStartForm", false));
  }

  @Test
  void shouldHandTheDesignerItsFileTextsAndToken() {
    var page = Visitor.signedIn("designer").get("/designer/6?lang=ru");

    var designer = page.html().select("#designer");
    assertThat(page.status()).isEqualTo(200);
    assertThat(designer.attr("data-xml-url")).isEqualTo("/designer/6/xml");
    assertThat(designer.attr("data-csrf")).isNotEmpty();
    assertThat(page.html().select("#designer-texts").html()).contains("\"deployed\":", "{0}");
    assertThat(page.html().select("h1 b")).isEmpty();
  }

  @Test
  void shouldGiveTheTemplatesOfTheWorkersAsAList() {
    var page = Visitor.signedIn("designer").get("/designer/templates");

    assertThat(page.header("content-type")).startsWith("application/json");
  }

  @Test
  void shouldNotKnowAnUnknownDefinition() {
    assertThat(Visitor.signedIn("designer").get("/designer/404").status()).isEqualTo(404);
  }
}
