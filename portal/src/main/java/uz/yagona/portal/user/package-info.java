/** People who sign in, their roles, groups and posts. */
@NullMarked
package uz.yagona.portal.user;

import org.jspecify.annotations.NullMarked;
