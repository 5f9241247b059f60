package uz.yagona.signing.render;

import java.time.ZonedDateTime;
import uz.yagona.signing.Language;

/**
 * What a PDF says about itself.
 *
 * @param author the body that issues the document
 * @param identifier the document's number
 */
record Metadata(
    String title, String author, String identifier, Language language, ZonedDateTime created) {}
