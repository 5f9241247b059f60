package uz.yagona.engine.state;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The repositories of everything that belongs to instances. */
final class Tables {
  final ProcessInstanceRepository processInstances;
  final ElementInstanceRepository elementInstances;
  final VariableRepository variables;
  final JobRepository jobs;
  final TimerRepository timers;
  final MessageSubscriptionRepository messageSubscriptions;
  final SignalSubscriptionRepository signalSubscriptions;
  final MessageRepository messages;
  final CorrelationRepository correlations;
  final JobFailureRepository jobFailures;
  final TaskAssignmentRepository taskAssignments;
  final DecisionInstanceRepository decisions;
  final FollowUpRepository followUps;
  private final TaskRepository tasks;
  private final IncidentRepository incidents;
  private final Map<Class<?>, Changes<? extends OwnedRow>> owned = new HashMap<>();

  Tables(JdbcClient jdbc, Journal journal) {
    processInstances = new ProcessInstanceRepository(jdbc, journal);
    elementInstances = new ElementInstanceRepository(jdbc, journal);
    variables = new VariableRepository(jdbc, journal);
    jobs = new JobRepository(jdbc, journal);
    tasks = new TaskRepository(jdbc, journal);
    timers = new TimerRepository(jdbc, journal);
    messageSubscriptions = new MessageSubscriptionRepository(jdbc, journal);
    signalSubscriptions = new SignalSubscriptionRepository(jdbc, journal);
    incidents = new IncidentRepository(jdbc, journal);
    messages = new MessageRepository(jdbc, journal);
    correlations = new CorrelationRepository(journal);
    jobFailures = new JobFailureRepository(journal);
    taskAssignments = new TaskAssignmentRepository(journal);
    decisions = new DecisionInstanceRepository(jdbc, journal);
    followUps = new FollowUpRepository(jdbc, journal);
    owned.put(JobRow.class, jobs.changes);
    owned.put(TaskRow.class, tasks.changes);
    owned.put(TimerRow.class, timers.changes);
    owned.put(MessageSubscription.class, messageSubscriptions.changes);
    owned.put(SignalSubscription.class, signalSubscriptions.changes);
    owned.put(Incident.class, incidents.changes);
  }

  @SuppressWarnings("unchecked")
  private Changes<OwnedRow> changesOf(OwnedRow row) {
    var changes = owned.get(row.getClass());
    if (changes == null) {
      throw new IllegalArgumentException("Expected a table for " + row.getClass());
    }
    return (Changes<OwnedRow>) changes;
  }

  void insert(OwnedRow row) {
    changesOf(row).insert(row);
  }

  void delete(OwnedRow row) {
    changesOf(row).delete(row);
  }

  /** Loads what waits on behalf of active element instances. */
  void loadOwned(OwnedRowReading wanted) {
    jobs.load(wanted);
    tasks.load(wanted);
    timers.load(wanted);
    messageSubscriptions.load(wanted);
    signalSubscriptions.load(wanted);
    incidents.load(wanted);
  }

  void write(Script script) {
    processInstances.write(script);
    elementInstances.write(script);
    variables.write(script);
    jobs.write(script);
    tasks.write(script);
    timers.write(script);
    messageSubscriptions.write(script);
    signalSubscriptions.write(script);
    incidents.write(script);
    messages.write(script);
    correlations.write(script);
    jobFailures.write(script);
    taskAssignments.write(script);
    decisions.write(script);
    followUps.write(script);
  }

  void clear() {
    all().forEach(Changes::clear);
  }

  private Stream<Changes<? extends Row>> all() {
    return Stream.concat(
        owned.values().stream(),
        Stream.of(
            processInstances.changes,
            elementInstances.changes,
            variables.changes,
            timers.starts,
            messageSubscriptions.starts,
            signalSubscriptions.starts,
            messages.changes,
            correlations.changes,
            jobFailures.changes,
            taskAssignments.changes,
            decisions.changes,
            followUps.changes));
  }

  /** What the batch has written that others have to know of. */
  Written written() {
    var changedJobs =
        Stream.concat(jobs.changes.inserted().stream(), jobs.changes.updated().stream()).toList();
    return new Written(
        changedJobs,
        earliest(
            Stream.concat(
                timers.changes.inserted().stream().map(TimerRow::dueDate),
                timers.starts.inserted().stream().map(StartTimer::dueDate))),
        earliest(changedJobs.stream().map(JobRow::retryAt)),
        earliest(messages.changes.inserted().stream().map(MessageRow::expiresAt)),
        all().mapToInt(Changes::size).sum(),
        incidents.changes.inserted().stream().map(Incident::errorType).toList());
  }

  private static @Nullable Instant earliest(Stream<@Nullable Instant> times) {
    return times.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
  }
}
