/**
 * DMN files: parsed and checked once per deployment, evaluated with an account of every decision on
 * the way. A decision that fails is a result, not an exception.
 */
@NullMarked
package uz.yagona.engine.dmn;

import org.jspecify.annotations.NullMarked;
