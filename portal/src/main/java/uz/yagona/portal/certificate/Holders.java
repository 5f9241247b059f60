package uz.yagona.portal.certificate;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;
import uz.yagona.portal.naming.Names;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Users;

/** Who the register of officials says a person is now, to be compared with what was asked for. */
@Component
class Holders {
  private final Users users;
  private final Names names;

  Holders(Users users, Names names) {
    this.users = users;
    this.names = names;
  }

  /**
   * An official with a post.
   *
   * @param certifiedName as it would stand in a certificate now
   * @param certifiedPosition as it would stand in a certificate now
   */
  record Holder(
      String userName,
      String name,
      String position,
      String body,
      String certifiedName,
      String certifiedPosition) {}

  /** Empty for somebody who is no official, or may no longer sign in. */
  Optional<Holder> find(String userName, Language language) {
    return users.find(userName).flatMap(user -> holder(user, language));
  }

  private Optional<Holder> holder(PortalUser user, Language language) {
    var post = user.post();
    return post == null
        ? Optional.empty()
        : Optional.of(
            new Holder(
                user.userName(),
                user.displayName().in(language),
                post.position().in(language),
                names.body(post.body()).in(language),
                user.displayName().in(Language.UZ_LATN),
                post.position().in(Language.UZ_LATN)));
  }
}
