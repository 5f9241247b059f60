/** The way from a call to the engine: the caller's rights are checked, then the command goes on. */
@NullMarked
package uz.yagona.gateway.command;

import org.jspecify.annotations.NullMarked;
