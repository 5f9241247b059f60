package uz.yagona.engine.definition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.dmn.DecisionModel;
import uz.yagona.engine.dmn.DmnEvaluator;
import uz.yagona.engine.dmn.DmnParser;
import uz.yagona.engine.model.LinkedResource;
import uz.yagona.engine.model.ProcessModel;
import uz.yagona.engine.parse.BpmnParser;

/** Everything deployed. Used by the writer thread alone. */
public final class Definitions {
  private static final int CACHED_MODELS = 500;
  private static final String INSERT_DEPLOYMENT =
      "insert into engine.deployment (deployment_key, deployed_at) values (:key, :now)";

  private final JdbcClient jdbc;
  private final Parsers parsers;
  private final ProcessDefinitionRepository processRepository;
  private final DecisionRepository decisionRepository;
  private final FileRepository formRepository;
  private final FileRepository resourceRepository;
  private final Catalog<ProcessDefinition> processes;
  private final Catalog<RequirementsDefinition> requirements;
  private final Catalog<DecisionDefinition> decisions;
  private final Catalog<FileDefinition> forms;
  private final Catalog<FileDefinition> resources;
  private final Map<Long, CompiledProcess> compiled = cache();
  private final Map<Long, DecisionModel> decisionModels = cache();

  /** What turns files into models. */
  public record Parsers(BpmnParser bpmn, DmnParser dmn, DmnEvaluator evaluator) {}

  /**
   * @param journal is told how to take back each change
   */
  public Definitions(JdbcClient jdbc, Parsers parsers, Consumer<Runnable> journal) {
    this.jdbc = jdbc;
    this.parsers = parsers;
    processRepository = new ProcessDefinitionRepository(jdbc);
    decisionRepository = new DecisionRepository(jdbc);
    formRepository = FileRepository.forms(jdbc);
    resourceRepository = FileRepository.resources(jdbc);
    processes = new Catalog<>(journal);
    requirements = new Catalog<>(journal);
    decisions = new Catalog<>(journal);
    forms = new Catalog<>(journal);
    resources = new Catalog<>(journal);
  }

  private static <V> Map<Long, V> cache() {
    return new LinkedHashMap<>(64, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
        return size() > CACHED_MODELS;
      }
    };
  }

  /** Reads what is deployed; models are read when they are needed. */
  public void reload() {
    processes.clear();
    requirements.clear();
    decisions.clear();
    forms.clear();
    resources.clear();
    compiled.clear();
    decisionModels.clear();
    processRepository.load(processes);
    decisionRepository.load(requirements, decisions);
    formRepository.load(forms);
    resourceRepository.load(resources);
  }

  public Catalog<ProcessDefinition> processes() {
    return processes;
  }

  public Catalog<RequirementsDefinition> requirements() {
    return requirements;
  }

  public Catalog<DecisionDefinition> decisions() {
    return decisions;
  }

  public Catalog<FileDefinition> forms() {
    return forms;
  }

  public Catalog<FileDefinition> resources() {
    return resources;
  }

  public DmnEvaluator evaluator() {
    return parsers.evaluator();
  }

  // models ----------------------------------------------------------------------------------------

  /** The model of a definition that instances may run on; deleted ones too. */
  public CompiledProcess compiled(long processDefinitionKey) {
    var row = processes.find(processDefinitionKey);
    if (row == null) {
      throw new IllegalStateException(
          "Expected process definition with key '%d', but there is none"
              .formatted(processDefinitionKey));
    }
    return compiled(row);
  }

  public CompiledProcess compiled(ProcessDefinition row) {
    var known = compiled.get(row.key());
    if (known == null) {
      known = CompiledProcess.of(row, parse(row));
      compiled.put(row.key(), known);
    }
    return known;
  }

  private ProcessModel parse(ProcessDefinition row) {
    return parsers.bpmn().parse(row.resourceName(), processRepository.xml(row.key())).stream()
        .filter(model -> model.id().equals(row.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Expected process " + row.id()));
  }

  public DecisionModel decisionModel(DecisionDefinition decision) {
    var file = decision.requirements();
    var known = decisionModels.get(file.key());
    if (known == null) {
      known = parsers.dmn().parse(file.resourceName(), decisionRepository.xml(file.key()));
      decisionModels.put(file.key(), known);
    }
    return known;
  }

  /** A decision of the file; {@code null} if the file has none with this id. */
  public @Nullable DecisionDefinition decisionOf(RequirementsDefinition file, String decisionId) {
    for (var decision : decisions.all()) {
      if (decision.id().equals(decisionId) && decision.requirements().key() == file.key()) {
        return decision;
      }
    }
    return null;
  }

  /** JSON of the resources that a job needs. */
  public String linkedResources(List<LinkedResource> links, long deploymentKey) {
    var json = new ArrayList<Map<String, @Nullable Object>>();
    for (var link : links) {
      var resource = resources.bound(link.resourceId(), link.binding(), deploymentKey);
      var entry = new LinkedHashMap<String, @Nullable Object>();
      entry.put("resourceKey", resource == null ? null : Long.toString(resource.key()));
      entry.put("resourceType", link.resourceType());
      entry.put("linkName", link.linkName());
      json.add(entry);
    }
    return Variables.jsonOfValue(json);
  }

  // change ----------------------------------------------------------------------------------------

  /** Stores a deployment; what it holds is added next. */
  public void addDeployment(long key, Instant now) {
    jdbc.sql(INSERT_DEPLOYMENT)
        .param("key", key)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  public void add(ProcessDefinition row, ProcessModel model, byte[] xml, Instant now) {
    processRepository.insert(row, text(xml), startFormId(model), now);
    processes.add(row);
    compiled.put(row.key(), CompiledProcess.of(row, model));
  }

  private static @Nullable String startFormId(ProcessModel model) {
    var start = model.root().noneStart();
    var form = start == null ? null : start.form();
    var id = form == null ? null : form.formId();
    return id != null && id.isFixed() ? id.text() : null;
  }

  public void add(RequirementsDefinition row, DecisionModel model, byte[] xml, Instant now) {
    decisionRepository.insert(row, text(xml), now);
    requirements.add(row);
    decisionModels.put(row.key(), model);
  }

  public void add(DecisionDefinition row) {
    decisionRepository.insert(row);
    decisions.add(row);
  }

  public void addForm(FileDefinition row, byte[] content, Instant now) {
    formRepository.insert(row, content, now);
    forms.add(row);
  }

  public void addResource(FileDefinition row, byte[] content, Instant now) {
    resourceRepository.insert(row, content, now);
    resources.add(row);
  }

  private static String text(byte[] xml) {
    return new String(xml, StandardCharsets.UTF_8);
  }

  /** Running instances go on; new ones are not started. */
  public void delete(ProcessDefinition row, Instant now) {
    processRepository.delete(row.key(), now);
    processes.delete(row);
  }

  public void delete(RequirementsDefinition row, Instant now) {
    decisionRepository.delete(row.key(), now);
    requirements.delete(row);
    List.copyOf(decisions.all()).stream()
        .filter(decision -> decision.requirements().key() == row.key())
        .forEach(decisions::delete);
  }

  public void deleteForm(FileDefinition row, Instant now) {
    formRepository.delete(row.key(), now);
    forms.delete(row);
  }

  public void deleteResource(FileDefinition row, Instant now) {
    resourceRepository.delete(row.key(), now);
    resources.delete(row);
  }
}
