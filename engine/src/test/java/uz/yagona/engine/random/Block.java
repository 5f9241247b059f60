package uz.yagona.engine.random;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A part of a process that is entered once and left once; parts nest. */
sealed interface Block {
  String id();

  /** The parts inside. */
  List<Block> parts();

  /** The same with other parts inside. */
  Block with(List<Block> parts);

  /** Whether something outside must happen before anything inside goes on. */
  boolean waitsFirst();

  default Stream<Block> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Block::all));
  }

  /** What one element does. */
  enum Kind {
    /** A service task; what its worker answers goes where it is found. */
    JOB,
    /** A service task whose answer {@code r} becomes {@code v}. */
    MAPPED_JOB,
    USER_TASK,
    MANUAL_TASK,
    /** A script task that adds 1 to {@code v}. */
    SCRIPT,
    /** A script task that fails as long as its id is in {@code bad}. */
    CHECK,
    TIMER,
    MESSAGE,
    SIGNAL,
    /** {@code k} is the text that this one waits for. */
    CONDITION,
    ESCALATE_A,
    ESCALATE_B,
    /** Undoes what has been done in the scope. */
    COMPENSATE;

    boolean waits() {
      return this == JOB || this == MAPPED_JOB || this == USER_TASK || isCatch();
    }

    boolean isCatch() {
      return this == TIMER || this == MESSAGE || this == SIGNAL || this == CONDITION;
    }

    boolean isActivity() {
      return this == MANUAL_TASK || this == SCRIPT || (waits() && !isCatch());
    }
  }

  /** One element. {@code after} is for timers. */
  record Leaf(String id, Kind kind, Duration after) implements Block {
    @Override
    public List<Block> parts() {
      return List.of();
    }

    @Override
    public Block with(List<Block> parts) {
      return this;
    }

    @Override
    public boolean waitsFirst() {
      return kind.waits();
    }
  }

  /** One after the other. */
  record Sequence(String id, List<Block> parts) implements Block {
    @Override
    public Block with(List<Block> parts) {
      return new Sequence(id, parts);
    }

    @Override
    public boolean waitsFirst() {
      return parts.get(0).waitsFirst();
    }
  }

  /** How paths part and meet again. */
  enum Fork {
    EXCLUSIVE,
    INCLUSIVE,
    PARALLEL
  }

  /** Paths; path {@code i} is for {@code v >= limits[i]}, the last one is the default. */
  record Paths(String id, Fork fork, List<Integer> limits, List<Block> parts) implements Block {
    @Override
    public Block with(List<Block> parts) {
      return new Paths(id, fork, limits.subList(0, parts.size() - 1), parts);
    }

    @Override
    public boolean waitsFirst() {
      return fork != Fork.EXCLUSIVE && parts.stream().allMatch(Block::waitsFirst);
    }
  }

  /** Repeats at most {@code most} times, while {@code v < limit}. */
  record Loop(String id, int most, int limit, Block body) implements Block {
    @Override
    public List<Block> parts() {
      return List.of(body);
    }

    @Override
    public Block with(List<Block> parts) {
      return new Loop(id, most, limit, parts.get(0));
    }

    @Override
    public boolean waitsFirst() {
      return body.waitsFirst();
    }
  }

  /** What happens to an activity or a scope. */
  enum Trigger {
    TIMER,
    MESSAGE,
    SIGNAL,
    CONDITION,
    ERROR_A,
    ERROR_B,
    ESCALATION_A,
    ESCALATION_B;

    boolean isError() {
      return this == ERROR_A || this == ERROR_B;
    }

    boolean isEscalation() {
      return this == ESCALATION_A || this == ESCALATION_B;
    }
  }

  /** An event and what it leads to; {@code after} is for timers. */
  record Event(Trigger trigger, boolean interrupting, Duration after) {}

  /**
   * A sub-process; {@code local} gives it a {@code w} of its own. With an event, the second part is
   * the event sub-process.
   */
  record Scope(String id, boolean local, Event event, List<Block> parts) implements Block {
    @Override
    public Block with(List<Block> parts) {
      return new Scope(id, local, parts.size() == 1 ? null : event, parts);
    }

    @Override
    public boolean waitsFirst() {
      return parts.get(0).waitsFirst();
    }
  }

  /** When a loop over a collection stops early. */
  enum Enough {
    NEVER,
    /** Half of them have completed. */
    HALF,
    /** {@code v >= 5}. */
    VALUE,
    /** At most one is active. */
    LAST
  }

  /** A sub-process for each of {@code count} items. */
  record Many(String id, boolean sequential, int count, Enough enough, Block body)
      implements Block {
    @Override
    public List<Block> parts() {
      return List.of(body);
    }

    @Override
    public Block with(List<Block> parts) {
      return new Many(id, sequential, count, enough, parts.get(0));
    }

    @Override
    public boolean waitsFirst() {
      return count > 0 && body.waitsFirst();
    }
  }

  /** The first part is an activity with a boundary event, which leads to the second. */
  record Guard(String id, Event event, List<Block> parts) implements Block {
    @Override
    public Block with(List<Block> parts) {
      return new Guard(id, event, parts);
    }

    @Override
    public boolean waitsFirst() {
      return parts.get(0).waitsFirst();
    }
  }

  /** A service task with a job that undoes it. */
  record Undoable(String id) implements Block {
    @Override
    public List<Block> parts() {
      return List.of();
    }

    @Override
    public Block with(List<Block> parts) {
      return this;
    }

    @Override
    public boolean waitsFirst() {
      return true;
    }
  }

  /** An event-based gateway; each part begins with an event that is waited for. */
  record Choice(String id, List<Block> parts) implements Block {
    @Override
    public Block with(List<Block> parts) {
      return new Choice(id, parts);
    }

    @Override
    public boolean waitsFirst() {
      return true;
    }
  }

  /**
   * A process of its own that is called; {@code bringsAll} brings its variables back, else {@code
   * v}.
   */
  record Call(String id, boolean bringsAll, Block body) implements Block {
    @Override
    public List<Block> parts() {
      return List.of(body);
    }

    @Override
    public Block with(List<Block> parts) {
      return new Call(id, bringsAll, parts.get(0));
    }

    @Override
    public boolean waitsFirst() {
      return body.waitsFirst();
    }
  }

  /**
   * An ad-hoc sub-process that begins with the first {@code begun} parts.
   *
   * @param condition completes when {@code v >= 5}, else when nothing is left
   * @param cancels whether the rest is ended when the condition is met
   */
  record AdHoc(String id, int begun, boolean condition, boolean cancels, List<Block> parts)
      implements Block {
    @Override
    public Block with(List<Block> parts) {
      return new AdHoc(id, Math.min(begun, parts.size()), condition, cancels, parts);
    }

    @Override
    public boolean waitsFirst() {
      return begun > 0;
    }
  }

  /** The element that a path into it meets first. */
  default Block first() {
    return this instanceof Sequence || this instanceof Guard ? parts().get(0).first() : this;
  }

  /** Whether a boundary event can be attached to it. */
  default boolean isActivity() {
    return this instanceof Leaf leaf ? leaf.kind().isActivity() : isScope();
  }

  /** Whether escalations from inside can be caught at its boundary. */
  default boolean isScope() {
    return this instanceof Scope
        || this instanceof Loop
        || this instanceof Many
        || this instanceof Call
        || this instanceof AdHoc;
  }

  /** Whether something in it undoes, or can be undone; what it calls does so for itself. */
  default boolean compensates() {
    return this instanceof Undoable
        || (this instanceof Leaf leaf && leaf.kind() == Kind.COMPENSATE)
        || (!(this instanceof Call) && parts().stream().anyMatch(Block::compensates));
  }

  /** Whether something in it waits for a condition. */
  default boolean hasConditions() {
    return all()
        .anyMatch(
            block ->
                (block instanceof Leaf leaf && leaf.kind() == Kind.CONDITION)
                    || (block instanceof Guard guard
                        && guard.event().trigger() == Trigger.CONDITION)
                    || (block instanceof Scope scope
                        && scope.event() != null
                        && scope.event().trigger() == Trigger.CONDITION));
  }
}
