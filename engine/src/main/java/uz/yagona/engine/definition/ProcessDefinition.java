package uz.yagona.engine.definition;

import org.jspecify.annotations.Nullable;

/** A deployed version of a process, without its model. */
public record ProcessDefinition(
    long key,
    String id,
    int version,
    @Nullable String versionTag,
    @Nullable String name,
    String resourceName,
    String checksum,
    long deploymentKey)
    implements Deployed {}
