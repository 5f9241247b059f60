/** Erasure of a person's data by destroying the key: two officers, legal holds, proof. */
@NullMarked
package uz.yagona.portal.erasure;

import org.jspecify.annotations.NullMarked;
