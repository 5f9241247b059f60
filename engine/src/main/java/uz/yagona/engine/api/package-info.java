/**
 * The engine's wall: commands in, results and rejections out. Everything asked through {@link
 * uz.yagona.engine.api.Engine} is durable when its future completes.
 */
@NullMarked
package uz.yagona.engine.api;

import org.jspecify.annotations.NullMarked;
