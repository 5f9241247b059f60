package uz.yagona.engine.state;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.ElementType;

/** One activation of an element; holds what is inside it and what waits on its behalf. */
public class ElementInstance extends Row {
  final LinkedHashMap<Long, ElementInstance> children = new LinkedHashMap<>();
  final LinkedHashMap<Long, OwnedRow> owned = new LinkedHashMap<>();
  final LinkedHashMap<String, Variable> variables = new LinkedHashMap<>();

  private final @Nullable ElementInstance scope;
  private final ElementType type;
  private final Instant startDate;
  private final int loopCounter;
  private final Cell<Element> element;
  private final Cell<Phase> phase;
  private final Slot<Instant> endDate = slot(null);
  private final Cell<Map<String, Object>> memory;
  private final Cell<Boolean> continuation;
  private final Slot<Long> incidentKey;
  private final Slot<Long> calledInstanceKey;

  /** A new instance; {@code loopCounter} counts the repetitions from 1, else it is 0. */
  public ElementInstance(
      long key,
      ElementInstance scope,
      Element element,
      ElementType type,
      Instant startDate,
      int loopCounter) {
    this(key, scope, element, type, new Progress(startDate, loopCounter));
  }

  ElementInstance(
      long key,
      @Nullable ElementInstance scope,
      Element element,
      ElementType type,
      Progress progress) {
    super(key);
    this.scope = scope;
    this.type = type;
    this.element = cell(element);
    startDate = progress.startDate();
    loopCounter = progress.loopCounter();
    phase = cell(progress.phase());
    memory = cell(progress.memory());
    continuation = cell(progress.continuation());
    incidentKey = slot(progress.incidentKey());
    calledInstanceKey = slot(progress.calledInstanceKey());
  }

  /** How far an instance has come. */
  record Progress(
      Instant startDate,
      int loopCounter,
      Phase phase,
      Map<String, Object> memory,
      boolean continuation,
      @Nullable Long incidentKey,
      @Nullable Long calledInstanceKey) {
    Progress(Instant startDate, int loopCounter) {
      this(startDate, loopCounter, Phase.ACTIVATING, Map.of(), false, null, null);
    }
  }

  /** The process instance it belongs to. */
  public ProcessInstance process() {
    return container().process();
  }

  /** The instance around it; of the process itself it fails. */
  public ElementInstance container() {
    if (scope == null) {
      throw new IllegalStateException("Expected a scope around element instance " + key());
    }
    return scope;
  }

  /** The instance around it; {@code null} for the process. */
  public @Nullable ElementInstance scope() {
    return scope;
  }

  public ElementType type() {
    return type;
  }

  public boolean isMultiInstanceBody() {
    return type == ElementType.MULTI_INSTANCE_BODY;
  }

  /** Whether it is one repetition of a multi-instance activity. */
  public boolean isRepetition() {
    return scope != null && scope.isMultiInstanceBody();
  }

  /** Whether it stands for the element itself, not for a body around or a shell inside it. */
  public boolean isProper() {
    return type != ElementType.MULTI_INSTANCE_BODY
        && type != ElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE;
  }

  /** Whether it is what the element's flows and boundary events belong to. */
  public boolean isOutermost() {
    return !isRepetition() && type != ElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE;
  }

  public Instant startDate() {
    return startDate;
  }

  public int loopCounter() {
    return loopCounter;
  }

  public Element element() {
    return element.get();
  }

  public void element(Element migrated) {
    element.set(migrated);
  }

  public Phase phase() {
    return phase.get();
  }

  public void phase(Phase next) {
    phase.set(next);
  }

  public @Nullable Instant endDate() {
    return endDate.get();
  }

  /** Ends for good. */
  void end(Phase last, Instant now) {
    phase.set(last);
    endDate.set(now);
    continuation.set(false);
    incidentKey.set(null);
    memory.set(Map.of());
  }

  public boolean hasContinuation() {
    return continuation.get();
  }

  public void continuation(boolean pending) {
    continuation.set(pending);
  }

  public @Nullable Long incidentKey() {
    return incidentKey.get();
  }

  public void incidentKey(@Nullable Long key) {
    incidentKey.set(key);
  }

  public @Nullable Long calledInstanceKey() {
    return calledInstanceKey.get();
  }

  public void calledInstanceKey(long key) {
    calledInstanceKey.set(key);
  }

  Map<String, Object> memory() {
    return memory.get();
  }

  /** What a behavior remembered under this name: a plain JSON value. */
  public @Nullable Object recall(String name) {
    return memory.get().get(name);
  }

  /** A remembered number, 0 if there is none. */
  public int recallInt(String name) {
    return memory.get().get(name) instanceof Number number ? number.intValue() : 0;
  }

  /** Remembers a plain JSON value; {@code null} forgets it. */
  public void remember(String name, @Nullable Object value) {
    var next = new LinkedHashMap<>(memory.get());
    if (value == null) {
      next.remove(name);
    } else {
      next.put(name, value);
    }
    memory.set(next.isEmpty() ? Map.of() : next);
  }

  /** Active instances directly inside; a snapshot. */
  public List<ElementInstance> children() {
    return List.copyOf(children.values());
  }

  public boolean hasChildren() {
    return !children.isEmpty();
  }

  public int childCount() {
    return children.size();
  }

  /** Open rows of a kind that belong to it; a snapshot. */
  public <R extends OwnedRow> List<R> owned(Class<R> kind) {
    return owned.isEmpty()
        ? List.of()
        : owned.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Everything open that belongs to it; a snapshot. */
  public List<OwnedRow> owned() {
    return List.copyOf(owned.values());
  }

  /** Variables of exactly this scope. */
  public Collection<Variable> variables() {
    return Collections.unmodifiableCollection(variables.values());
  }

  public @Nullable Variable variable(String name) {
    return variables.get(name);
  }

  /** Itself and everything inside, outermost first. */
  public Stream<ElementInstance> tree() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(ElementInstance::tree));
  }
}
