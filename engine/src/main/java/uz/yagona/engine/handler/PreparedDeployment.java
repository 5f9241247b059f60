package uz.yagona.engine.handler;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import uz.yagona.engine.api.DeploymentCommand.DeployResources;
import uz.yagona.engine.api.DeploymentCommand.DeployedFile;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.definition.Definitions;
import uz.yagona.engine.dmn.DecisionModel;
import uz.yagona.engine.model.ProcessModel;
import uz.yagona.engine.parse.InvalidModelException;
import uz.yagona.engine.parse.ResourceIds;

/** A deployment whose files are read and checked, away from the writer thread. */
public record PreparedDeployment(List<PreparedFile> files) {

  /** One file, by its kind. */
  sealed interface PreparedFile {
    DeployedFile file();

    String checksum();
  }

  record Processes(DeployedFile file, String checksum, List<ProcessModel> models)
      implements PreparedFile {}

  record Decisions(DeployedFile file, String checksum, DecisionModel model)
      implements PreparedFile {}

  record Form(DeployedFile file, String checksum, ResourceIds.ResourceId id)
      implements PreparedFile {}

  record Other(DeployedFile file, String checksum, ResourceIds.ResourceId id)
      implements PreparedFile {}

  /**
   * Reads and checks the files.
   *
   * @throws RejectedException INVALID_ARGUMENT with one line per fault
   */
  public static PreparedDeployment of(DeployResources command, Definitions.Parsers parsers) {
    if (command.files().isEmpty()) {
      throw RejectedException.invalidArgument(
          "Expected to deploy at least one resource, but none given");
    }
    var faults = new ArrayList<String>();
    var files = new ArrayList<PreparedFile>();
    for (var file : command.files()) {
      try {
        files.add(prepare(file, parsers));
      } catch (InvalidModelException e) {
        faults.addAll(e.faults());
      }
    }
    refuseRepeatedIds(files, faults);
    if (!faults.isEmpty()) {
      throw RejectedException.invalidArgument(
          "%s",
          "Expected to deploy new resources, but encountered the following errors:\n"
              + String.join("\n", faults));
    }
    return new PreparedDeployment(List.copyOf(files));
  }

  private static PreparedFile prepare(DeployedFile file, Definitions.Parsers parsers) {
    var name = file.name();
    var content = file.content();
    var checksum = checksum(content);
    return switch (ResourceIds.kindOf(name)) {
      case BPMN -> new Processes(file, checksum, parsers.bpmn().parse(name, content));
      case DMN -> new Decisions(file, checksum, parsers.dmn().parse(name, content));
      case FORM -> new Form(file, checksum, ResourceIds.formId(name, content));
      case OTHER -> new Other(file, checksum, ResourceIds.otherId(name, content));
    };
  }

  private static String checksum(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refuseRepeatedIds(List<PreparedFile> files, List<String> faults) {
    Set<String> seen = new HashSet<>();
    for (var file : files) {
      for (var name : names(file)) {
        if (!seen.add(name)) {
          faults.add(
              "%s: Expected each id once in a deployment, but %s is there again"
                  .formatted(file.file().name(), name));
        }
      }
    }
  }

  /** What the file defines: {@code process 'a'}. */
  private static List<String> names(PreparedFile file) {
    if (file instanceof Processes processes) {
      return processes.models().stream().map(model -> named("process", model.id())).toList();
    }
    if (file instanceof Decisions decisions) {
      var names = new ArrayList<String>();
      names.add(named("decision requirements", decisions.model().id()));
      decisions.model().decisions().forEach(each -> names.add(named("decision", each.id())));
      return names;
    }
    return file instanceof Form form
        ? List.of(named("form", form.id().id()))
        : List.of(named("resource", ((Other) file).id().id()));
  }

  private static String named(String kind, String id) {
    return "%s '%s'".formatted(kind, id);
  }

  /** The processes of all files. */
  List<ProcessModel> models() {
    return files.stream()
        .filter(Processes.class::isInstance)
        .flatMap(file -> ((Processes) file).models().stream())
        .toList();
  }
}
