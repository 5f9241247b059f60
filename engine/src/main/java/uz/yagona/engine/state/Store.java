package uz.yagona.engine.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.definition.CompiledProcess;
import uz.yagona.engine.definition.ProcessDefinition;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.ElementType;

/**
 * The rows of running instances: found, added and closed here, always under the journal. One
 * connection, one thread.
 */
public final class Store {
  private final Journal journal = new Journal();
  private final Tables tables;
  private final KeyGenerator keys;
  private final Residents residents;
  private final HistoryRepository history;
  private final MigrationRepository migrations;
  private final Messages messages;
  private final ActiveStarts activeStarts;
  private final Starts starts;

  public Store(
      JdbcClient jdbc, KeyGenerator keys, LongFunction<CompiledProcess> definitions, int capacity) {
    this.keys = keys;
    tables = new Tables(jdbc, journal);
    messages = new Messages(tables.messages, journal);
    activeStarts = new ActiveStarts(jdbc, journal);
    residents = new Residents(jdbc, tables, definitions, capacity);
    starts = new Starts(tables, journal, keys);
    history = new HistoryRepository(jdbc);
    migrations = new MigrationRepository(jdbc);
  }

  public Journal journal() {
    return journal;
  }

  public long newKey() {
    return keys.next();
  }

  public Messages messages() {
    return messages;
  }

  public ActiveStarts activeStarts() {
    return activeStarts;
  }

  public Starts starts() {
    return starts;
  }

  // find ------------------------------------------------------------------------------------------

  /** Fetches what commands will ask for, with one query per table. */
  public void load(Needs needs) {
    residents.load(needs);
    messages.load(needs.buffered);
    activeStarts.load(needs.starts);
  }

  /** An active process instance; {@code null} when it is unknown or over. */
  public @Nullable ProcessInstance process(long key) {
    return residents.process(key);
  }

  /** An open row of this kind; {@code null} when it is unknown or closed. */
  public <R extends Row> @Nullable R find(Class<R> kind, long key) {
    var row = residents.row(key);
    return kind.isInstance(row) ? kind.cast(row) : null;
  }

  /** Open subscriptions for an address, oldest first; those of the needs are loaded. */
  public List<MessageSubscription> waitingFor(MessageAddress address) {
    return residents.waitingFor(address);
  }

  /** The page that the needs have asked for, up to the subscription {@code last}. */
  public SignalPage waitingForSignal(String signalName, long after, long last) {
    return residents.waitingForSignal(new SignalPage.Place(signalName, after), last);
  }

  // add and close ---------------------------------------------------------------------------------

  public ProcessInstance addProcess(
      CompiledProcess definition, ProcessInstance.Origin origin, Instant now) {
    var instance = tables.processInstances.insert(newKey(), definition, origin, now);
    addResident(instance);
    if (origin.startCorrelationKey() != null) {
      activeStarts.set(
          new ActiveStarts.Start(definition.row().id(), origin.startCorrelationKey()), true);
    }
    return instance;
  }

  public ElementInstance addElement(
      ElementInstance scope, Element element, ElementType type, int loopCounter, Instant now) {
    var instance = new ElementInstance(newKey(), scope, element, type, now, loopCounter);
    tables.elementInstances.changes.insert(instance);
    addResident(instance);
    return instance;
  }

  private void addResident(ElementInstance instance) {
    residents.add(instance);
    journal.record(() -> residents.remove(instance));
  }

  /** Ends an element or process instance; what it owns must be closed before. */
  public void end(ElementInstance instance, Phase last, Instant now) {
    instance.end(last, now);
    residents.remove(instance);
    journal.record(() -> residents.add(instance));
    var correlationKey = instance.process().origin().startCorrelationKey();
    if (instance.scope() == null && correlationKey != null) {
      var process = instance.process().definition().id();
      activeStarts.set(new ActiveStarts.Start(process, correlationKey), false);
    }
  }

  public void add(OwnedRow row) {
    tables.insert(row);
    residents.add(row);
    journal.record(() -> residents.remove(row));
  }

  /** The row is no longer open; it stays in the database as history. */
  public void close(OwnedRow row) {
    residents.remove(row);
    journal.record(() -> residents.add(row));
  }

  /** The row goes for good: timers and signal subscriptions. */
  public void delete(OwnedRow row) {
    tables.delete(row);
    close(row);
  }

  /** Sets a variable of exactly this scope; gives whether it is new. */
  public boolean setVariable(ElementInstance scope, String name, String json) {
    var known = scope.variable(name);
    var longer = json.length() - (known == null ? 0 : known.json().length());
    residents.weigh(scope.process(), longer);
    journal.record(() -> residents.weigh(scope.process(), -longer));
    if (known != null) {
      known.json(json);
      return false;
    }
    var variable = new Variable(newKey(), scope, name, json);
    tables.variables.changes.insert(variable);
    scope.variables.put(name, variable);
    journal.record(() -> scope.variables.remove(name));
    return true;
  }

  public void add(Correlation correlation) {
    tables.correlations.changes.insert(correlation);
  }

  public void add(JobFailure failure) {
    tables.jobFailures.changes.insert(failure);
  }

  public void add(TaskAssignment assignment) {
    tables.taskAssignments.changes.insert(assignment);
  }

  public void add(DecisionRow decision) {
    tables.decisions.changes.insert(decision);
  }

  /** Keeps a follow-up, as JSON, until it has been done. */
  public void leave(String command) {
    tables.followUps.changes.insert(new FollowUpRow(newKey(), command));
  }

  /** The follow-up is done with this batch. */
  public void done(FollowUpRow followUp) {
    tables.followUps.changes.delete(followUp);
  }

  /** Removes a finished root instance and those it called; {@code false} if there is none. */
  public boolean deleteHistory(long processInstanceKey) {
    return history.delete(processInstanceKey);
  }

  /** The instance goes on in another definition: open rows are told at once. */
  public void migrated(ProcessInstance process, ProcessDefinition target) {
    migrations.rewrite(process, target);
  }

  /** The element instance goes on as another element: what waits for it is told at once. */
  public void renamed(ElementInstance instance, String elementId) {
    migrations.rename(instance, elementId);
  }

  /** Removes the record of a decision; {@code false} if there is none. */
  public boolean deleteDecision(long evaluationKey) {
    return tables.decisions.delete(evaluationKey) > 0;
  }

  // due -------------------------------------------------------------------------------------------

  /** What is due, read page by page from the database. */
  public DueRows due() {
    return new DueRows(tables);
  }

  // batch -----------------------------------------------------------------------------------------

  /** Writes every change; {@code false} when another node has taken over, then nothing is. */
  public boolean write(Connection connection, long epoch) throws SQLException {
    var script = new Script();
    script.append(NodeRepository.FENCE);
    script.array(Columns.Type.BIGINT, List.of(epoch), number -> number);
    tables.write(script);
    return script.run(connection) != null;
  }

  /** The batch is durable; tells what those who wait have to know of it. */
  public Written committed() {
    var written = tables.written();
    journal.clear();
    tables.clear();
    forgetBatch();
    residents.evict();
    return written;
  }

  /** The batch is lost: what is in memory can't be trusted any more. */
  public void lost() {
    journal.rollback(0);
    tables.clear();
    forgetBatch();
    residents.clear();
  }

  private void forgetBatch() {
    messages.clear();
    activeStarts.clear();
  }

  /** Reads what must be known before the first command. */
  public void open(LongFunction<ProcessDefinition> definitions) {
    starts.load(definitions);
    messages.stored(due().nextExpiry().isPresent());
  }

  /** Number of rows in memory. */
  public int size() {
    return residents.size();
  }
}
