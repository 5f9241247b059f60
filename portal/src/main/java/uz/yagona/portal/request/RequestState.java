package uz.yagona.portal.request;

/** Where a request stands. {@code DECIDED} and {@code WITHDRAWN} are final. */
public enum RequestState {
  FILED,
  REGISTERED,
  IN_REVIEW,
  WAITING_APPLICANT,
  SIGNING,
  DECIDED,
  WITHDRAWN;

  public boolean isFinal() {
    return this == DECIDED || this == WITHDRAWN;
  }

  /** Whether the process may put {@code next} after this one; the same state may be put again. */
  public boolean canBecome(RequestState next) {
    if (next == this) {
      return true;
    }
    return switch (this) {
      case FILED -> next == REGISTERED || next == WITHDRAWN;
      case REGISTERED, WAITING_APPLICANT -> next == IN_REVIEW || next == WITHDRAWN;
      case IN_REVIEW -> next == WAITING_APPLICANT || next == SIGNING || next == WITHDRAWN;
      case SIGNING -> next == IN_REVIEW || next == DECIDED || next == WITHDRAWN;
      case DECIDED, WITHDRAWN -> false;
    };
  }
}
