package uz.yagona.signing.mandate;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import uz.yagona.signing.portal.Officers;

/** Orders on substitution, for the portal's pages. */
@RestController
@RequestMapping("/signing/substitutions")
class SubstitutionController {
  private final Substitutions substitutions;
  private final Officers officers;

  SubstitutionController(Substitutions substitutions, Officers officers) {
    this.substitutions = substitutions;
    this.officers = officers;
  }

  /** An order to enter; {@code templates} may be missing and then means all kinds of documents. */
  record SubstitutionRequest(
      @Nullable String principal,
      @Nullable String substitute,
      @Nullable String orderNumber,
      @Nullable LocalDate orderDate,
      @Nullable OffsetDateTime validFrom,
      @Nullable OffsetDateTime validTo,
      @Nullable List<String> templates,
      @Nullable String registeredBy) {}

  /** Who ends an order. */
  record EndRequest(@Nullable String endedBy) {}

  /** Of one user, or the newest 500 of all. */
  @GetMapping
  List<Substitution> of(@RequestParam(name = "user", required = false) @Nullable String user) {
    return user == null ? substitutions.newest() : substitutions.of(user);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Substitution register(@RequestBody SubstitutionRequest request) {
    var templates = request.templates();
    try {
      var substitution =
          new Substitution(
              UUID.randomUUID(),
              text("principal", request.principal()),
              text("substitute", request.substitute()),
              text("orderNumber", request.orderNumber()),
              given("orderDate", request.orderDate()),
              given("validFrom", request.validFrom()).toInstant(),
              given("validTo", request.validTo()).toInstant(),
              templates == null ? List.of() : templates,
              text("registeredBy", request.registeredBy()),
              null);
      officers.requireRegistrarOrHead(substitution.principal(), substitution.registeredBy());
      substitutions.register(substitution);
      return substitution;
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), e);
    }
  }

  @PostMapping("/{substitutionId}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable("substitutionId") UUID substitutionId, @RequestBody EndRequest request) {
    var endedBy = text("endedBy", request.endedBy());
    substitutions
        .find(substitutionId)
        .filter(order -> !order.substitute().equals(endedBy))
        .ifPresent(order -> officers.requireRegistrarOr(order.principal(), endedBy));
    if (!substitutions.end(substitutionId, endedBy)) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND,
          "Expected an order %s that is in force, but there is none".formatted(substitutionId));
    }
  }

  private static String text(String name, @Nullable String value) {
    var given = given(name, value);
    if (given.isBlank()) {
      throw missing(name);
    }
    return given;
  }

  private static <T> T given(String name, @Nullable T value) {
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(
        "Expected '%s' to be given, but it is missing".formatted(name));
  }
}
