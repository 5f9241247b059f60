package uz.yagona.gateway.directory;

import java.util.Set;

/** Names of the installation's own callers, which no user may have. */
public record ReservedNames(Set<String> names) {}
