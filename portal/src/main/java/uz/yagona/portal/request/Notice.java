package uz.yagona.portal.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to the applicant.
 *
 * @param number of the request, {@code null} until registered
 * @param template name of its text: {@code request-registered} and so on
 */
public record Notice(
    UUID noticeId,
    UUID requestId,
    @Nullable String number,
    String template,
    Instant createdAt,
    @Nullable Instant readAt) {
  public boolean isUnread() {
    return readAt == null;
  }
}
