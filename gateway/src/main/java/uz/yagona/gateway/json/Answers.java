package uz.yagona.gateway.json;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Shapes of answers. */
public final class Answers {
  private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

  private Answers() {}

  /** 204 once the command was executed. */
  public static CompletableFuture<ResponseEntity<Void>> noContent(CompletableFuture<?> done) {
    return done.thenApply(result -> ResponseEntity.noContent().build());
  }

  /** XML whatever the caller accepts: clients of the API ask for JSON here too. */
  public static ResponseEntity<String> xml(String document) {
    return ResponseEntity.ok().contentType(XML).body(document);
  }
}
