/** Deployed processes, decisions, forms and files, found by key, id, version, tag or deployment. */
@NullMarked
package uz.yagona.engine.definition;

import org.jspecify.annotations.NullMarked;
