package uz.yagona.signing.pades;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.net.URI;
import java.util.List;
import uz.yagona.signing.pki.PkiEndpoints;

/**
 * Carries the signature library's RFC 3161, RFC 6960 and CRL messages to the pilot PKI inside this
 * process. No other address is ever called, whatever a file under check may name.
 */
final class PkiTransport implements DataLoader {
  private static final long serialVersionUID = 1L;
  private static final String ROOT = "/pki/";

  private final transient PkiEndpoints endpoints;

  PkiTransport(PkiEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public byte[] get(String url) {
    return endpoints
        .get(path(url))
        .orElseThrow(
            () ->
                new DSSExternalResourceException("Expected a resource of the pilot PKI at " + url));
  }

  @Override
  public DataAndUrl get(List<String> urls) {
    DSSException last = new DSSExternalResourceException("Expected an address, but got none");
    for (var url : urls) {
      try {
        return new DataAndUrl(url, get(url));
      } catch (DSSException e) {
        last = e;
      }
    }
    throw last;
  }

  @Override
  public byte[] post(String url, byte[] content) {
    return endpoints
        .post(path(url), content)
        .orElseThrow(
            () ->
                new DSSExternalResourceException("Expected a service of the pilot PKI at " + url));
  }

  @Override
  public void setContentType(String contentType) {
    // the endpoints know their media types
  }

  /** The path behind {@code /pki}: certificates outlive a change of the installation's address. */
  private static String path(String url) {
    try {
      var path = URI.create(url).getPath();
      var start = path == null ? -1 : path.lastIndexOf(ROOT);
      if (path != null && start >= 0) {
        return path.substring(start + ROOT.length());
      }
    } catch (IllegalArgumentException e) {
      // not an address at all
    }
    throw new DSSExternalResourceException("Expected an address of the pilot PKI, but got " + url);
  }
}
