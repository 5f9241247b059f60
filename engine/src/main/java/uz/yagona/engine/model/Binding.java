package uz.yagona.engine.model;

import org.jspecify.annotations.Nullable;

/** Which version of a called process, decision or form is meant. */
public record Binding(Type type, @Nullable String versionTag) {

  public static final Binding LATEST = new Binding(Type.LATEST, null);

  /** How the version is chosen. */
  public enum Type {
    LATEST,
    DEPLOYMENT,
    VERSION_TAG
  }
}
