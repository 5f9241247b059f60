package uz.yagona.engine.state;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.definition.CompiledProcess;
import uz.yagona.engine.definition.ProcessDefinition;
import uz.yagona.engine.model.ElementType;
import uz.yagona.engine.model.ProcessModel;

/** A process instance: the outermost scope of its element instances. */
public final class ProcessInstance extends ElementInstance {
  private final Origin origin;
  private final Cell<CompiledProcess> definition;
  private final Cell<Integer> incidentCount;
  private final Cell<Set<String>> takenFlows;

  /** Characters of its variables. */
  long weight;

  private final Slot<Instant> removalDate = slot(null);

  ProcessInstance(long key, CompiledProcess definition, Origin origin, Progress progress) {
    this(key, definition, origin, progress, 0, Set.of());
  }

  ProcessInstance(
      long key,
      CompiledProcess definition,
      Origin origin,
      Progress progress,
      int incidentCount,
      Set<String> takenFlows) {
    super(key, null, definition.model().root(), ElementType.PROCESS, progress);
    this.origin = origin;
    this.definition = cell(definition);
    this.incidentCount = cell(incidentCount);
    this.takenFlows = cell(takenFlows);
  }

  /**
   * How the instance came to be.
   *
   * @param rootKey process instance at the top of the calls; 0 means this one
   */
  public record Origin(
      @Nullable Long parentInstanceKey,
      @Nullable Long parentElementKey,
      long rootKey,
      @Nullable String businessId,
      Set<String> tags,
      @Nullable String startMessageName,
      @Nullable String startCorrelationKey) {
    public static final Origin PLAIN = new Origin(null, null, 0, null, Set.of(), null, null);
  }

  @Override
  public ProcessInstance process() {
    return this;
  }

  public Origin origin() {
    return origin;
  }

  public long rootKey() {
    return origin.rootKey() == 0 ? key() : origin.rootKey();
  }

  public boolean isRoot() {
    return origin.parentInstanceKey() == null;
  }

  public ProcessDefinition definition() {
    return definition.get().row();
  }

  public CompiledProcess compiled() {
    return definition.get();
  }

  public ProcessModel model() {
    return definition.get().model();
  }

  /** Continues in another version. */
  public void migrate(CompiledProcess target) {
    definition.set(target);
    element(target.model().root());
  }

  public int incidentCount() {
    return incidentCount.get();
  }

  public void addIncidents(int difference) {
    incidentCount.set(Math.max(0, incidentCount.get() + difference));
  }

  Set<String> takenFlows() {
    return takenFlows.get();
  }

  public void take(String flowId) {
    if (!takenFlows.get().contains(flowId)) {
      var next = new LinkedHashSet<>(takenFlows.get());
      next.add(flowId);
      takenFlows.set(next);
    }
  }

  @Nullable Instant removalDate() {
    return removalDate.get();
  }

  public void removalDate(@Nullable Instant date) {
    removalDate.set(date);
  }
}
