package uz.yagona.forms.formjs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What an import learns on the way: what is lost, which names the form has and which ones it reads.
 */
final class ImportNotes {
  private final List<String> lost = new ArrayList<>();
  private final Set<String> own = new HashSet<>();
  private final Set<String> read = new HashSet<>();

  void lose(JsonNode component, String reason) {
    String name = component.path("key").asString(component.path("id").asString("component"));
    lost.add(name + ": " + reason);
  }

  void owns(String name) {
    own.add(name);
  }

  void reads(Set<String> names) {
    read.addAll(names);
  }

  List<String> lost() {
    return List.copyOf(lost);
  }

  /** Names that expressions read and the form does not have: variables of the process. */
  List<String> foreign() {
    return read.stream().filter(name -> !own.contains(name)).sorted().toList();
  }
}
