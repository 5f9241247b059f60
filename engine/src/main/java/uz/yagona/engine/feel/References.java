package uz.yagona.engine.feel;

import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/** Which variables an expression reads, told from its text alone. */
public final class References {

  private References() {}

  /** Names of all variables; names that the expression binds itself may be among them. */
  public static Set<String> in(Expression expression) {
    var names = new LinkedHashSet<String>();
    if (expression instanceof Expression.Parsed feel) {
      collect(feel.syntax().expression(), names);
    }
    return Set.copyOf(names);
  }

  private static void collect(Object node, Set<String> names) {
    if (node instanceof Ref reference) {
      names.add(reference.names().head());
    } else if (node instanceof Iterable<?> nodes) {
      CollectionConverters.asJava(nodes).forEach(each -> collect(each, names));
    } else if (node instanceof Product product) {
      CollectionConverters.asJava(product.productIterator())
          .forEachRemaining(each -> collect(each, names));
    }
  }

  /**
   * The variable of an expression that does nothing but read it or a property of it: {@code a} of
   * {@code =a.b}; {@code null} for any other expression.
   */
  public static @Nullable String variable(@Nullable Expression expression) {
    return expression instanceof Expression.Parsed feel ? root(feel.syntax().expression()) : null;
  }

  private static @Nullable String root(Object node) {
    if (node instanceof PathExpression path) {
      return root(path.path());
    }
    return node instanceof Ref reference ? reference.names().head() : null;
  }
}
