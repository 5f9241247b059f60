package uz.yagona.engine.definition;

import org.jspecify.annotations.Nullable;

/** A version of something deployed. */
public interface Deployed {
  long key();

  /** The author's id, shared by all versions. */
  String id();

  int version();

  @Nullable String versionTag();

  long deploymentKey();

  /** Name of the file. */
  String resourceName();

  /** Same checksum, same content. */
  String checksum();
}
