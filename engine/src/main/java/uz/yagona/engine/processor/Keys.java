package uz.yagona.engine.processor;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.state.KeyGenerator;
import uz.yagona.engine.state.NodeRepository;

/** Keys of one epoch, reserved on a connection of their own. */
final class Keys {
  private Keys() {}

  static KeyGenerator generator(DataSource dataSource, long epoch) {
    var node = new NodeRepository(JdbcClient.create(dataSource));
    return new KeyGenerator(
        count ->
            node.reserve(epoch, count)
                .orElseThrow(
                    () ->
                        new LeadLostException(
                            "Expected to lead, but another node has taken over", null)));
  }
}
