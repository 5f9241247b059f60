package uz.yagona.gateway.document;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.Engine;
import uz.yagona.gateway.retention.Removal;

/** Removes expired documents and links. Nobody can read them in the meantime. */
@Component("gatewayDocumentExpiry")
public final class DocumentExpiry implements DisposableBean {
  private static final int AT_ONCE = 100;

  private final Removal removal;

  DocumentExpiry(DocumentRepository documents, Engine engine) {
    removal =
        new Removal(
            "Expired documents",
            "gateway-document-expiry",
            AT_ONCE,
            limit -> documents.deleteExpired(engine.clock().instant(), limit));
  }

  /** How many documents were removed. */
  public int removeExpired() {
    return removal.all();
  }

  @Override
  public void destroy() {
    removal.close();
  }
}
