package uz.yagona.signing.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * What lies on a page may change in one way only: a signature field that was empty gets its
 * signature and the picture of it. New fields are let in when nobody can see them, as those of
 * archive timestamps.
 */
final class AnnotationComparison {
  private static final Set<COSName> SIGNED = Set.of(COSName.V, COSName.AP, COSName.F);
  private static final int MOST_ANCESTORS = 32;

  private final ObjectComparison objects;

  AnnotationComparison(ObjectComparison objects) {
    this.objects = objects;
  }

  /** Compares the annotations of two states of a page. */
  boolean isSame(COSDictionary pageBefore, COSDictionary pageAfter) {
    var before = annotations(pageBefore);
    var after = annotations(pageAfter);
    for (var entry : before.entrySet()) {
      var now = after.remove(entry.getKey());
      if (now == null || !isSameAnnotation(entry.getValue(), now)) {
        return false;
      }
    }
    return after.values().stream().allMatch(AnnotationComparison::isUnseen);
  }

  /** By object number; those without one by their place. */
  private static Map<Object, COSDictionary> annotations(COSDictionary page) {
    Map<Object, COSDictionary> found = new LinkedHashMap<>();
    var list = page.getDictionaryObject(COSName.ANNOTS);
    if (list instanceof COSArray array) {
      for (var i = 0; i < array.size(); i++) {
        var key = array.get(i).getKey();
        if (array.getObject(i) instanceof COSDictionary annotation) {
          found.put(key == null ? (Object) i : key, annotation);
        }
      }
    }
    return found;
  }

  private boolean isSameAnnotation(COSDictionary before, COSDictionary after) {
    if (isEmptySignatureField(before) && inherited(after, COSName.V) instanceof COSDictionary) {
      return objects.isSame(before, after, SIGNED);
    }
    var parents = ancestors(before);
    var parentsNow = ancestors(after);
    if (!objects.isSame(before, after, Set.of()) || parents.size() != parentsNow.size()) {
      return false;
    }
    for (var i = 0; i < parents.size(); i++) {
      if (!objects.isSame(parents.get(i), parentsNow.get(i), Set.of(COSName.KIDS))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEmptySignatureField(COSDictionary widget) {
    return COSName.SIG.equals(inherited(widget, COSName.FT))
        && inherited(widget, COSName.V) == null;
  }

  private static boolean isUnseen(COSDictionary annotation) {
    var place = annotation.getDictionaryObject(COSName.RECT);
    if (!(place instanceof COSArray array) || array.size() != 4) {
      return false;
    }
    var rectangle = new PDRectangle(array);
    return rectangle.getWidth() == 0 && rectangle.getHeight() == 0;
  }

  private static @Nullable COSBase inherited(COSDictionary widget, COSName key) {
    var own = widget.getDictionaryObject(key);
    if (own != null) {
      return own;
    }
    for (var ancestor : ancestors(widget)) {
      var value = ancestor.getDictionaryObject(key);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static List<COSDictionary> ancestors(COSDictionary widget) {
    var found = new ArrayList<COSDictionary>();
    var seen = new HashSet<COSDictionary>();
    var next = widget.getDictionaryObject(COSName.PARENT);
    while (next instanceof COSDictionary ancestor
        && found.size() < MOST_ANCESTORS
        && seen.add(ancestor)) {
      found.add(ancestor);
      next = ancestor.getDictionaryObject(COSName.PARENT);
    }
    return found;
  }
}
