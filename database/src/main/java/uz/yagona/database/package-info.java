/**
 * The one PostgreSQL under Yagona: an embedded server for local use, and schema migrations that
 * each module runs for its own schema.
 */
@NullMarked
package uz.yagona.database;

import org.jspecify.annotations.NullMarked;
