package uz.yagona.bench;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** How workloads of instances and jobs reach the engine. */
interface Access {
  void deploy(String name, String xml);

  /** Starts an instance of the latest version; gives its key. */
  CompletableFuture<Long> create(String processId, Map<String, Object> variables);

  /**
   * Completes jobs as they appear, until closed.
   *
   * @param done is told the process instance of each job whose completion is acknowledged
   * @param failed is called for each completion that is refused
   */
  Worker work(String jobType, int most, LongConsumer done, Runnable failed);

  Probe probe();

  /** Works until closed. */
  interface Worker extends AutoCloseable {
    @Override
    void close();
  }
}
