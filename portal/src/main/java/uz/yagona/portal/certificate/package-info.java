/**
 * Certificates of officials: what holders ask for on their own page, and the registration desk that
 * checks, issues with four eyes, suspends and revokes. Rights are checked here and once more by the
 * signing worker; every step is journaled with what was before and after.
 */
@NullMarked
package uz.yagona.portal.certificate;

import org.jspecify.annotations.NullMarked;
