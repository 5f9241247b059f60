package uz.yagona.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;
import uz.yagona.portal.user.DemoUsers;

/**
 * Says where the product is, and who can sign in: in {@code <data>/announcement.txt}, while it
 * runs.
 */
@Component
final class Announcement {
  private final LaunchOptions options;
  private final DemoUsers demoUsers;
  private final String address;

  Announcement(
      LaunchOptions options, DemoUsers demoUsers, @Value("${yagona.base-url}") String address) {
    this.options = options;
    this.demoUsers = demoUsers;
    this.address = address;
  }

  @EventListener
  void onReady(ApplicationReadyEvent event) {
    var fresh = file().resolveSibling("announcement.new");
    try {
      Files.write(fresh, lines());
      Files.move(
          fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @EventListener
  void onClosed(ContextClosedEvent event) throws IOException {
    Files.deleteIfExists(file());
  }

  private Path file() {
    return options.dataDirectory().resolve("announcement.txt");
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("Yagona runs at " + address);
    lines.add(
        "Camunda 8 API: %s/v2 (REST), port %d (gRPC); user api, password in %s"
            .formatted(
                address,
                options.grpcPort(),
                options.dataDirectory().resolve("secrets").resolve("installation.properties")));
    if (!demoUsers.all().isEmpty()) {
      lines.add("Demo users:");
      for (var user : demoUsers.all()) {
        lines.add(
            "  %-10s %-18s %s"
                .formatted(user.userName(), user.password(), user.purpose().in(Language.EN)));
      }
    }
    return lines;
  }
}
