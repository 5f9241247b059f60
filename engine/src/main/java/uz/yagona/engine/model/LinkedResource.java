package uz.yagona.engine.model;

import org.jspecify.annotations.Nullable;

/** A deployed resource that a job needs, handed to the worker as header {@code linkedResources}. */
public record LinkedResource(
    String resourceId, String resourceType, @Nullable String linkName, Binding binding) {}
