package uz.yagona.portal.page;

import java.util.List;

/** Addresses that belong to programs: they get problem details, never pages. */
final class ApiPaths {
  private static final List<String> ROOTS =
      List.of("/v2", "/internal", "/signing", "/pki", "/actuator");

  static final List<String> PATTERNS = ROOTS.stream().map(root -> root + "/**").toList();

  private ApiPaths() {}

  static boolean contains(String path) {
    return ROOTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }
}
