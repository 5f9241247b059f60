/**
 * Who signs in whose place: orders on substitution with number, period and scope. A head registers
 * the own absence, an officer of the registration desk that of anybody; nobody the own mandate.
 */
@NullMarked
package uz.yagona.portal.substitute;

import org.jspecify.annotations.NullMarked;
