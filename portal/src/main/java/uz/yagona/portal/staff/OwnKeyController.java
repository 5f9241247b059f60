package uz.yagona.portal.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import uz.yagona.portal.signing.RemoteSigningException;
import uz.yagona.portal.signing.SigningUnavailableException;
import uz.yagona.portal.user.PortalUser;

/** What the page of a signing task sends while the person signs on the own device. */
@Controller
@ResponseBody
@RequestMapping(
    path = "/tasks/{key}/remote-signatures",
    produces = MediaType.APPLICATION_JSON_VALUE)
class OwnKeyController {
  private final RemoteSigning signing;

  OwnKeyController(RemoteSigning signing) {
    this.signing = signing;
  }

  @PostMapping
  ResponseEntity<Object> prepare(
      @PathVariable long key,
      @RequestParam String method,
      @RequestParam String digest,
      @RequestParam(required = false) @Nullable String certificate,
      PortalUser user) {
    return answered(() -> signing.prepare(key, user, method, digest, certificate));
  }

  @PostMapping("/{id:[0-9a-f-]{36}}")
  ResponseEntity<Object> give(
      @PathVariable long key,
      @PathVariable String id,
      @RequestParam String value,
      PortalUser user,
      HttpServletRequest request) {
    return answered(
        () -> {
          signing.give(key, user, id, value, request.getRemoteAddr());
          return Map.of("remoteSignatureId", id);
        });
  }

  /** The page has words for each code. */
  private static ResponseEntity<Object> answered(Supplier<Object> work) {
    try {
      return ResponseEntity.ok(work.get());
    } catch (RemoteSigningException e) {
      return ResponseEntity.unprocessableContent().body(Map.of("code", e.code()));
    } catch (SigningUnavailableException e) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .body(Map.of("code", "TRY_LATER"));
    }
  }
}
