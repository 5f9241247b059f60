package uz.yagona.portal.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import uz.yagona.database.EmbeddedDatabase;
import uz.yagona.portal.PortalApplication;

/** One portal for all tests of the JVM: real PostgreSQL, demonstration users, faked neighbours. */
public final class RunningPortal {
  /** The service token of the tests. */
  public static final String TOKEN = "a-token-of-the-tests-only";

  private static final RunningPortal PORTAL = new RunningPortal(0);

  private final EmbeddedDatabase database = EmbeddedDatabase.startTemporary();
  private final FakeEngine engine = new FakeEngine();
  private final FakeSigning signing = new FakeSigning();
  private final ServletWebServerApplicationContext context;

  RunningPortal(int port) {
    var application = new SpringApplication(PortalApplication.class);
    application.setDefaultProperties(
        Map.ofEntries(
            Map.entry("server.port", port),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.flyway.enabled", "false"),
            Map.entry("spring.datasource.url", database.jdbcUrl()),
            Map.entry("spring.datasource.username", database.user()),
            Map.entry("spring.datasource.password", database.password()),
            Map.entry("spring.servlet.multipart.max-file-size", "-1"),
            Map.entry("spring.servlet.multipart.max-request-size", "210MB"),
            Map.entry("logging.level.root", "warn"),
            Map.entry("yagona.portal.demo", "true"),
            Map.entry("yagona.service-token", TOKEN),
            Map.entry("yagona.data-directory", temporaryDirectory()),
            Map.entry("yagona.client.rest-address", engine.address().toString()),
            Map.entry("yagona.signing.url", signing.address().toString())));
    context = (ServletWebServerApplicationContext) application.run();
  }

  public static RunningPortal get() {
    return PORTAL;
  }

  public URI address() {
    return URI.create("http://localhost:" + context.getWebServer().getPort());
  }

  public FakeEngine engine() {
    return engine;
  }

  public FakeSigning signing() {
    return signing;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  private static String temporaryDirectory() {
    try {
      return Files.createTempDirectory("yagona-portal").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
