package uz.yagona.engine.dmn;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A small decision table that touches what most tables need. */
final class WarmUp {

  static final byte[] DMN =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="warm-up-model"
          name="Warm up" namespace="http://yagona.uz/dmn">
        <decision id="warm-up" name="Warm up">
          <decisionTable id="table" hitPolicy="FIRST">
            <input id="in" label="Amount">
              <inputExpression id="expression" typeRef="number"><text>amount</text></inputExpression>
            </input>
            <output id="out" name="size" typeRef="string"/>
            <rule id="small">
              <inputEntry id="small-in"><text>&lt; 5</text></inputEntry>
              <outputEntry id="small-out"><text>"small"</text></outputEntry>
            </rule>
            <rule id="large">
              <inputEntry id="large-in"><text>[5..10], &gt; 20</text></inputEntry>
              <outputEntry id="large-out"><text>"large"</text></outputEntry>
            </rule>
          </decisionTable>
        </decision>
      </definitions>
      """
          .getBytes(UTF_8);

  private WarmUp() {}
}
