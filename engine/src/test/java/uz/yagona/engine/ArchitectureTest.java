package uz.yagona.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "uz.yagona.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule NO_HTTP =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..",
              "org.springframework.http..",
              "jakarta.servlet..",
              "java.net.http..",
              "io.grpc..",
              "io.camunda.client..");

  @ArchTest
  static final ArchRule NO_OTHER_MODULE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "uz.yagona.gateway..",
              "uz.yagona.portal..",
              "uz.yagona.workers..",
              "uz.yagona.signing..",
              "uz.yagona.client..",
              "uz.yagona.forms..");

  @ArchTest
  static final ArchRule MODEL_KNOWS_NO_RUNTIME =
      noClasses()
          .that()
          .resideInAnyPackage("..engine.model..", "..engine.feel..", "..engine.parse..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..engine.state..",
              "..engine.behavior..",
              "..engine.handler..",
              "..engine.processor..");

  @ArchTest
  static final ArchRule STATE_KNOWS_NO_BEHAVIOR =
      noClasses()
          .that()
          .resideInAPackage("..engine.state..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..engine.behavior..", "..engine.handler..", "..engine.processor..");

  @ArchTest
  static final ArchRule BEHAVIOR_KNOWS_NO_PROCESSOR =
      noClasses()
          .that()
          .resideInAPackage("..engine.behavior..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..engine.handler..", "..engine.processor..", "..engine.job..");

  @ArchTest
  static final ArchRule SQL_IN_STATE_DEFINITION_AND_QUERY =
      noClasses()
          .that()
          .resideInAnyPackage("..engine.behavior..", "..engine.handler..", "..engine.job..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.springframework.jdbc..");

  @ArchTest
  static final ArchRule CLOSED_LIST_OF_SUFFIXES =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Base")
          .orShould()
          .haveSimpleNameEndingWith("Data")
          .orShould()
          .haveSimpleNameEndingWith("Info")
          .orShould()
          .haveSimpleNameEndingWith("DTO");

  @ArchTest
  static final ArchRule BEHAVIORS_ARE_NAMED_SO =
      classes()
          .that()
          .haveSimpleNameEndingWith("Behavior")
          .should()
          .resideInAPackage("..engine.behavior..");
}
