package uz.yagona.portal.journal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uz.yagona.portal.support.RunningPortal;

/**
 * Every handler that may change something stands here with what it writes into the journal. The
 * journal itself refuses a change that does not tell what was before and what is after.
 */
class JournaledCommandsIT {
  private static final Map<String, List<Action>> COMMANDS =
      Map.ofEntries(
          entry("MyErasureController.ask", List.of(Action.ERASURE)),
          entry("DataOfficerController.ask", List.of(Action.ERASURE)),
          entry("DataOfficerController.confirm", List.of(Action.ERASURE, Action.ERASE_PERSONAL)),
          entry("DataOfficerController.refuse", List.of(Action.ERASURE)),
          entry("ErasureController.ask", List.of(Action.ERASURE)),
          entry("ErasureController.confirm", List.of(Action.ERASURE, Action.ERASE_PERSONAL)),
          entry("ErasureController.refuse", List.of(Action.ERASURE)),
          entry("ReviewController.send", List.of(Action.FILE)),
          entry("AnswerController.take", List.of(Action.ANSWER)),
          entry("WithdrawalController.withdraw", List.of(Action.WITHDRAW)),
          entry("ClaimController.claim", List.of(Action.CLAIM)),
          entry("ClaimController.release", List.of(Action.RELEASE)),
          entry("TaskController.send", List.of(Action.COMPLETE, Action.SIGN, Action.RETURN)),
          entry("OwnKeyController.give", List.of(Action.SIGN)),
          entry("BreakGlassController.open", List.of(Action.BREAK_GLASS, Action.NOTICE)),
          entry("BreakGlassController.review", List.of(Action.BREAK_GLASS_REVIEW)),
          entry("IncidentController.resolve", List.of(Action.INCIDENT)),
          entry("InstanceController.cancel", List.of(Action.INCIDENT)),
          entry("ClockController.pin", List.of(Action.CLOCK)),
          entry("ClockController.release", List.of(Action.CLOCK)),
          entry("VaultKeyController.start", List.of(Action.MASTER_KEY)),
          entry("DesignerController.deploy", List.of(Action.DEPLOY)),
          entry("DeskController.take", List.of(Action.CERTIFICATE)),
          entry("DeskController.check", List.of(Action.CERTIFICATE, Action.REVOKE)),
          entry("DeskController.refuse", List.of(Action.CERTIFICATE)),
          entry("DeskOperationController.approve", List.of(Action.CERTIFICATE)),
          entry("DeskOperationController.refuse", List.of(Action.CERTIFICATE)),
          entry("DeskCertificateController.suspend", List.of(Action.CERTIFICATE)),
          entry("DeskCertificateController.extend", List.of(Action.CERTIFICATE)),
          entry("DeskCertificateController.lift", List.of(Action.CERTIFICATE)),
          entry("DeskCertificateController.revoke", List.of(Action.REVOKE)),
          entry("MyCertificateController.ask", List.of(Action.CERTIFICATE)),
          entry("MyCertificateController.suspend", List.of(Action.CERTIFICATE)),
          entry("MyCertificateController.askFor", List.of(Action.CERTIFICATE)),
          entry("SubstituteController.register", List.of(Action.SUBSTITUTION)),
          entry("SubstituteController.end", List.of(Action.SUBSTITUTION)),
          entry("AccountController.change", List.of(Action.ACCOUNT)),
          entry("RequestController.number", List.of(Action.REGISTER)),
          entry("RequestController.deadline", List.of(Action.STATE)),
          entry("RequestController.state", List.of(Action.STATE)),
          entry("RequestController.notice", List.of(Action.NOTICE)),
          entry("RequestController.escalation", List.of(Action.STATE)),
          entry("RequestController.pause", List.of(Action.STATE)),
          entry("RequestController.resume", List.of(Action.STATE)),
          entry("RequestController.document", List.of(Action.STATE)));

  /** Handlers that change nothing of a case, and why. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "FilingController.take", "a person's own unfinished form",
          "FilingController.save", "a person's own unfinished form",
          "FilingController.discard", "a person's own unfinished form",
          "NoticeController.markRead", "a person's own inbox",
          "CheckController.file", "checks a file and keeps nothing",
          "OwnKeyController.prepare", "bytes to sign, which change nothing until they are signed",
          "EvidenceController.give", "a download, journaled as a read",
          "OwnCopyController.give", "a download, journaled as a read");

  @Test
  void shouldKnowEveryHandlerThatMayChangeSomething() {
    var expected = new TreeSet<>(COMMANDS.keySet());
    expected.addAll(OTHERS.keySet());
    assertThat(handlers()).isEqualTo(expected);
  }

  @Test
  void shouldTellBeforeAndAfterOfEveryChange() {
    assertThat(COMMANDS.values())
        .allSatisfy(actions -> assertThat(actions).allMatch(Action::changes));
    var used = new HashSet<Action>();
    COMMANDS.values().forEach(used::addAll);
    assertThat(Arrays.stream(Action.values()).filter(Action::changes))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  private static Set<String> handlers() {
    var found = new TreeSet<String>();
    RunningPortal.get()
        .bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              var methods = info.getMethodsCondition().getMethods();
              var isReading = methods.stream().allMatch(RequestMethod.GET::equals);
              if (isOurs(handler) && !(isReading && !methods.isEmpty())) {
                found.add(
                    handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName());
              }
            });
    return found;
  }

  private static boolean isOurs(HandlerMethod handler) {
    return handler.getBeanType().getName().startsWith("uz.yagona.portal.")
        && !handler.getBeanType().getSimpleName().equals("ErrorController");
  }
}
