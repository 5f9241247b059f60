package uz.yagona.engine.api;

import org.jspecify.annotations.Nullable;

/** Commands on values that expressions of every process see as {@code camunda.vars}. */
public sealed interface ClusterVariableCommand extends Command<Done> {
  /** Most characters of a name. */
  int NAME_LENGTH = 256;

  Address address();

  /**
   * Which variable.
   *
   * @param tenantId {@code null} for the global scope
   */
  record Address(String name, @Nullable String tenantId) {
    @Override
    public String toString() {
      return tenantId == null
          ? "cluster variable '%s' of the global scope".formatted(name)
          : "cluster variable '%s' of tenant '%s'".formatted(name, tenantId);
    }
  }

  /**
   * Adds a variable.
   *
   * <p>Rejected: INVALID_ARGUMENT when the name is no name of FEEL or the JSON is too long,
   * ALREADY_EXISTS.
   */
  record CreateClusterVariable(Address address, String json) implements ClusterVariableCommand {
    @Override
    public long volume() {
      return Character.BYTES * (long) json.length();
    }
  }

  /**
   * Gives a variable another value; expressions that are evaluated later see it.
   *
   * <p>Rejected: INVALID_ARGUMENT when the JSON is too long, NOT_FOUND.
   */
  record UpdateClusterVariable(Address address, String json) implements ClusterVariableCommand {
    @Override
    public long volume() {
      return Character.BYTES * (long) json.length();
    }
  }

  /**
   * Removes a variable.
   *
   * <p>Rejected: NOT_FOUND.
   */
  record DeleteClusterVariable(Address address) implements ClusterVariableCommand {}
}
