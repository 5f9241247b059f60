package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import uz.yagona.signing.document.Sha256;

class ErasedFilesIT {
  private final SigningServer server = SigningServer.shared();

  @Test
  void shouldEmptyEveryFileAndKeepTheRegister() {
    // given
    server.awaitReady();
    var draft = server.draft("uz-Latn");
    var signed = server.sign(draft, "B-T");
    // when
    var erased = server.eraseFiles(draft.requestId());
    // then
    assertThat(text(erased)).isEqualTo("{\"documents\":1}");
    for (var version : new String[] {"draft", "signed"}) {
      var path = "/signing/documents/%s/content?version=%s".formatted(draft.documentId(), version);
      assertThat(server.get(path).statusCode()).isEqualTo(404);
    }
    var document = server.json("/signing/documents?sha256=" + Sha256.of(signed));
    assertThat(document.get("documentNumber").asString()).isEqualTo(draft.number());
    assertThat(server.verify(signed).get("result").asString()).isEqualTo("VALID");
    assertThat(text(server.eraseFiles(draft.requestId()))).isEqualTo("{\"documents\":0}");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
