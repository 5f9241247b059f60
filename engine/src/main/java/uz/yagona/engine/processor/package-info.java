/**
 * The one writer: a bounded queue, batches with one commit each, answers after the commit, and the
 * lead over other nodes on the same database.
 */
@NullMarked
package uz.yagona.engine.processor;

import org.jspecify.annotations.NullMarked;
