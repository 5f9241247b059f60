package uz.yagona.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

@AnalyzeClasses(packages = "uz.yagona.portal", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule shouldReachTheEngineThroughTheClientOnly =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "uz.yagona.engine..",
              "uz.yagona.gateway..",
              "uz.yagona.workers..",
              "uz.yagona.signing..",
              "uz.yagona.app..");

  @ArchTest
  static final ArchRule shouldKeepSqlInRepositories =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Repository")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(JdbcClient.class);

  @ArchTest
  static final ArchRule shouldHideRepositories =
      classes().that().areAnnotatedWith(Repository.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule shouldHideControllersAndNameThem =
      classes()
          .that()
          .areMetaAnnotatedWith(Controller.class)
          .should()
          .haveSimpleNameEndingWith("Controller")
          .andShould()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule shouldKeepPersonalValuesAwayFromTheOutbox =
      noClasses()
          .that()
          .resideInAPackage("..outbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..vault..");

  @ArchTest
  static final ArchRule shouldKeepToTheListOfSuffixes =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Base|Data|Info|DTO)");
}
