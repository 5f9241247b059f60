package uz.yagona.portal.journal;

/** What was done, read or refused. */
public enum Action {
  SIGN_IN(false),
  SIGN_IN_FAILED(false),
  SIGN_OUT(false),
  REFUSED(false),
  READ_PERSONAL(false),
  SEARCH_PERSONAL(false),
  DOWNLOAD(false),
  ERASE_PERSONAL(true),
  ERASURE(true),
  FILE(true),
  ANSWER(true),
  WITHDRAW(true),
  REGISTER(true),
  STATE(true),
  NOTICE(true),
  CLAIM(true),
  RELEASE(true),
  COMPLETE(true),
  SIGN(true),
  RETURN(true),
  CLOCK(true),
  INCIDENT(true),
  DEPLOY(true),
  REVOKE(true),
  BREAK_GLASS(true),
  BREAK_GLASS_REVIEW(true),
  MASTER_KEY(true),
  CERTIFICATE(true),
  SUBSTITUTION(true),
  ACCOUNT(true);

  private final boolean changes;

  Action(boolean changes) {
    this.changes = changes;
  }

  /** Whether it changes what is stored; its entry then tells what was before and what is after. */
  public boolean changes() {
    return changes;
  }
}
