package uz.yagona.portal.erasure;

/** Where an erasure stands; the last two are final. */
public enum ErasureState {
  REQUESTED,
  /** One officer has confirmed it. */
  CONFIRMED,
  DONE,
  REFUSED;

  public boolean isOpen() {
    return this == REQUESTED || this == CONFIRMED;
  }
}
