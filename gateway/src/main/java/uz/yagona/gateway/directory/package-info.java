/**
 * Users, groups, roles, mapping rules, tenants and authorizations: who there is, who belongs to
 * what, and who may do what. The package that signs callers in reads them.
 */
@NullMarked
package uz.yagona.gateway.directory;

import org.jspecify.annotations.NullMarked;
