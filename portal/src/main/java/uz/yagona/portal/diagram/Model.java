package uz.yagona.portal.diagram;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import uz.yagona.forms.Language;

/**
 * A BPMN file with the names of one language: an element's own name, unless it has a {@code
 * zeebe:property} called {@code name.<language>}.
 *
 * @param names by element id; elements without a name are absent
 */
record Model(String xml, Map<String, String> names) {
  private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  static Model of(String xml, Language language) {
    try {
      var document = parse(xml);
      var properties = document.getElementsByTagNameNS(ZEEBE, "property");
      for (var i = 0; i < properties.getLength(); i++) {
        if (properties.item(i) instanceof Element property
            && property.getAttribute("name").equals("name." + language.tag())) {
          rename(property);
        }
      }
      return new Model(text(document), names(document));
    } catch (Exception e) {
      throw new IllegalStateException(
          "Expected a BPMN file from the engine, but it does not parse", e);
    }
  }

  private static void rename(Element property) {
    var extensions = property.getParentNode().getParentNode();
    if (extensions != null && extensions.getParentNode() instanceof Element named) {
      named.setAttribute("name", property.getAttribute("value"));
    }
  }

  private static Map<String, String> names(Document document) {
    var names = new HashMap<String, String>();
    var elements = document.getElementsByTagNameNS(BPMN, "*");
    for (var i = 0; i < elements.getLength(); i++) {
      if (elements.item(i) instanceof Element element && !element.getAttribute("name").isBlank()) {
        names.put(element.getAttribute("id"), element.getAttribute("name"));
      }
    }
    return Map.copyOf(names);
  }

  private static Document parse(String xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static String text(Document document) throws Exception {
    var factory = TransformerFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    var transformer = factory.newTransformer();
    transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
    var text = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }
}
