/** Incidents: search and resolution. */
@NullMarked
package uz.yagona.gateway.incident;

import org.jspecify.annotations.NullMarked;
