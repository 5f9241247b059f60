package uz.yagona.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.Engine;
import uz.yagona.engine.api.EngineClock;
import uz.yagona.engine.api.JobReceiver;
import uz.yagona.engine.api.JobStream;
import uz.yagona.engine.api.Topology;

/** Remembers what it is asked and answers what a test told it to; executes nothing. */
final class RecordingEngine implements Engine {
  final List<Command<?>> commands = new CopyOnWriteArrayList<>();
  final List<Long> givenBack = new CopyOnWriteArrayList<>();
  final List<OpenStream> streams = new CopyOnWriteArrayList<>();
  final Queue<Poll> polls = new ConcurrentLinkedQueue<>();
  private final Queue<CompletableFuture<?>> answers = new ArrayDeque<>();
  private final EngineClock clock = EngineClock.system();
  private volatile boolean active = true;

  /** A call that waits for jobs. */
  record Poll(ActivateJobs request, Duration limit, CompletableFuture<List<ActivatedJob>> answer) {}

  /** A stream that a worker opened. */
  static final class OpenStream implements JobStream {
    final ActivateJobs request;
    final JobReceiver receiver;
    volatile boolean closed;
    volatile int readies;

    OpenStream(ActivateJobs request, JobReceiver receiver) {
      this.request = request;
      this.receiver = receiver;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public void ready() {
      readies++;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** The next command gets this answer. */
  void answerNext(Object result) {
    answerNext(CompletableFuture.completedFuture(result));
  }

  void failNext(RuntimeException failure) {
    answerNext(CompletableFuture.failedFuture(failure));
  }

  synchronized void answerNext(CompletableFuture<?> answer) {
    answers.add(answer);
  }

  Command<?> last() {
    return commands.get(commands.size() - 1);
  }

  void setActive(boolean active) {
    this.active = active;
  }

  synchronized void forget() {
    commands.clear();
    givenBack.clear();
    streams.clear();
    polls.clear();
    answers.clear();
    active = true;
  }

  @Override
  @SuppressWarnings("unchecked")
  public synchronized <R> CompletableFuture<R> submit(Command<R> command) {
    commands.add(command);
    var answer = answers.poll();
    return answer != null
        ? (CompletableFuture<R>) answer
        : (CompletableFuture<R>) CompletableFuture.completedFuture(Done.INSTANCE);
  }

  @Override
  public CompletableFuture<List<ActivatedJob>> activateJobs(ActivateJobs request, Duration wait) {
    var poll = new Poll(request, wait, new CompletableFuture<>());
    polls.add(poll);
    if (wait.isZero()) {
      poll.answer().complete(List.of());
    }
    return poll.answer();
  }

  @Override
  public void giveBack(Collection<Long> jobKeys) {
    givenBack.addAll(new ArrayList<>(jobKeys));
  }

  @Override
  public JobStream openJobStream(ActivateJobs request, JobReceiver receiver) {
    var stream = new OpenStream(request, receiver);
    streams.add(stream);
    return stream;
  }

  @Override
  public EngineClock clock() {
    return clock;
  }

  @Override
  public CompletableFuture<Done> pinClock(Instant instant) {
    clock.pin(instant);
    return CompletableFuture.completedFuture(Done.INSTANCE);
  }

  @Override
  public CompletableFuture<Done> resetClock() {
    clock.reset();
    return CompletableFuture.completedFuture(Done.INSTANCE);
  }

  @Override
  public long newKey() {
    return 4711;
  }

  @Override
  public Topology topology() {
    return new Topology("node-1", active, 1, Instant.EPOCH, "0.1.0");
  }

  @Override
  public CompletableFuture<Done> purge() {
    return CompletableFuture.completedFuture(Done.INSTANCE);
  }
}
