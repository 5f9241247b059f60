package uz.yagona.signing.batch;

import java.util.UUID;

/**
 * A document of a batch.
 *
 * @param position from 1
 * @param digest of the file that the signer was shown
 */
record BatchItem(int position, UUID documentId, String digest) {}
