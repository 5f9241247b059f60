package uz.yagona.engine.definition;

import org.jspecify.annotations.Nullable;

/** A deployed version of one decision of a DMN file. */
public record DecisionDefinition(
    long key,
    String id,
    int version,
    @Nullable String versionTag,
    @Nullable String name,
    RequirementsDefinition requirements)
    implements Deployed {
  @Override
  public long deploymentKey() {
    return requirements.deploymentKey();
  }

  @Override
  public String resourceName() {
    return requirements.resourceName();
  }

  @Override
  public String checksum() {
    return requirements.checksum();
  }
}
