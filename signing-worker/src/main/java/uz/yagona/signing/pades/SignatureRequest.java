package uz.yagona.signing.pades;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.yagona.signing.Language;
import uz.yagona.signing.pki.Credential;

/**
 * One signature to make.
 *
 * @param credential key and chain of the signer
 * @param signerName as printed and as in the signature dictionary
 * @param reason why the signer signs; shown in the signature panel
 * @param language of the visible text
 * @param lines visible text above the time; the time and the certificate follow
 * @param field name of the empty field to fill; {@code null} for the first one
 */
public record SignatureRequest(
    Credential credential,
    Level level,
    String signerName,
    String reason,
    Language language,
    List<String> lines,
    @Nullable String field) {}
