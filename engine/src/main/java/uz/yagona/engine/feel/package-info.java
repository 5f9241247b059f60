/**
 * FEEL and time expressions: parse once, evaluate against variables, give back plain Java values.
 */
@NullMarked
package uz.yagona.engine.feel;

import org.jspecify.annotations.NullMarked;
