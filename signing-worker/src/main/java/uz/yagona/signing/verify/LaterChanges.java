package uz.yagona.signing.verify;

import eu.europa.esig.dss.enumerations.PdfObjectModificationType;
import eu.europa.esig.dss.pdf.PdfDict;
import eu.europa.esig.dss.pdf.modifications.ObjectModification;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModificationsFilter;
import java.util.List;

/**
 * Which changes after a signature are harmless.
 *
 * <p>A signature put into a tagged field is: the field hangs under the structure tree too
 * (StructTreeRoot ... OBJR /Obj /V), where the library calls its new value an undefined change.
 * Only a created value of a signature's type passes. An annotation put on later is not, though the
 * library lets it pass: a stamp can hide what was signed.
 */
final class LaterChanges extends PdfObjectModificationsFilter {
  private static final List<String> SIGNATURES = List.of("Sig", "DocTimeStamp");

  @Override
  protected boolean isSignatureOrFormFillChange(ObjectModification change) {
    return isSignatureInTaggedField(change) || super.isSignatureOrFormFillChange(change);
  }

  @Override
  protected boolean isAnnotationChange(ObjectModification change) {
    return false;
  }

  private static boolean isSignatureInTaggedField(ObjectModification change) {
    var path = change.getObjectTree().getKeyChain();
    var depth = path.size();
    return depth > 3
        && change.getActionType() == PdfObjectModificationType.CREATION
        && path.contains("StructTreeRoot")
        && path.get(depth - 1).equals("V")
        && path.get(depth - 2).equals("Obj")
        && change.getFinalObject() instanceof PdfDict value
        && value.getObject("Type") != null
        && SIGNATURES.contains(String.valueOf(value.getObject("Type").getValue()));
  }
}
