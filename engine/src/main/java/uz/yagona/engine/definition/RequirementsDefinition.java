package uz.yagona.engine.definition;

import org.jspecify.annotations.Nullable;

/** A deployed version of a DMN file. */
public record RequirementsDefinition(
    long key,
    String id,
    int version,
    @Nullable String name,
    String resourceName,
    String checksum,
    long deploymentKey)
    implements Deployed {
  @Override
  public @Nullable String versionTag() {
    return null;
  }
}
