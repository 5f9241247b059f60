package uz.yagona.signing.verify;

import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.modifications.CommonPdfModification;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.PdfModification;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may look different after a signature, told by their objects. The library draws every
 * page of every state instead; a hostile page can make that last for ever, and it skips files of
 * many pages. A page counts as changed when anything that it draws is another object or another
 * stream.
 */
final class PageComparison extends DefaultPdfDifferencesFinder {
  private static final Set<COSName> APART =
      Set.of(
          COSName.ANNOTS, COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

  @Override
  public List<PdfModification> getVisualDifferences(
      PdfDocumentReader signed, PdfDocumentReader latest) {
    var objects = new ObjectComparison();
    var annotations = new AnnotationComparison(objects);
    List<PdfModification> changed = new ArrayList<>();
    var after = document(latest).getPages().iterator();
    var number = 0;
    for (var page : document(signed).getPages()) {
      number++;
      if (!after.hasNext() || !isSame(page, after.next(), objects, annotations)) {
        changed.add(new CommonPdfModification(number));
      }
    }
    return changed;
  }

  private static boolean isSame(
      PDPage before, PDPage after, ObjectComparison objects, AnnotationComparison annotations) {
    return objects.isSame(before.getCOSObject(), after.getCOSObject(), APART)
        && objects.isSame(resources(before), resources(after))
        && objects.isSame(before.getMediaBox().getCOSArray(), after.getMediaBox().getCOSArray())
        && objects.isSame(before.getCropBox().getCOSArray(), after.getCropBox().getCOSArray())
        && before.getRotation() == after.getRotation()
        && annotations.isSame(before.getCOSObject(), after.getCOSObject());
  }

  private static @Nullable COSBase resources(PDPage page) {
    var resources = page.getResources();
    COSDictionary found = resources == null ? null : resources.getCOSObject();
    return found;
  }

  private static PDDocument document(PdfDocumentReader reader) {
    return ((PdfBoxDocumentReader) reader).getPDDocument();
  }
}
