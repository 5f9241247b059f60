package uz.yagona.signing.verify;

import eu.europa.esig.dss.enumerations.PdfObjectModificationType;
import eu.europa.esig.dss.pdf.PdfDict;
import eu.europa.esig.dss.pdf.modifications.ObjectModification;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModificationsFilter;
import java.util.List;

/**
 * Knows a signature put into a tagged field for what it is. The field hangs under the structure
 * tree too (StructTreeRoot ... OBJR /Obj /V); the library calls its new value there an undefined
 * change. Only a created value of a signature's type passes.
 */
final class TaggedFieldFilter extends PdfObjectModificationsFilter {
  private static final List<String> SIGNATURES = List.of("Sig", "DocTimeStamp");

  @Override
  protected boolean isSignatureOrFormFillChange(ObjectModification change) {
    return isSignatureInTaggedField(change) || super.isSignatureOrFormFillChange(change);
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
