package uz.yagona.signing.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * What an official document never holds: scripts, launched programs, embedded files, media, XFA
 * forms; wherever in the file it stands.
 */
final class ActiveContent {
  private static final Set<String> ACTIONS =
      Set.of(
          "JavaScript",
          "Launch",
          "ImportData",
          "SubmitForm",
          "GoToE",
          "Rendition",
          "Movie",
          "Sound",
          "RichMediaExecute");
  private static final Set<String> SUBTYPES =
      Set.of("FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D");
  private static final Set<COSName> KEYS =
      Set.of(
          COSName.JS,
          COSName.EF,
          COSName.EMBEDDED_FILES,
          COSName.getPDFName("JavaScript"),
          COSName.getPDFName("XFA"));

  private ActiveContent() {}

  /** Whether any object of the file, or any part of one, is active. */
  static boolean isIn(COSDocument document) {
    return isIn(document.getTrailer())
        || document.getXrefTable().keySet().stream()
            .anyMatch(key -> isIn(document.getObjectFromPool(key).getObject()));
  }

  private static boolean isIn(@Nullable COSBase object) {
    Deque<COSBase> open = new ArrayDeque<>();
    add(object, open);
    while (!open.isEmpty()) {
      var next = open.pop();
      if (next instanceof COSDictionary dictionary) {
        if (isActive(dictionary)) {
          return true;
        }
        dictionary.getValues().forEach(value -> add(value, open));
      } else if (next instanceof COSArray array) {
        array.forEach(value -> add(value, open));
      }
    }
    return false;
  }

  /** References are not followed: each object is looked at by itself. */
  private static void add(@Nullable COSBase value, Deque<COSBase> open) {
    if (value instanceof COSDictionary || value instanceof COSArray) {
      open.push(value);
    }
  }

  private static boolean isActive(COSDictionary dictionary) {
    return ACTIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))
        || SUBTYPES.contains(String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE)))
        || KEYS.stream().anyMatch(dictionary::containsKey);
  }
}
