package uz.yagona.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.Engine;
import uz.yagona.engine.api.JobReceiver;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.access.OpenToCallers;
import uz.yagona.gateway.access.Requires;

@AnalyzeClasses(
    packages = "uz.yagona.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> INSIDE_OF_THE_ENGINE =
      JavaClass.Predicates.resideInAPackage("uz.yagona.engine..")
          .and(
              DescribedPredicate.not(
                  JavaClass.Predicates.resideInAnyPackage(
                      "uz.yagona.engine.api", "uz.yagona.engine.query")))
          .as("inside of the engine");

  @ArchTest
  static final ArchRule seesTheEngineThroughItsWallOnly =
      noClasses().should().dependOnClassesThat(INSIDE_OF_THE_ENGINE);

  @ArchTest
  static final ArchRule knowsNothingAboveTheApi =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "uz.yagona.portal..",
              "uz.yagona.workers..",
              "uz.yagona.signing..",
              "uz.yagona.client..",
              "uz.yagona.forms..");

  @ArchTest
  static final ArchRule takesOnlyTheProtocolFromTheClient =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.camunda.client.api..", "io.camunda.client.impl..");

  @ArchTest
  static final ArchRule onlyTheGrpcPackageKnowsItsMessages =
      noClasses()
          .that()
          .resideOutsideOfPackage("uz.yagona.gateway.grpc..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.camunda.zeebe.gateway.protocol..");

  @ArchTest
  static final ArchRule controllersAreNotSeenFromOutside =
      classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule controllersSayWhoMayCallThem =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .and()
          .doNotHaveSimpleName("AbsentController")
          .and()
          .doNotHaveSimpleName("ProcessTestController")
          .should()
          .beAnnotatedWith(ChecksRights.class)
          .orShould()
          .beAnnotatedWith(Requires.class)
          .orShould()
          .beAnnotatedWith(OpenToCallers.class);

  @ArchTest
  static final ArchRule controllersGiveCommandsOnBehalfOfTheirCallers =
      noClasses()
          .that()
          .resideOutsideOfPackages("uz.yagona.gateway.command..", "uz.yagona.gateway.clock..")
          .should()
          .callMethod(Engine.class, "submit", Command.class)
          .orShould()
          .callMethod(Engine.class, "activateJobs", ActivateJobs.class, Duration.class)
          .orShould()
          .callMethod(Engine.class, "openJobStream", ActivateJobs.class, JobReceiver.class);

  @ArchTest
  static final ArchRule packagesHaveNoCircle =
      slices().matching("uz.yagona.gateway.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesSayWhatATypeIs =
      classes()
          .should()
          .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Base|Data|Info|DTO|Dto)");
}
