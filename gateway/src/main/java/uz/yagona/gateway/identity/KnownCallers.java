package uz.yagona.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.access.Rights;
import uz.yagona.gateway.directory.AuthorizationRepository;
import uz.yagona.gateway.directory.DirectoryChanges;
import uz.yagona.gateway.directory.MembershipRepository;
import uz.yagona.gateway.directory.Passwords;
import uz.yagona.gateway.directory.UserRepository;
import uz.yagona.gateway.directory.UserRepository.User;
import uz.yagona.gateway.identity.Callers.Credentials;

/**
 * Everybody who may call: the installation's own callers, who need no database, and the users of
 * the directory with their rights. Users are remembered until the directory changes: a change of
 * this node counts at once, one of another node after a second.
 */
public final class KnownCallers {
  private static final Duration REVISION_AGE = Duration.ofSeconds(1);

  private final Callers callers;
  private final Passwords passwords;
  private final UserRepository users;
  private final MembershipRepository memberships;
  private final AuthorizationRepository authorizations;
  private final DirectoryChanges changes;
  private final byte[] secret = new byte[32];
  private final AtomicLong lookedAt = new AtomicLong();
  private volatile long revision = -1;

  /** Replaced, never emptied: what is read meanwhile goes into the map that nobody asks again. */
  private volatile Map<String, Known> known = new ConcurrentHashMap<>();

  KnownCallers(
      Callers callers,
      Passwords passwords,
      UserRepository users,
      MembershipRepository memberships,
      AuthorizationRepository authorizations,
      DirectoryChanges changes) {
    this.callers = callers;
    this.passwords = passwords;
    this.users = users;
    this.memberships = memberships;
    this.authorizations = authorizations;
    this.changes = changes;
    new SecureRandom().nextBytes(secret);
    lookedAt.set(System.nanoTime() - REVISION_AGE.toNanos());
    changes.onChange(this::forget);
  }

  /** A user as read, with a keyed hash of the password that was right. */
  private static final class Known {
    private final User user;
    private final Caller caller;
    private volatile byte @Nullable [] right;

    private Known(User user, Caller caller) {
      this.user = user;
      this.caller = caller;
    }
  }

  /** The caller whose name and password these are. */
  Optional<Caller> signIn(Credentials credentials) {
    var ofInstallation = callers.find(credentials.name());
    if (ofInstallation.isPresent()) {
      return callers.know(credentials) ? ofInstallation : Optional.empty();
    }
    var one = known(credentials.name());
    if (one == null) {
      passwords.match(credentials.password(), null);
      return Optional.empty();
    }
    var given = keyed(credentials.password());
    var right = one.right;
    if (right != null && MessageDigest.isEqual(right, given)) {
      return Optional.of(one.caller);
    }
    return passwords.match(credentials.password(), one.user.passwordHash())
        ? Optional.ofNullable(withRightsOfNow(one, given))
        : Optional.empty();
  }

  /** The comparison of passwords is slow by intent: much may have changed meanwhile. */
  private @Nullable Caller withRightsOfNow(Known compared, byte[] given) {
    var now = known(compared.user.username());
    if (now == null || !now.user.passwordHash().equals(compared.user.passwordHash())) {
      return null;
    }
    now.right = given;
    return now.caller;
  }

  /** A caller by name, with the rights of now; nobody's rights for one that there is no more. */
  public Caller of(@Nullable String type, @Nullable String name) {
    var given = name == null ? "" : name;
    if (Caller.Type.CLIENT.name().equals(type)) {
      return callers.find(given).orElseGet(() -> nobody(Caller.Type.CLIENT, given));
    }
    var one = known(given);
    return one == null ? nobody(Caller.Type.USER, given) : one.caller;
  }

  /** Whether these are still the rights that the caller has. */
  public boolean isCurrent(Caller caller) {
    if (caller.rights().isUnlimited()) {
      return true;
    }
    var one = known(caller.name());
    return one != null && one.caller.equals(caller);
  }

  private static Caller nobody(Caller.Type type, String name) {
    return new Caller(name, type, List.of(), List.of(), Rights.of(List.of()));
  }

  private @Nullable Known known(String username) {
    lookForChanges();
    var remembered = known;
    var one = remembered.get(username);
    if (one == null) {
      one = users.find(username).map(this::read).orElse(null);
      if (one != null) {
        remembered.put(username, one);
      }
    }
    return one;
  }

  private Known read(User user) {
    var groups = memberships.groupsOf(user.username());
    var roles = memberships.rolesOf(user.username(), groups);
    var rights = Rights.of(authorizations.grants(user.username(), groups, roles));
    return new Known(user, new Caller(user.username(), Caller.Type.USER, groups, roles, rights));
  }

  private void lookForChanges() {
    var last = lookedAt.get();
    var now = System.nanoTime();
    if (now - last < REVISION_AGE.toNanos() || !lookedAt.compareAndSet(last, now)) {
      return;
    }
    var current = changes.revision();
    if (current != revision) {
      revision = current;
      forget();
    }
  }

  private void forget() {
    known = new ConcurrentHashMap<>();
  }

  private byte[] keyed(String password) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
