package uz.yagona.portal.staff;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import uz.yagona.portal.PortalProperties;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.request.Reviews;
import uz.yagona.portal.signing.RemoteSigningClient;
import uz.yagona.portal.signing.RemoteSigningException;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Users;

/**
 * The holder of a signing task signs with a key on the own device, before the task ends. Each
 * signature given or refused is journaled with document and method.
 */
@Component
class RemoteSigning {
  private static final String E_IMZO = "E_IMZO";

  private final Tasks tasks;
  private final Reviews reviews;
  private final RemoteSigningClient signing;
  private final Users users;
  private final Journal journal;
  private final boolean hasEImzo;

  RemoteSigning(
      Tasks tasks,
      Reviews reviews,
      RemoteSigningClient signing,
      Users users,
      Journal journal,
      PortalProperties properties) {
    this.tasks = tasks;
    this.reviews = reviews;
    this.signing = signing;
    this.users = users;
    this.journal = journal;
    this.hasEImzo = properties.portal().eImzo() != null;
  }

  /** A signing task in the hands of somebody who may sign there. */
  private record Desk(StaffTask task, UUID requestId, Draft draft, @Nullable String principal) {}

  /**
   * @param method {@code OWN_KEY} or {@code E_IMZO}
   * @param digest of the file that the person was shown
   * @param certificate DER in Base64; {@code null} for E-IMZO
   */
  RemoteSigningClient.Prepared prepare(
      long taskKey, PortalUser user, String method, String digest, @Nullable String certificate) {
    var desk = desk(taskKey, user);
    if (!desk.draft().digest().equals(digest)) {
      throw new RemoteSigningException("DIGEST_MISMATCH");
    }
    if (method.equals(E_IMZO) && !hasEImzo) {
      throw new RemoteSigningException("NOT_OFFERED");
    }
    var order =
        new RemoteSigningClient.Order(
            method,
            desk.draft().documentId(),
            taskKey,
            user.userName(),
            desk.principal(),
            digest,
            certificate);
    try {
      return signing.prepare(order);
    } catch (RemoteSigningException e) {
      note(desk, user, Action.REFUSED, Map.of("method", method, "reason", e.code()));
      throw e;
    }
  }

  /** Hands over what the person's device made. */
  void give(long taskKey, PortalUser user, String id, String value, String address) {
    var desk = desk(taskKey, user);
    var pinfl = users.profile(user).values().get("pinfl");
    try {
      var given = signing.give(id, user.userName(), value, pinfl, address);
      note(
          desk,
          user,
          Action.SIGN,
          Map.of(
              "method",
              given.method(),
              "certificate",
              given.certificateSerial(),
              "remoteSignature",
              id,
              "after.signature",
              "GIVEN"));
    } catch (RemoteSigningException e) {
      note(desk, user, Action.REFUSED, Map.of("remoteSignature", id, "reason", e.code()));
      throw e;
    }
  }

  private Desk desk(long taskKey, PortalUser user) {
    var task =
        tasks
            .find(taskKey)
            .filter(found -> found.isSignature() && found.isOpen() && found.isHeldBy(user))
            .orElseThrow(
                () ->
                    new AccessDeniedException(
                        "Expected an open signing task of %s, but found none"
                            .formatted(user.userName())));
    var requestId =
        tasks
            .request(task)
            .orElseThrow(() -> new NotFoundException("Expected a request behind task " + taskKey));
    if (reviews.author(requestId).filter(user.userName()::equals).isPresent()) {
      throw new AccessDeniedException(
          "Expected another signer than the author, but %s wrote the draft"
              .formatted(user.userName()));
    }
    var variables = tasks.variables(task);
    var draft = Draft.of(variables);
    if (draft == null) {
      throw new NotFoundException("Expected a draft behind task " + taskKey + ", but found none");
    }
    return new Desk(
        task,
        requestId,
        draft,
        variables.get("principal") instanceof String principal ? principal : null);
  }

  private void note(Desk desk, PortalUser user, Action action, Map<String, String> more) {
    var detail = new HashMap<>(more);
    detail.put("task", String.valueOf(desk.task().key()));
    detail.put("document", desk.draft().number());
    journal.write(user.userName(), action, "request:" + desk.requestId(), detail);
  }
}
