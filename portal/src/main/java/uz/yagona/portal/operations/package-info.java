/**
 * The operators' and auditors' side: process instances, incidents, the demonstration's clock, the
 * journal.
 */
@NullMarked
package uz.yagona.portal.operations;

import org.jspecify.annotations.NullMarked;
