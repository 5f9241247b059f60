/**
 * Random processes against a reference: blocks are drawn from a seed, run by the engine and by a
 * small interpreter that knows nothing of it, and compared after every step. See
 * docs/how-to/random-processes.md.
 */
package uz.yagona.engine.random;
