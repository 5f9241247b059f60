package uz.yagona.forms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "uz.yagona.forms", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsNoOtherModuleAndNoFramework =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "uz.yagona.portal..",
              "uz.yagona.client..",
              "uz.yagona.database..",
              "uz.yagona.engine..",
              "org.springframework..",
              "jakarta..");

  @ArchTest
  static final ArchRule modelDoesNotKnowWhoUsesIt =
      noClasses()
          .that()
          .resideInAPackage("uz.yagona.forms.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "uz.yagona.forms.submission..",
              "uz.yagona.forms.view..",
              "uz.yagona.forms.schema..",
              "uz.yagona.forms.formjs..");

  @ArchTest
  static final ArchRule packagesHaveNoCircle =
      slices().matching("uz.yagona.forms.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheModelReadsFlowable =
      noClasses()
          .that()
          .resideOutsideOfPackages("uz.yagona.forms.model..", "uz.yagona.forms.formjs..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.flowable..");

  @ArchTest
  static final ArchRule namesSayWhatATypeIs =
      classes()
          .should()
          .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Base|Data|Info|DTO|Dto)");
}
