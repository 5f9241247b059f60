package uz.yagona.portal.journal;

/** What was done, read or refused. */
public enum Action {
  SIGN_IN,
  SIGN_IN_FAILED,
  SIGN_OUT,
  REFUSED,
  READ_PERSONAL,
  SEARCH_PERSONAL,
  ERASE_PERSONAL,
  ERASURE,
  DOWNLOAD,
  FILE,
  ANSWER,
  WITHDRAW,
  REGISTER,
  STATE,
  CLAIM,
  RELEASE,
  COMPLETE,
  SIGN,
  RETURN,
  CLOCK,
  INCIDENT,
  DEPLOY,
  REVOKE,
  BREAK_GLASS,
  BREAK_GLASS_REVIEW,
  MASTER_KEY
}
