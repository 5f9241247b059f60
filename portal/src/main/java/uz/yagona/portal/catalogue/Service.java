package uz.yagona.portal.catalogue;

import java.util.List;

/**
 * A service as people read of it, in one language.
 *
 * @param code stable name in addresses, {@code murojaat}
 * @param law the norm that it rests on
 * @param isLawVerified whether the responsible body has confirmed the norm
 * @param steps what happens, in order
 */
public record Service(
    String code,
    String name,
    String summary,
    String who,
    String term,
    String law,
    boolean isLawVerified,
    String documents,
    String result,
    List<String> steps) {}
