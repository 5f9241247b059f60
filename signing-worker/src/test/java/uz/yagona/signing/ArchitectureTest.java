package uz.yagona.signing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Repository;

@AnalyzeClasses(
    packages = "uz.yagona.signing",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule shouldReachTheEngineByItsApiAlone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "uz.yagona.engine..",
              "uz.yagona.gateway..",
              "uz.yagona.portal..",
              "uz.yagona.workers..",
              "uz.yagona.app..");

  @ArchTest
  static final ArchRule shouldKeepThePkiAStrangerToTheSignatureLibrary =
      noClasses()
          .that()
          .resideInAPackage("..signing.pki..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("eu.europa.esig..", "com.lowagie..", "org.apache.pdfbox..");

  @ArchTest
  static final ArchRule shouldDrawDocumentsWithoutKeys =
      noClasses()
          .that()
          .resideInAPackage("..signing.render..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..signing.pades..", "..signing.verify..", "org.bouncycastle..");

  @ArchTest
  static final ArchRule shouldHaveNoCycles =
      slices().matching("uz.yagona.signing.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule shouldKeepSqlInRepositories =
      classes()
          .that()
          .areAnnotatedWith(Repository.class)
          .should()
          .haveSimpleNameEndingWith("Repository");

  @ArchTest
  static final ArchRule shouldNotUseForbiddenSuffixes =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Base|Data|Info|DTO)");
}
