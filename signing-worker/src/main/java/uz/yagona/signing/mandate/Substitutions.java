package uz.yagona.signing.mandate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import uz.yagona.signing.pki.TrustedTime;

/** The register of orders on substitution. */
@Service
public class Substitutions {
  private final SubstitutionRepository substitutions;
  private final TrustedTime time;

  Substitutions(SubstitutionRepository substitutions, TrustedTime time) {
    this.substitutions = substitutions;
    this.time = time;
  }

  /** Enters an order. */
  public void register(Substitution substitution) {
    substitutions.add(substitution, time.now());
  }

  /** Ends an order now; {@code false} when there is none or it is over already. */
  public boolean end(UUID substitutionId, String endedBy) {
    return substitutions.end(substitutionId, endedBy, time.now());
  }

  /** Orders in which the user is absent or the substitute, those of the user's absence first. */
  public List<Substitution> of(String userName) {
    return Stream.concat(
            substitutions.byPrincipal(userName).stream(),
            substitutions.bySubstitute(userName).stream())
        .toList();
  }

  /** The newest 500 of all. */
  public List<Substitution> newest() {
    return substitutions.newest();
  }

  /** Empty when there is none. */
  public Optional<Substitution> find(UUID substitutionId) {
    return substitutions.find(substitutionId);
  }

  /** The order by which {@code substitute} may sign now in the place of {@code principal}. */
  public Optional<Substitution> inForce(String principal, String substitute, String template) {
    var now = time.now();
    return substitutions.bySubstitute(substitute).stream()
        .filter(order -> order.principal().equals(principal) && order.covers(template, now))
        .findFirst();
  }
}
