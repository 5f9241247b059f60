package uz.yagona.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.UserTaskCommand;
import uz.yagona.engine.query.OwningDefinitions;
import uz.yagona.engine.query.Searches;

class CommandRightsTest {
  private final DataSource unused = new DriverManagerDataSource("jdbc:postgresql://nowhere/none");
  private final CommandRights rights =
      new CommandRights(new OwningDefinitions(unused), new UserTaskRights(new Searches(unused)));

  @Test
  void shouldSayForEveryCommandWhichPermissionItNeeds() {
    assertThat(rights.commands())
        .containsExactlyInAnyOrderElementsOf(
            leaves(Command.class)
                .filter(type -> !UserTaskCommand.class.isAssignableFrom(type))
                .toList());
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CommandRightsTest::leaves)
        : Stream.of(type);
  }
}
