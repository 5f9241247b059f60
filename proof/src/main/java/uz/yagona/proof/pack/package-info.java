/**
 * Evidence packs: a ZIP whose every byte follows from its files, a manifest with the digest of
 * each, and a timestamp over the manifest; written and checked with the JDK alone.
 */
@NullMarked
package uz.yagona.proof.pack;

import org.jspecify.annotations.NullMarked;
