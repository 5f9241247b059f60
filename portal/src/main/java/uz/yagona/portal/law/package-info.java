/** Working calendar and legal parameters: numbers of the law as data. */
@NullMarked
package uz.yagona.portal.law;

import org.jspecify.annotations.NullMarked;
