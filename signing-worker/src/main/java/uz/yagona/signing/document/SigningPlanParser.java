package uz.yagona.signing.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;

/**
 * Reads the plan from the variables of a {@code pdf-render} job: {@code signers} (a list of {@code
 * {userName, role, mandatory}}), {@code signaturePolicy} ({@code {level, order, quorum,
 * quorumShare}}) and {@code seal} ({@code {code, name}}).
 */
public final class SigningPlanParser {
  /** The variables that it reads. */
  public static final List<String> VARIABLES = List.of("signers", "signaturePolicy", "seal");

  private static final String DEFAULT_LEVEL = "B-T";

  private SigningPlanParser() {}

  /**
   * The plan; empty when the job names no signers, so that one signature is enough.
   *
   * @param name the name of a user as it is printed
   */
  public static Optional<SigningPlan> of(JobContext job, UnaryOperator<String> name) {
    if (!(job.variables().get("signers") instanceof List<?> signers)) {
      return Optional.empty();
    }
    try {
      return Optional.of(plan(signers, job.variables(), name));
    } catch (IllegalArgumentException e) {
      throw JobException.permanent(String.valueOf(e.getMessage()));
    }
  }

  private static SigningPlan plan(
      List<?> signers, Map<String, @Nullable Object> variables, UnaryOperator<String> name) {
    var places = new ArrayList<SigningPlan.Place>();
    for (var signer : signers) {
      places.add(place(context("signers", signer), "signer-" + (places.size() + 1), name));
    }
    var persons = places.size();
    if (variables.get("seal") instanceof Map<?, ?> seal) {
      var code = text("seal.code", seal.get("code"));
      places.add(
          new SigningPlan.Place(
              "seal",
              SigningPlan.Kind.SEAL,
              code,
              text("seal.name", seal.get("name")),
              "SEAL",
              true));
    }
    var policy =
        variables.get("signaturePolicy") instanceof Map<?, ?> given
            ? given
            : Map.<String, String>of();
    return new SigningPlan(
        policy.get("level") == null ? DEFAULT_LEVEL : text("level", policy.get("level")),
        ordering(policy.get("order")),
        quorum(policy, persons),
        places);
  }

  private static SigningPlan.Place place(
      Map<?, ?> signer, String field, UnaryOperator<String> name) {
    var userName = text("signers.userName", signer.get("userName"));
    var role = signer.get("role");
    return new SigningPlan.Place(
        field,
        SigningPlan.Kind.PERSON,
        userName,
        name.apply(userName),
        role == null ? "SIGNER" : text("signers.role", role),
        Boolean.TRUE.equals(signer.get("mandatory")));
  }

  private static SigningPlan.Ordering ordering(@Nullable Object order) {
    try {
      return order == null
          ? SigningPlan.Ordering.SEQUENTIAL
          : SigningPlan.Ordering.valueOf(text("order", order));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Expected order SEQUENTIAL or PARALLEL, but it is '%s'".formatted(order), e);
    }
  }

  /** A number, or a share of the signers, or else all of them. */
  private static int quorum(Map<?, ?> policy, int persons) {
    if (policy.get("quorum") instanceof Number number) {
      return number.intValue();
    }
    if (policy.get("quorumShare") instanceof Number share) {
      // a share such as 2/3 comes rounded; a thousandth of a signer is none
      return (int) Math.ceil(share.doubleValue() * persons - 0.001);
    }
    return persons;
  }

  private static Map<?, ?> context(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(
        "Expected '%s' to be a list of contexts, but it is not".formatted(name));
  }

  private static String text(String name, @Nullable Object value) {
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException(
        "Expected '%s' of the signing plan to be text, but it is %s"
            .formatted(name, value == null ? "missing" : "something else"));
  }
}
