/**
 * Every sentence of the pages in four languages, and dates, numbers and sizes as each language
 * writes them.
 */
@NullMarked
package uz.yagona.portal.text;

import org.jspecify.annotations.NullMarked;
