package uz.yagona.portal.vault;

/** Why personal values are read; shown to the person they belong to. */
public enum Purpose {
  /** The person looks at own data. */
  OWN_ACCESS,
  /** An official works on the request. */
  REVIEW,
  /** A head decides whether to sign. */
  SIGNING,
  /** The decision document is made. */
  DOCUMENT,
  /** Finding a request by what the person says about themselves. */
  SEARCH,
  /** Proof of a case for an audit, a court or another body. */
  EVIDENCE,
  /** The registration desk makes sure who a certificate is for. */
  IDENTITY,
  /** An official reads outside their rights, with a reason that is reviewed. */
  EMERGENCY
}
