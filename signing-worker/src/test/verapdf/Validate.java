import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Runs in a process of its own: veraPDF needs the older JAXB. Arguments: flavours, files. */
final class Validate {
  private static final int MOST_FINDINGS = 8;

  private Validate() {}

  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (var name : arguments[0].split(",")) {
      for (var i = 1; i < arguments.length; i++) {
        validate(PDFAFlavour.fromString(name), arguments[i]);
      }
    }
  }

  private static void validate(PDFAFlavour flavour, String file) throws Exception {
    var foundry = Foundries.defaultInstance();
    try (var parser = foundry.createParser(new FileInputStream(file), flavour)) {
      var result = foundry.createValidator(flavour, false).validate(parser);
      var verdict = result.isCompliant() ? "compliant" : "broken";
      System.out.printf("%s %s %s%n", file, flavour.getId(), verdict);
      result.getTestAssertions().stream()
          .filter(finding -> !result.isCompliant())
          .limit(MOST_FINDINGS)
          .forEach(finding -> System.out.println("  " + finding.getRuleId() + finding.getMessage()));
    }
  }
}
