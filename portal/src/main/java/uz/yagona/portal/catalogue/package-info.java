/** The home page and the catalogue of services. */
@NullMarked
package uz.yagona.portal.catalogue;

import org.jspecify.annotations.NullMarked;
