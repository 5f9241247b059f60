package uz.yagona.gateway;

import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import uz.yagona.database.Migrations;
import uz.yagona.engine.api.EngineClock;
import uz.yagona.engine.feel.Feel;

/** Real searches on an empty schema beside an engine that only records. */
@ComponentScan("uz.yagona.engine.query")
class RecordingConfiguration {
  @Bean
  RecordingEngine recordingEngine() {
    return new RecordingEngine();
  }

  @Bean
  Feel recordingFeel() {
    return new Feel(EngineClock.system(), ZoneOffset.UTC);
  }

  @Bean
  InitializingBean recordingMigrations(DataSource dataSource) {
    return () -> Migrations.migrate(dataSource, "engine");
  }
}
