/**
 * Searches over the engine's own rows, strongly consistent: what a command answered is found by the
 * next search.
 *
 * <p>One class per searchable kind of row names its columns once; filter, sort and result of the
 * Camunda 8 search operations all come from that list, so that nothing outside it reaches SQL.
 */
@NullMarked
package uz.yagona.engine.query;

import org.jspecify.annotations.NullMarked;
