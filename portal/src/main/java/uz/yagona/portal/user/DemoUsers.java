package uz.yagona.portal.user;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import uz.yagona.forms.LocalText;
import uz.yagona.portal.PortalProperties;

/** People of the demonstration: made at first start, with one known password, only in demo mode. */
@Component
@DependsOn("portalSchema")
public class DemoUsers implements InitializingBean {
  static final String PASSWORD = "yagona-demo";
  private static final LocalText REVIEWER =
      LocalText.of("Bosh mutaxassis", "Бош мутахассис", "Главный специалист", "Chief specialist");
  private static final LocalText HEAD =
      LocalText.of(
          "Boshqarma boshligʻi", "Бошқарма бошлиғи", "Начальник управления", "Head of department");

  private final boolean demo;
  private final Users users;
  private final PasswordHashes hashes;

  DemoUsers(PortalProperties properties, Users users, PasswordHashes hashes) {
    this.demo = properties.portal().demo();
    this.users = users;
    this.hashes = hashes;
  }

  /** Everybody with password and purpose; empty outside a demonstration. */
  public List<DemoUser> all() {
    return demo ? DemoPeople.ANNOUNCED : List.of();
  }

  @Override
  public void afterPropertiesSet() {
    if (!demo || users.find(DemoPeople.LAST).isPresent()) {
      return;
    }
    var hash = hashes.hash(PASSWORD);
    DemoPeople.CITIZENS.forEach(
        (userName, profile) -> users.addCitizen(userName, hash, new Profile(profile)));
    DemoPeople.STAFF.forEach(
        person ->
            users.addInsider(
                person.userName(),
                hash,
                person.name(),
                Set.of(),
                Set.of(person.group()),
                new StaffPost(person.group().endsWith("-heads") ? HEAD : REVIEWER, person.body())));
    addInsider(DemoPeople.OPERATOR, Role.OPERATOR, hash);
    addInsider(DemoPeople.DESIGNER, Role.DESIGNER, hash);
    addInsider(DemoPeople.AUDITOR, Role.AUDITOR, hash);
    DemoPeople.DATA_OFFICERS.forEach(person -> addInsider(person, Role.DATA_OFFICER, hash));
    DemoPeople.REGISTRARS.forEach(person -> addInsider(person, Role.REGISTRAR, hash));
  }

  private void addInsider(DemoUser person, Role role, String hash) {
    users.addInsider(
        person.userName(), hash, person.displayName(), EnumSet.of(role), Set.of(), null);
  }
}
