package uz.yagona.engine.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.yagona.engine.api.Deployment;
import uz.yagona.engine.api.DeploymentCommand.DeleteResource;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.definition.Catalog;
import uz.yagona.engine.definition.DecisionDefinition;
import uz.yagona.engine.definition.Definitions;
import uz.yagona.engine.definition.Deployed;
import uz.yagona.engine.definition.FileDefinition;
import uz.yagona.engine.definition.ProcessDefinition;
import uz.yagona.engine.definition.RequirementsDefinition;
import uz.yagona.engine.model.ProcessModel;
import uz.yagona.engine.parse.ResourceIds;

/** Deploys and deletes files. */
final class DeploymentHandler {
  private static final Logger LOG = LoggerFactory.getLogger(DeploymentHandler.class);

  private final Execution execution;
  private final Definitions definitions;
  private final StartEvents startEvents;

  DeploymentHandler(Execution execution) {
    this.execution = execution;
    definitions = execution.definitions;
    startEvents = new StartEvents(execution);
  }

  void register(Handlers handlers) {
    handlers.<Deployment, PreparedDeployment>onDeferred(
        PreparedDeployment.class,
        (command, needs) -> {},
        (command, reply) -> reply.send(deploy(command)));
    handlers.on(DeleteResource.class, (command, needs) -> {}, this::delete);
  }

  /** What a deployment has given so far. */
  private static final class Result {
    private final long key;
    private final List<Deployment.DeployedProcess> processes = new ArrayList<>();
    private final List<Deployment.DeployedDecision> decisions = new ArrayList<>();
    private final List<Deployment.DeployedRequirements> requirements = new ArrayList<>();
    private final List<Deployment.DeployedForm> forms = new ArrayList<>();
    private final List<Deployment.DeployedOther> resources = new ArrayList<>();

    private final boolean renewsAll;

    private Result(long key, boolean renewsAll) {
      this.key = key;
      this.renewsAll = renewsAll;
    }
  }

  private Deployment deploy(PreparedDeployment command) {
    var result = new Result(execution.store.newKey(), renewsAll(command));
    definitions.addDeployment(result.key, execution.now());
    for (var file : command.files()) {
      if (file instanceof PreparedDeployment.Processes processes) {
        processes.models().forEach(model -> deploy(model, processes, result));
      } else if (file instanceof PreparedDeployment.Decisions decisions) {
        deploy(decisions, result);
      } else if (file instanceof PreparedDeployment.Form form) {
        deploy(form, result);
      } else if (file instanceof PreparedDeployment.Other other) {
        deploy(other, result);
      }
    }
    return new Deployment(
        result.key,
        result.processes,
        result.decisions,
        result.requirements,
        result.forms,
        result.resources,
        warnings(command, result.key));
  }

  /**
   * Elements that are bound to their deployment mean the versions in it: then all files get new
   * ones when one has changed.
   */
  private boolean renewsAll(PreparedDeployment command) {
    return command.models().stream()
            .flatMap(model -> ProcessReferences.in(model).stream())
            .anyMatch(ProcessReferences.Reference::bindsToDeployment)
        && command.files().stream().anyMatch(this::isChanged);
  }

  private boolean isChanged(PreparedDeployment.PreparedFile file) {
    if (file instanceof PreparedDeployment.Processes processes) {
      return processes.models().stream()
          .anyMatch(model -> isChanged(definitions.processes().latest(model.id()), file));
    }
    if (file instanceof PreparedDeployment.Decisions decisions) {
      return isChanged(definitions.requirements().latest(decisions.model().id()), file);
    }
    return file instanceof PreparedDeployment.Form
        ? unchanged(definitions.forms(), file) == null
        : unchanged(definitions.resources(), file) == null;
  }

  private static boolean isChanged(
      @Nullable Deployed latest, PreparedDeployment.PreparedFile file) {
    return latest == null
        || !latest.checksum().equals(file.checksum())
        || !latest.resourceName().equals(file.file().name());
  }

  private List<String> warnings(PreparedDeployment command, long deploymentKey) {
    var warnings = new ArrayList<String>();
    for (var file : command.files()) {
      if (file instanceof PreparedDeployment.Processes processes) {
        processes.models().stream()
            .flatMap(model -> ProcessReferences.in(model).stream())
            .map(reference -> reference.missing(definitions, deploymentKey))
            .filter(Objects::nonNull)
            .map(missing -> file.file().name() + ": " + missing)
            .forEach(warnings::add);
      }
    }
    warnings.forEach(warning -> LOG.warn("Deployed with a warning: {}", warning));
    return warnings;
  }

  private void deploy(ProcessModel model, PreparedDeployment.Processes file, Result result) {
    var name = file.file().name();
    var latest = definitions.processes().latest(model.id());
    var row = latest;
    if (result.renewsAll || isChanged(latest, file)) {
      row =
          new ProcessDefinition(
              execution.store.newKey(),
              model.id(),
              definitions.processes().nextVersion(model.id()),
              model.versionTag(),
              model.name(),
              name,
              file.checksum(),
              result.key);
      definitions.add(row, model, file.file().content(), execution.now());
      startEvents.replace(latest, row);
    }
    if (row != null) {
      result.processes.add(
          new Deployment.DeployedProcess(row.id(), row.version(), row.key(), name));
    }
  }

  private void deploy(PreparedDeployment.Decisions file, Result result) {
    var latest = definitions.requirements().latest(file.model().id());
    var row =
        latest == null || result.renewsAll || isChanged(latest, file)
            ? add(file, result.key)
            : latest;
    result.requirements.add(
        new Deployment.DeployedRequirements(
            row.id(), orId(row.name(), row.id()), row.version(), row.key(), file.file().name()));
    for (var decision : file.model().decisions()) {
      var definition = definitions.decisionOf(row, decision.id());
      if (definition != null) {
        result.decisions.add(
            new Deployment.DeployedDecision(
                definition.id(),
                orId(definition.name(), definition.id()),
                definition.version(),
                definition.key(),
                row.id(),
                row.key()));
      }
    }
  }

  private RequirementsDefinition add(PreparedDeployment.Decisions file, long deploymentKey) {
    var model = file.model();
    var row =
        new RequirementsDefinition(
            execution.store.newKey(),
            model.id(),
            definitions.requirements().nextVersion(model.id()),
            model.name(),
            file.file().name(),
            file.checksum(),
            deploymentKey);
    definitions.add(row, model, file.file().content(), execution.now());
    for (var decision : model.decisions()) {
      definitions.add(
          new DecisionDefinition(
              execution.store.newKey(),
              decision.id(),
              definitions.decisions().nextVersion(decision.id()),
              decision.versionTag(),
              decision.name(),
              row));
    }
    return row;
  }

  private static String orId(@Nullable String name, String id) {
    return name == null ? id : name;
  }

  private void deploy(PreparedDeployment.Form file, Result result) {
    var row = result.renewsAll ? null : unchanged(definitions.forms(), file);
    if (row == null) {
      row = file(definitions.forms(), file, file.id(), result.key);
      definitions.addForm(row, file.file().content(), execution.now());
    }
    result.forms.add(
        new Deployment.DeployedForm(row.id(), row.version(), row.key(), row.resourceName()));
  }

  private void deploy(PreparedDeployment.Other file, Result result) {
    var row = result.renewsAll ? null : unchanged(definitions.resources(), file);
    if (row == null) {
      row = file(definitions.resources(), file, file.id(), result.key);
      definitions.addResource(row, file.file().content(), execution.now());
    }
    result.resources.add(
        new Deployment.DeployedOther(row.id(), row.version(), row.key(), row.resourceName()));
  }

  private static @Nullable FileDefinition unchanged(
      Catalog<FileDefinition> catalog, PreparedDeployment.PreparedFile file) {
    var id =
        file instanceof PreparedDeployment.Form form
            ? form.id().id()
            : ((PreparedDeployment.Other) file).id().id();
    var latest = catalog.latest(id);
    return isChanged(latest, file) ? null : latest;
  }

  private FileDefinition file(
      Catalog<FileDefinition> catalog,
      PreparedDeployment.PreparedFile file,
      ResourceIds.ResourceId id,
      long deploymentKey) {
    return new FileDefinition(
        execution.store.newKey(),
        id.id(),
        catalog.nextVersion(id.id()),
        id.versionTag(),
        file.file().name(),
        file.checksum(),
        deploymentKey);
  }

  // delete ----------------------------------------------------------------------------------------

  private Done delete(DeleteResource command) {
    var key = command.resourceKey();
    var now = execution.now();
    var process = alive(definitions.processes(), key);
    var requirements = alive(definitions.requirements(), key);
    var form = alive(definitions.forms(), key);
    var resource = alive(definitions.resources(), key);
    if (process != null) {
      var wasLatest = process.equals(definitions.processes().latest(process.id()));
      definitions.delete(process, now);
      if (wasLatest) {
        startEvents.replace(process, definitions.processes().latest(process.id()));
      }
    } else if (requirements != null) {
      definitions.delete(requirements, now);
    } else if (form != null) {
      definitions.deleteForm(form, now);
    } else if (resource != null) {
      definitions.deleteResource(resource, now);
    } else {
      throw RejectedException.notFound(
          "Expected to delete resource but no resource found with key `%d`", key);
    }
    return Done.INSTANCE;
  }

  private static <D extends Deployed> @Nullable D alive(Catalog<D> catalog, long key) {
    var found = catalog.find(key);
    return found == null || catalog.isDeleted(found) ? null : found;
  }
}
