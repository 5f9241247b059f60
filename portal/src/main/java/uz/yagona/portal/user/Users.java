package uz.yagona.portal.user;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.forms.LocalText;
import uz.yagona.portal.vault.Vault;

/** People who may sign in. */
@Service
public class Users {
  private final AccountRepository accounts;
  private final RoleRepository roles;
  private final MembershipRepository memberships;
  private final PostRepository posts;
  private final Vault vault;
  private final LiveSessions sessions;
  private final Clock clock = Clock.systemUTC();

  Users(
      AccountRepository accounts,
      RoleRepository roles,
      MembershipRepository memberships,
      PostRepository posts,
      Vault vault,
      LiveSessions sessions) {
    this.accounts = accounts;
    this.roles = roles;
    this.memberships = memberships;
    this.posts = posts;
    this.vault = vault;
    this.sessions = sessions;
  }

  /**
   * An enabled user; a citizen's display name is the user name, because the real one is personal.
   */
  @Transactional(readOnly = true)
  public Optional<PortalUser> find(String userName) {
    return accounts.find(userName).filter(Account::isEnabled).map(this::user);
  }

  /** As {@link #find} for the signed-in person, with the own name from the vault. */
  @Transactional(readOnly = true)
  public Optional<PortalUser> findSelf(String userName) {
    return accounts.find(userName).filter(Account::isEnabled).map(this::self);
  }

  @Transactional(readOnly = true)
  public List<PortalUser> membersOf(String group) {
    return memberships.members(group).stream().flatMap(name -> find(name).stream()).toList();
  }

  /** Everybody with a post who may sign in, by user name. */
  @Transactional(readOnly = true)
  public List<PortalUser> officials() {
    return posts.officials().stream().flatMap(name -> find(name).stream()).toList();
  }

  /** What fills the person's first form. */
  @Transactional(readOnly = true)
  public Profile profile(PortalUser user) {
    return Profile.fromVault(vault.own(user.subjectId(), Profile.vaultKinds()));
  }

  /** The password hash of an enabled account; empty when there is none to compare with. */
  @Transactional(readOnly = true)
  public Optional<String> passwordHash(String userName) {
    return accounts
        .find(userName)
        .filter(Account::isEnabled)
        .flatMap(account -> Optional.ofNullable(account.passwordHash()));
  }

  /** Adds an applicant, unless the name is taken. */
  @Transactional
  public void addCitizen(String userName, @Nullable String passwordHash, Profile profile) {
    if (accounts.find(userName).isPresent()) {
      return;
    }
    var subjectId = vault.newSubject();
    accounts.insert(new Account(userName, subjectId, null, passwordHash, true), clock.instant());
    roles.replace(userName, EnumSet.of(Role.CITIZEN));
    profile.toVault().forEach((kind, value) -> vault.put(subjectId, kind, value));
  }

  /** Adds an official or another insider, unless the name is taken. */
  @Transactional
  public void addInsider(
      String userName,
      @Nullable String passwordHash,
      LocalText displayName,
      Set<Role> granted,
      Set<String> groups,
      @Nullable StaffPost post) {
    if (accounts.find(userName).isPresent()) {
      return;
    }
    accounts.insert(
        new Account(userName, vault.newSubject(), displayName, passwordHash, true),
        clock.instant());
    grant(userName, granted, groups);
    if (post != null) {
      posts.put(userName, post);
    }
  }

  /** Replaces roles and groups; STAFF and HEAD follow from the groups. */
  @Transactional
  public void grant(String userName, Set<Role> granted, Set<String> groups) {
    roles.replace(userName, granted);
    memberships.replace(userName, groups);
  }

  /** The user name that belongs to a subject of an identity provider. */
  @Transactional(readOnly = true)
  public Optional<String> findByIssuer(String issuer, String subject) {
    return accounts.findUserName(issuer, subject);
  }

  @Transactional
  public void link(String userName, String issuer, String subject) {
    accounts.link(userName, issuer, subject);
  }

  /** Whether an account is open; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<Boolean> isEnabled(String userName) {
    return accounts.find(userName).map(Account::isEnabled);
  }

  /** Opens or closes an account; gives how many sessions of a closed one ended. */
  @Transactional
  public int enable(String userName, boolean isEnabled) {
    accounts.enable(userName, isEnabled);
    return isEnabled ? 0 : sessions.end(userName);
  }

  /**
   * Ends the account for good: nobody can sign in with it, no provider's person is known, and its
   * sessions end.
   */
  @Transactional
  public void close(String userName) {
    accounts.close(userName);
    sessions.end(userName);
  }

  private PortalUser user(Account account) {
    var groups = memberships.find(account.userName());
    var name = account.displayName();
    return new PortalUser(
        account.userName(),
        account.subjectId(),
        name == null ? LocalText.same(account.userName()) : name,
        allRoles(roles.find(account.userName()), groups),
        groups,
        posts.find(account.userName()).orElse(null));
  }

  private PortalUser self(Account account) {
    var user = user(account);
    if (account.displayName() != null) {
      return user;
    }
    var name = profile(user).name();
    return name.isEmpty()
        ? user
        : new PortalUser(
            user.userName(),
            user.subjectId(),
            LocalText.same(name),
            user.roles(),
            user.groups(),
            user.post());
  }

  static Set<Role> allRoles(Set<Role> granted, Set<String> groups) {
    var all = EnumSet.noneOf(Role.class);
    all.addAll(granted);
    for (var group : groups) {
      if (group.endsWith("-heads")) {
        all.add(Role.HEAD);
        all.add(Role.STAFF);
      } else if (group.endsWith("-reviewers")) {
        all.add(Role.STAFF);
      }
    }
    return all;
  }
}
