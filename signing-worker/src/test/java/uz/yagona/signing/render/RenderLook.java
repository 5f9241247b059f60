package uz.yagona.signing.render;

import java.net.URI;
import java.nio.file.*;
import java.time.*;
import java.util.UUID;
import uz.yagona.signing.portal.DecisionDocument;

final class RenderLook {
  public static void main(String[] a) throws Exception {
    var dir = Path.of(a[0]);
    Files.createDirectories(dir);
    for (var l : new String[] {"uz-Latn", "uz-Cyrl", "ru", "en"}) {
      Files.write(dir.resolve(l + "-appeal.pdf"), DecisionLayout.draw(TestDocuments.appeal(l), TestDocuments.registration(), ZoneId.of("Asia/Tashkent")));
      Files.write(dir.resolve(l + "-service.pdf"), DecisionLayout.draw(TestDocuments.certificate(l), TestDocuments.registration(), ZoneId.of("Asia/Tashkent")));
      Files.write(dir.resolve(l + "-refusal.pdf"), DecisionLayout.draw(TestDocuments.longRefusal(l), TestDocuments.registration(), ZoneId.of("Asia/Tashkent")));
    }
  }
}
