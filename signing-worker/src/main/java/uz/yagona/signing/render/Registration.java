package uz.yagona.signing.render;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Under which name a document is on record.
 *
 * @param at when it was made, printed as its date
 * @param baseUrl public address of the installation
 * @param places for signatures, in the order in which they are printed
 */
record Registration(
    UUID documentId, String documentNumber, Instant at, URI baseUrl, List<SignaturePlace> places) {

  /** Copies the places. */
  Registration {
    places = List.copyOf(places);
  }

  /** The page that the QR code opens. */
  String checkAddress() {
    return baseUrl + "/v/" + documentId;
  }
}
