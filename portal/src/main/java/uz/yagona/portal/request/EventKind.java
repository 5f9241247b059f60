package uz.yagona.portal.request;

/** What happened to a request; texts in {@code word.event.*}. */
public enum EventKind {
  FILED,
  REGISTERED,
  DEADLINE,
  IN_REVIEW,
  REVIEWED(true),
  ASKED,
  ANSWERED,
  RESUMED,
  FORWARDED,
  SIGNING,
  RETURNED(true),
  DOCUMENT(true),
  SIGNED,
  DECIDED,
  ESCALATED(true),
  WITHDRAWAL_ASKED,
  WITHDRAWN;

  private final boolean staffOnly;

  EventKind() {
    this(false);
  }

  EventKind(boolean staffOnly) {
    this.staffOnly = staffOnly;
  }

  /** Whether applicants are not shown it. */
  public boolean isStaffOnly() {
    return staffOnly;
  }
}
