package uz.yagona.signing.pades;

import org.jspecify.annotations.Nullable;
import uz.yagona.signing.document.SigningPlan;
import uz.yagona.signing.mandate.Substitution;
import uz.yagona.signing.pki.Person;

/**
 * Who signs, where, and by what right.
 *
 * @param place of the plan; {@code null} when the document has none
 * @param principal in whose place the signer signs; {@code null} for the own
 * @param order that allows it; {@code null} for the own
 */
record Entitlement(
    Person signer,
    SigningPlan.@Nullable Place place,
    @Nullable Person principal,
    @Nullable Substitution order) {}
