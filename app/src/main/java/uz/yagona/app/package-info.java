/**
 * One process with everything in it: embedded PostgreSQL, engine, API, portal, workers, signing.
 */
@NullMarked
package uz.yagona.app;

import org.jspecify.annotations.NullMarked;
