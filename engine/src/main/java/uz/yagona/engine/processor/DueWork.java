package uz.yagona.engine.processor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.behavior.FollowUp;
import uz.yagona.engine.handler.BackoffOver;
import uz.yagona.engine.state.DueRows;
import uz.yagona.engine.state.DueTimer;
import uz.yagona.engine.state.Store;
import uz.yagona.engine.state.Written;

/** What the engine does by itself: due timers, ends of back-offs, expired messages, cut work. */
final class DueWork {
  private static final int PAGE = 500;
  private static final int MAX_POSTPONED = 10_000;

  private final DueRows rows;
  private final Set<Long> postponed = new LinkedHashSet<>();
  private final Continuations continuations = new Continuations();
  private boolean leftOver = true;

  /** What is first is done in any case: they take turns. */
  private boolean leftOversFirst;

  private @Nullable Instant nextTimer;
  private @Nullable Instant nextRetry;
  private @Nullable Instant nextExpiry;

  DueWork(Store store) {
    rows = store.due();
  }

  /** Finds out what is there, also what was cut by a crash. */
  void open() {
    recheck();
    continuations.clear();
    rows.continuations().forEach((key, root) -> add(new FollowUp.Continue(key, root)));
    leftOver = true;
  }

  /** The clock was moved: looks again. */
  void recheck() {
    nextTimer = rows.nextTimer(Instant.EPOCH).orElse(null);
    nextRetry = rows.nextJob(Instant.EPOCH).orElse(null);
    nextExpiry = rows.nextExpiry().orElse(null);
  }

  void written(Written written) {
    nextTimer = earlier(nextTimer, written.nextTimer());
    nextRetry = earlier(nextRetry, written.nextRetry());
    nextExpiry = earlier(nextExpiry, written.nextExpiry());
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** What a batch has cut waits for the next one, so that others have their turn. */
  void later(Collection<FollowUp.Continue> cut, boolean anyLeftOver) {
    cut.forEach(this::add);
    continuations.batchOver();
    leftOver |= anyLeftOver;
  }

  private void add(FollowUp.Continue next) {
    if (!postponed.contains(next.processInstanceKey())) {
      continuations.add(next);
    }
  }

  /** Steps of instances that are continued, to find those that never rest. */
  Continuations continuations() {
    return continuations;
  }

  /** What cannot be handled is left alone until the node starts again. */
  void postpone(Object command) {
    if (postponed.size() < MAX_POSTPONED) {
      if (command instanceof DueTimer timer) {
        postponed.add(timer.key());
      } else if (command instanceof LeftOver rest) {
        postponed.add(rest.row().key());
      } else if (command instanceof FollowUp.Continue next) {
        postponed.add(next.processInstanceKey());
      }
    }
  }

  private List<LeftOver> takeLeftOvers() {
    if (!leftOver) {
      return List.of();
    }
    var page = rows.followUps(postponed, PAGE);
    leftOver = page.size() == PAGE;
    return page.stream().map(LeftOver::of).toList();
  }

  /** Commands that are due now, a page of each kind at most. */
  List<Object> take(Instant now) {
    var commands = new ArrayList<Object>(continuations.take(PAGE));
    commands.addAll(leftOversFirst ? 0 : commands.size(), takeLeftOvers());
    leftOversFirst = !leftOversFirst;
    if (isDue(nextTimer, now)) {
      var timers = rows.timers(now, postponed, PAGE);
      commands.addAll(timers);
      nextTimer = timers.size() == PAGE ? now : rows.nextTimer(now).orElse(null);
    }
    if (isDue(nextRetry, now)) {
      var jobs = rows.jobs(now, PAGE);
      jobs.forEach(key -> commands.add(new BackoffOver(key)));
      nextRetry = jobs.size() == PAGE ? now : rows.nextJob(now).orElse(null);
    }
    return commands;
  }

  /** Removes a page of expired messages; to be committed by the caller. */
  boolean expire(Instant now) {
    if (!isDue(nextExpiry, now)) {
      return false;
    }
    var removed = rows.expireMessages(now, PAGE * 4);
    nextExpiry = removed == PAGE * 4 ? now : rows.nextExpiry().orElse(null);
    return true;
  }

  private static boolean isDue(@Nullable Instant time, Instant now) {
    return time != null && !time.isAfter(now);
  }

  boolean isDue(Instant now) {
    return leftOver || !continuations.isEmpty() || isTimeDue(now);
  }

  /** Whether a timer or the end of a back-off is due. */
  boolean isTimeDue(Instant now) {
    return isDue(nextTimer, now) || isDue(nextRetry, now);
  }

  Optional<Instant> next() {
    return Stream.of(
            Optional.ofNullable(nextTimer),
            Optional.ofNullable(nextRetry),
            Optional.ofNullable(nextExpiry))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }
}
