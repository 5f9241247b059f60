package uz.yagona.gateway.job;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.engine.api.Engine;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.problem.Problems;

/**
 * One call over HTTP that waits for jobs, without a thread.
 *
 * <p>A server does not notice that a waiting caller is gone until it writes. So a blank, which JSON
 * allows before the object, is sent every second: the call of a dead worker ends within about two
 * seconds and takes no jobs. Jobs that cannot be written go back.
 */
final class JobPoll {
  private static final Logger log = LoggerFactory.getLogger(JobPoll.class);
  private static final long PULSE_MILLIS = 1_000;
  private static final byte BLANK = ' ';

  private final Engine engine;
  private final Commands commands;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Consumer<JobPoll> whenOver;

  private final boolean isLimited = !CurrentCaller.get().rights().isUnlimited();
  private boolean isOver;
  private @Nullable AsyncContext async;
  private @Nullable Future<?> pulse;
  private @Nullable CompletableFuture<List<ActivatedJob>> jobs;

  JobPoll(
      Engine engine,
      Commands commands,
      HttpServletRequest request,
      HttpServletResponse response,
      Consumer<JobPoll> whenOver) {
    this.engine = engine;
    this.commands = commands;
    this.request = request;
    this.response = response;
    this.whenOver = whenOver;
  }

  void start(ActivateJobs wanted, Duration wait, ScheduledExecutorService scheduler) {
    var leased = commands.activateJobs(wanted, wait);
    if (leased.isDone()) {
      var unused = leased.whenComplete(this::answer);
      return;
    }
    synchronized (this) {
      jobs = leased;
      async = request.startAsync(request, response);
      async.setTimeout(0);
      pulse =
          scheduler.scheduleWithFixedDelay(
              this::beat, PULSE_MILLIS, PULSE_MILLIS, TimeUnit.MILLISECONDS);
    }
    var unused =
        leased.whenComplete(
            (found, failure) -> {
              if (!leased.isCancelled()) {
                run(() -> answer(found, failure));
              }
            });
  }

  /** Whether the rights of the caller can change. */
  boolean isLimited() {
    return isLimited;
  }

  /** Ends the wait with no jobs. */
  void end() {
    CompletableFuture<List<ActivatedJob>> waiting;
    synchronized (this) {
      waiting = jobs;
    }
    if (waiting != null && waiting.cancel(false)) {
      run(() -> answer(List.of(), null));
    }
  }

  private synchronized void beat() {
    if (isOver) {
      return;
    }
    try {
      prepare();
      response.getOutputStream().write(BLANK);
      response.flushBuffer();
    } catch (IOException | RuntimeException e) {
      log.debug("A caller that waited for jobs is gone: {}", e.toString());
      if (jobs != null) {
        jobs.cancel(false);
      }
      over();
    }
  }

  private synchronized void answer(
      @Nullable List<ActivatedJob> found, @Nullable Throwable failure) {
    var leased = found == null ? List.<ActivatedJob>of() : found;
    if (isOver) {
      giveBack(leased);
      return;
    }
    try {
      if (failure != null && !response.isCommitted()) {
        Problems.of(failure).writeTo(request, response);
      } else {
        prepare();
        ActivatedJobJson.write(leased, response.getOutputStream());
        response.flushBuffer();
      }
    } catch (IOException | RuntimeException e) {
      log.debug("Jobs could not be handed over and go back: {}", e.toString());
      giveBack(leased);
    } finally {
      over();
    }
  }

  private void prepare() {
    if (!response.isCommitted()) {
      response.setStatus(HttpServletResponse.SC_OK);
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    }
  }

  private void giveBack(List<ActivatedJob> leased) {
    if (!leased.isEmpty()) {
      engine.giveBack(leased.stream().map(ActivatedJob::jobKey).toList());
    }
  }

  private void over() {
    isOver = true;
    whenOver.accept(this);
    if (pulse != null) {
      pulse.cancel(false);
    }
    if (async != null) {
      async.complete();
    }
  }

  /** On a thread of the server: the engine's threads must not write to the network. */
  private void run(Runnable answer) {
    AsyncContext context;
    synchronized (this) {
      context = async;
    }
    if (context == null) {
      answer.run();
      return;
    }
    try {
      context.start(answer);
    } catch (IllegalStateException e) {
      answer.run();
    }
  }
}
