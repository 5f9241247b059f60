package uz.yagona.portal.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import uz.yagona.forms.Language;

class ModelTest {
  private static final String BPMN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
        <bpmn:process id="p"><bpmn:userTask id="review" name="Koʻrib chiqish">
          <bpmn:extensionElements><zeebe:properties>
            <zeebe:property name="name.ru" value="Рассмотреть &lt;b&gt;" />
          </zeebe:properties></bpmn:extensionElements>
        </bpmn:userTask></bpmn:process>
      </bpmn:definitions>
      """;

  @Test
  void shouldNameElementsInTheReadersLanguage() {
    var russian = Model.of(BPMN, Language.RU);

    assertThat(russian.names()).containsEntry("review", "Рассмотреть <b>");
    assertThat(russian.xml()).contains("name=\"Рассмотреть &lt;b&gt;\"");
    assertThat(Model.of(BPMN, Language.UZ_LATN).names()).containsEntry("review", "Koʻrib chiqish");
  }

  @Test
  void shouldNotReadFilesThatAModelPointsTo() {
    var evil = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";

    assertThatThrownBy(() -> Model.of(evil, Language.RU)).isInstanceOf(IllegalStateException.class);
  }
}
