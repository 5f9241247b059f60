package uz.yagona.workers;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the job workers alone, beside a portal and an engine or cluster that run elsewhere. */
@EnableAutoConfiguration
@Import(WorkersConfiguration.class)
public class WorkersApplication {

  /** Runs until the process is told to end; job polling keeps it alive. */
  public static void main(String[] arguments) {
    var application = new SpringApplication(WorkersApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setKeepAlive(true);
    // a stack trace for each poll and job type; the runtime says it once a minute
    application.setDefaultProperties(Map.of("logging.level.io.camunda.client.job.poller", "error"));
    application.run(arguments);
  }
}
