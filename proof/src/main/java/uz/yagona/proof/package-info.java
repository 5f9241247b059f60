/**
 * The journal's canonical form and everything that checks it, without a network and with the JDK
 * alone, so that an auditor can read and run all of it.
 */
@NullMarked
package uz.yagona.proof;

import org.jspecify.annotations.NullMarked;
