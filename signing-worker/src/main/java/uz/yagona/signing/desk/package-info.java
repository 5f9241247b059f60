/**
 * The registration desk over HTTP: what holders apply for, what officers check, approve and refuse,
 * and the certificates themselves. Roles are those of the portal.
 */
@NullMarked
package uz.yagona.signing.desk;

import org.jspecify.annotations.NullMarked;
