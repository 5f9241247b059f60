package uz.yagona.engine.model;

import java.util.List;
import uz.yagona.engine.feel.Expression;

/**
 * An input or output mapping.
 *
 * @param target path of variable names: {@code order.total} is {@code [order, total]}
 */
public record Mapping(Expression source, List<String> target) {

  /** The variable that the mapping writes to. */
  public String variable() {
    return target.get(0);
  }
}
