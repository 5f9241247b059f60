package uz.yagona.portal.certificate;

/** The document that a holder shows at the desk; its number is kept nowhere. */
enum IdentityKind {
  PASSPORT,
  ID_CARD,
  SERVICE_CARD
}
