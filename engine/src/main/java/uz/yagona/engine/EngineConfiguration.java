package uz.yagona.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import uz.yagona.database.Migrations;
import uz.yagona.engine.api.EngineClock;
import uz.yagona.engine.definition.Definitions;
import uz.yagona.engine.dmn.DmnEvaluator;
import uz.yagona.engine.dmn.DmnParser;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.parse.BpmnParser;
import uz.yagona.engine.processor.EmbeddedEngine;

/** Beans of the embedded engine. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
@ComponentScan("uz.yagona.engine.query")
public class EngineConfiguration {

  @Bean
  EngineClock engineClock() {
    return EngineClock.system();
  }

  @Bean
  Feel engineFeel(EngineClock engineClock, EngineProperties properties) {
    return new Feel(engineClock, properties.timeZone());
  }

  @Bean
  Definitions.Parsers engineParsers(Feel engineFeel) {
    return new Definitions.Parsers(
        new BpmnParser(engineFeel), new DmnParser(), new DmnEvaluator(engineFeel));
  }

  /** Migrates the schema first; the engine leads, or waits for the lead, in the background. */
  @Bean(destroyMethod = "close")
  EmbeddedEngine engineProcessor(
      DataSource dataSource,
      EngineProperties properties,
      EngineClock engineClock,
      Feel engineFeel,
      Definitions.Parsers engineParsers,
      ObjectProvider<MeterRegistry> registries) {
    Migrations.migrate(dataSource, "engine");
    warmUp(engineFeel, engineParsers);
    var registry = registries.getIfAvailable(SimpleMeterRegistry::new);
    var engine =
        new EmbeddedEngine(
            dataSource, properties, engineClock, engineFeel, engineParsers, registry);
    engine.start();
    return engine;
  }

  /** The first expression would cost seconds otherwise. */
  private static void warmUp(Feel feel, Definitions.Parsers parsers) {
    var thread =
        new Thread(
            () -> {
              feel.warmUp();
              parsers.evaluator().warmUp();
            },
            "engine-warm-up");
    thread.setDaemon(true);
    thread.start();
  }
}
