package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.samples.Account;
import uz.yagona.samples.FiledRequest;
import uz.yagona.signing.eimzo.SimulatedAgent;
import uz.yagona.signing.eimzo.SimulatedKey;
import uz.yagona.signing.eimzo.SimulatedVerifier;

/** Heads sign in a browser with keys of their own: a file, and E-IMZO through its simulator. */
class OwnKeyIT {
  private static final String PASSWORD = "juda-maxfiy-parol";
  private static final String SIGN = "button[name=_outcome][value=SIGN]";

  private static final Locator.WaitForOptions ATTACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  private static final SimulatedVerifier VERIFIER = new SimulatedVerifier();
  private static final SimulatedAgent AGENT =
      new SimulatedAgent(
          List.of(
              SimulatedKey.of("BOSHQA ODAM", "31210932040247"),
              SimulatedKey.of("ISMOILOVA DILFUZA BOTIROVNA", "41210932040245")));
  private static Path data;
  private static Installation product;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    data = Files.createTempDirectory("yagona-own-key");
    product =
        Installation.start(
            data,
            Map.of(
                "YAGONA_PORTAL_EIMZO_AGENT",
                AGENT.address().toString(),
                "YAGONA_PORTAL_EIMZO_APIKEYS",
                "localhost,KEY-OF-LOCALHOST",
                "YAGONA_SIGNING_REMOTE_EIMZO_VERIFIER",
                VERIFIER.address().toString(),
                "YAGONA_SIGNING_REMOTE_EIMZO_ACCEPTSIMULATOR",
                "true"));
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    product.close();
    AGENT.close();
    VERIFIER.close();
    Trees.delete(data);
  }

  @Test
  void shouldSignWithAKeyFileThatStaysInTheBrowser() {
    var request = drafted();
    try (var head = head("uz-Latn", 1280)) {
      OfficialSteps.claim(head, request.number());
      var sent = new StringBuilder();
      head.page().onRequest(one -> sent.append(one.url()).append(one.postData()).append('\n'));
      head.tick("signingMethod", "OWN_KEY");
      head.page().locator(SIGN).click();
      head.see("[data-signing-status].yg-message--danger");
      shot(head, "own-key");
      head.page()
          .locator("[data-signing-file]")
          .setInputFiles(new FilePayload("me.p12", "application/x-pkcs12", keyFile()));
      head.page().locator("[data-signing-password]").fill("wrong");
      head.page().locator(SIGN).click();
      head.see("[data-signing-status]:has-text('notoʻgʻri')");
      head.page().locator("[data-signing-password]").fill(PASSWORD);
      head.press(SIGN);

      assertThat(head.page().url()).contains("/cases/");
      assertThat(sent.toString())
          .contains("method=OWN_KEY", "remoteSignature=")
          .doesNotContain(PASSWORD, "parol");
      var check = check(head, request);
      assertThat(check.page().locator("[data-attached]").count()).isZero();
      check.close();
    }
  }

  @Test
  void shouldSignThroughEImzoAndSayThatItWasCheckedElsewhere() {
    var request = drafted();
    try (var head = head("uz-Cyrl", 390)) {
      OfficialSteps.claim(head, request.number());
      head.tick("signingMethod", "E_IMZO");
      head.page().locator("[data-signing-list] option").nth(1).waitFor(ATTACHED);
      head.assertGoodPage();
      shot(head, "e-imzo");
      head.page().locator(SIGN).click();
      head.see("[data-signing-status].yg-message--danger:has-text('бошқа шахс')");
      head.page().locator("[data-signing-list]").selectOption("1");
      head.press(SIGN);

      assertThat(head.page().url()).contains("/cases/");
      assertThat(AGENT.apiKeys()).contains("localhost", "KEY-OF-LOCALHOST");
      var check = check(head, request);
      assertThat(check.see("[data-attached]").innerText())
          .contains("ISMOILOVA DILFUZA BOTIROVNA", "СИМУЛЯТОР", "127.0.0.1")
          .contains("Бу ерда текширилмаган")
          .doesNotContain("41210932040245");
      check.close();
    }
    assertThat(log()).doesNotContain("41210932040245");
    assertThat(journal(request)).contains("E_IMZO", "OTHER_PERSON", "UZ-DOC-");
  }

  private static Person head(String language, int width) {
    var head = chromium.person(product.address(), language, width, true);
    return head.signIn("appeals-head");
  }

  /** The public check of the request's answer, once it is signed. */
  private static Person check(Person head, FiledRequest request) {
    var link = "main a[href^='/v/']";
    head.reloadUntil("/cases/" + request.id(), link);
    var path = URI.create(head.page().locator(link).first().getAttribute("href")).getPath();
    var anyone =
        chromium.person(product.address(), head.language(), head.page().viewportSize().width, true);
    anyone.open(path);
    anyone.see("[data-result=VALID]");
    shot(anyone, "check-" + head.language());
    return anyone;
  }

  private static FiledRequest drafted() {
    return DraftedRequest.of(
        Account.signIn(product.address(), "savdo", "uz-Latn"),
        Account.signIn(product.address(), "appeals1", "uz-Latn"));
  }

  /** A key made here, certified at the desk by two others, as PKCS#12. */
  private static byte[] keyFile() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var keys = generator.generateKeyPair();
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "me", keys.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certified(keys)});
      var bytes = new ByteArrayOutputStream();
      store.store(bytes, PASSWORD.toCharArray());
      return bytes.toByteArray();
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Certificate certified(KeyPair keys)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    var request =
        new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=me"), keys.getPublic())
            .build(signer)
            .getEncoded();
    var operation =
        post(
            "/signing/ca/operations",
            Map.of(
                "kind", "ISSUE",
                "userName", "appeals-head",
                "displayName", "Ismoilova Dilfuza",
                "position", "boshliq",
                "identityKind", "PASSPORT",
                "requestedBy", "registrar1",
                "certificationRequest", Base64.getEncoder().encodeToString(request)));
    var approved =
        post(
            "/signing/ca/operations/%s/approval"
                .formatted(operation.path("operationId").asString()),
            Map.of("decidedBy", "registrar2"));
    var der =
        product
            .database()
            .sql("select content from signing.certificate where serial = :serial")
            .param("serial", approved.path("serial").asString())
            .query(byte[].class)
            .single();
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(der));
  }

  private static JsonNode post(String path, Map<String, Object> body) {
    var request =
        HttpRequest.newBuilder(product.address().resolve(path))
            .header("Authorization", "Bearer " + product.secret("yagona.service-token"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
            .build();
    try {
      var answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
      return JsonMapper.shared().readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String journal(FiledRequest request) {
    return String.join(
        "\n",
        product
            .database()
            .sql(
                """
                select detail from portal.journal where object = :object
                union all select detail::text from portal.journal_intake where object = :object
                """)
            .param("object", "request:" + request.id())
            .query(String.class)
            .list());
  }

  private static String log() {
    try {
      return Files.readString(data.resolve("yagona.log"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A picture for people who look, where {@code -Dyagona.shots} names a directory. */
  private static void shot(Person person, String name) {
    var directory = System.getProperty("yagona.shots");
    if (directory != null) {
      var file = Path.of(directory, name + ".png");
      person.page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
  }
}
