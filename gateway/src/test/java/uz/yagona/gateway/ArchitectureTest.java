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
import org.springframework.web.bind.annotation.RestController;

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
  static final ArchRule packagesHaveNoCircle =
      slices().matching("uz.yagona.gateway.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesSayWhatATypeIs =
      classes()
          .should()
          .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Base|Data|Info|DTO|Dto)");
}
