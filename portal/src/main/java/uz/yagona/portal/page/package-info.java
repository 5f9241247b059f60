/**
 * What every page has: language, header, assets, flash messages and errors; and the pages that
 * belong to nobody else.
 */
@NullMarked
package uz.yagona.portal.page;

import org.jspecify.annotations.NullMarked;
