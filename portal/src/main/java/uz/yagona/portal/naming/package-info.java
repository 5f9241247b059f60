/** Texts of codes in every language: services, topics, bodies, groups, states. */
@NullMarked
package uz.yagona.portal.naming;

import org.jspecify.annotations.NullMarked;
