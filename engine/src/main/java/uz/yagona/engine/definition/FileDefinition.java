package uz.yagona.engine.definition;

import org.jspecify.annotations.Nullable;

/** A deployed version of a form or another file. */
public record FileDefinition(
    long key,
    String id,
    int version,
    @Nullable String versionTag,
    String resourceName,
    String checksum,
    long deploymentKey)
    implements Deployed {}
