package uz.yagona.engine.dmn;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.camunda.dmn.parser.ParsedDmn;
import org.camunda.feel.syntaxtree.Ref;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Finds the names that the expressions of a DMN file refer to, so that only those are looked up.
 */
final class VariableNames {

  private final Set<String> names = new HashSet<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private VariableNames() {}

  static Set<String> in(ParsedDmn dmn) {
    var found = new VariableNames();
    found.visit(dmn.decisions());
    return Set.copyOf(found.names);
  }

  private void visit(Object node) {
    if (node instanceof Ref reference) {
      names.add(reference.names().head());
    } else if (node instanceof scala.collection.Iterable<?> items) {
      CollectionConverters.asJava(items).forEach(this::visit);
    } else if (node instanceof Product product && seen.add(node)) {
      for (var i = 0; i < product.productArity(); i++) {
        visit(product.productElement(i));
      }
    }
  }
}
