package uz.yagona.engine.handler;

import java.util.regex.Pattern;
import uz.yagona.engine.api.ClusterVariableCommand;
import uz.yagona.engine.api.ClusterVariableCommand.CreateClusterVariable;
import uz.yagona.engine.api.ClusterVariableCommand.DeleteClusterVariable;
import uz.yagona.engine.api.ClusterVariableCommand.UpdateClusterVariable;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.cluster.ClusterVariables;

/** Adds, changes and removes cluster variables. */
final class ClusterVariableHandler {
  /** What FEEL can say behind a dot. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  private final ClusterVariables variables;
  private final int longest;

  ClusterVariableHandler(Execution execution) {
    variables = execution.clusterVariables;
    longest = execution.limits.variableSize();
  }

  void register(Handlers handlers) {
    handlers.on(CreateClusterVariable.class, (command, needs) -> {}, this::create);
    handlers.on(UpdateClusterVariable.class, (command, needs) -> {}, this::update);
    handlers.on(DeleteClusterVariable.class, (command, needs) -> {}, this::delete);
  }

  private Done create(CreateClusterVariable command) {
    var address = command.address();
    var name = address.name();
    if (name.length() > ClusterVariableCommand.NAME_LENGTH || !NAME.matcher(name).matches()) {
      throw RejectedException.invalidArgument(
          "Expected a name of at most %d letters, digits and underscores that begins with no digit, but got '%s'",
          ClusterVariableCommand.NAME_LENGTH, shorten(name));
    }
    check(command.json(), address);
    if (variables.has(address)) {
      throw new RejectedException(
          RejectionType.ALREADY_EXISTS,
          "Expected to create %s, but there is one already".formatted(address));
    }
    variables.put(address, command.json());
    return Done.INSTANCE;
  }

  private static String shorten(String name) {
    return name.length() <= 100 ? name : name.substring(0, 100) + "...";
  }

  private Done update(UpdateClusterVariable command) {
    var address = command.address();
    check(command.json(), address);
    require(address, "update");
    variables.put(address, command.json());
    return Done.INSTANCE;
  }

  private Done delete(DeleteClusterVariable command) {
    require(command.address(), "delete");
    variables.delete(command.address());
    return Done.INSTANCE;
  }

  private void check(String json, ClusterVariableCommand.Address address) {
    if (json.length() > longest) {
      throw RejectedException.invalidArgument(
          "Expected a value of at most %d characters for %s, but it has %d",
          longest, address, json.length());
    }
  }

  private void require(ClusterVariableCommand.Address address, String wanted) {
    if (!variables.has(address)) {
      throw RejectedException.notFound(
          "Expected to %s %s, but there is no such variable", wanted, address);
    }
  }
}
