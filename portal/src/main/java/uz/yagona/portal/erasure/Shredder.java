package uz.yagona.portal.erasure;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import uz.yagona.portal.attachment.Attachments;
import uz.yagona.portal.filing.UnfinishedForms;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.signing.SigningClient;
import uz.yagona.portal.user.Users;
import uz.yagona.portal.vault.Vault;

/**
 * Destroys what can be read of a person: key, sealed values, search index, files, unfinished forms,
 * the account, documents. Part of the caller's transaction; documents come last, so that nothing is
 * lost when signing does not answer.
 */
@Component
class Shredder {
  private final Vault vault;
  private final Attachments attachments;
  private final UnfinishedForms forms;
  private final Requests requests;
  private final Users users;
  private final SigningClient signing;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  Shredder(
      Vault vault,
      Attachments attachments,
      UnfinishedForms forms,
      Requests requests,
      Users users,
      SigningClient signing,
      FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.vault = vault;
    this.attachments = attachments;
    this.forms = forms;
    this.requests = requests;
    this.users = users;
    this.signing = signing;
    this.sessions = sessions;
  }

  Erasure.Lost destroy(Erasure erasure) {
    var subject = erasure.subjectId();
    users.close(erasure.userName());
    forms.discardAll(subject);
    var values = vault.destroy(subject);
    var files = attachments.destroy(subject);
    var ids = requests.forget(subject);
    var documents = ids.stream().mapToInt(id -> signing.eraseFiles(id.toString())).sum();
    sessions.findByPrincipalName(erasure.userName()).keySet().forEach(sessions::deleteById);
    return new Erasure.Lost(values, files, documents);
  }
}
