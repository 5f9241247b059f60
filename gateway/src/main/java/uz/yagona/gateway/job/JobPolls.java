package uz.yagona.gateway.job;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.Engine;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.directory.DirectoryChanges;
import uz.yagona.gateway.identity.KnownCallers;

/** The calls over HTTP that wait for jobs; all of them are answered when the server stops. */
@Component("gatewayJobPolls")
public final class JobPolls implements SmartLifecycle {
  private final Engine engine;
  private final Commands commands;
  private final KnownCallers callers;
  private final ScheduledExecutorService scheduler;
  private final Set<JobPoll> open = ConcurrentHashMap.newKeySet();
  private volatile boolean isRunning;

  JobPolls(
      Engine engine,
      Commands commands,
      KnownCallers callers,
      DirectoryChanges directory,
      ScheduledExecutorService gatewayScheduler) {
    this.engine = engine;
    this.commands = commands;
    this.callers = callers;
    this.scheduler = gatewayScheduler;
    directory.onChange(this::endLimited);
  }

  void open(
      ActivateJobs jobs, Duration wait, HttpServletRequest request, HttpServletResponse response) {
    var poll = new JobPoll(engine, commands, request, response, open::remove);
    open.add(poll);
    try {
      poll.start(jobs, wait, scheduler);
    } catch (RuntimeException e) {
      open.remove(poll);
      throw e;
    }
    if (!callers.isCurrent(CurrentCaller.get())) {
      poll.end();
    }
  }

  /** How many calls wait now. */
  public int count() {
    return open.size();
  }

  /** The rights of their callers may be others now: they get no jobs and ask again. */
  private void endLimited() {
    open.stream().filter(JobPoll::isLimited).forEach(JobPoll::end);
  }

  /** Answers every waiting call with no jobs. */
  public void endAll() {
    open.forEach(JobPoll::end);
  }

  @Override
  public void start() {
    isRunning = true;
  }

  @Override
  public void stop() {
    isRunning = false;
    endAll();
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }
}
