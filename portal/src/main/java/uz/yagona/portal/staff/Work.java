package uz.yagona.portal.staff;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.yagona.portal.request.CaseFile;
import uz.yagona.portal.user.PortalUser;

/** A task, the person who does it, and the case that it is about. */
record Work(
    StaffTask task, PortalUser user, CaseFile file, Map<String, @Nullable Object> variables) {
  UUID requestId() {
    return file.request().requestId();
  }
}
