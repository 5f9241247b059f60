package uz.yagona.signing.document;

/**
 * A file of a document, found by its digest.
 *
 * @param signatures how many signatures of people the file holds; 0 for the draft
 */
public record FileOnRecord(Document document, int signatures) {}
