package uz.yagona.forms.model;

import java.util.Set;

/**
 * Kinds of evidence that public bodies hold themselves and so may not ask a person for (once only).
 *
 * <p>The list is that of the pilot; it is checked when a form is read.
 */
final class StateHeldEvidence {
  private static final Set<String> KINDS =
      Set.of(
          "identity-document",
          "address-registration",
          "civil-status-act",
          "family-composition",
          "company-register-extract",
          "tax-status",
          "income",
          "employment-record",
          "disability-status",
          "education-diploma",
          "driver-or-vehicle",
          "cadastre-extract",
          "licence-or-permit",
          "customs-declaration",
          "court-case-status",
          "procurement-contract");

  private StateHeldEvidence() {}

  static boolean contains(String kind) {
    return KINDS.contains(kind);
  }
}
