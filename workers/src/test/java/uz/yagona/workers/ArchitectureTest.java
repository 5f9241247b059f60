package uz.yagona.workers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import uz.yagona.client.JobTask;

@AnalyzeClasses(
    packages = "uz.yagona.workers",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule shouldReachTheEngineThroughTheClientOnly =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "uz.yagona.engine..",
              "uz.yagona.gateway..",
              "uz.yagona.portal..",
              "uz.yagona.signing..",
              "uz.yagona.database..",
              "java.sql..");

  @ArchTest
  static final ArchRule shouldKeepJobTypesApart =
      noClasses()
          .that()
          .implement(JobTask.class)
          .should()
          .dependOnClassesThat()
          .implement(JobTask.class);

  @ArchTest
  static final ArchRule shouldCallJobTasksWorkersAndHideThem =
      classes()
          .that()
          .implement(JobTask.class)
          .should()
          .haveSimpleNameEndingWith("Worker")
          .andShould()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule shouldKeepToTheListOfSuffixes =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Base|Data|Info|DTO|Service)");

  @ArchTest
  static final ArchRule shouldKeepSharedPackagesFreeOfJobTypes =
      noClasses()
          .that()
          .resideInAnyPackage("..calendar..", "..portal..", "..simulator..")
          .should()
          .dependOnClassesThat()
          .implement(JobTask.class);
}
