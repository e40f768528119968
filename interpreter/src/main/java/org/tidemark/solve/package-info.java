/**
 * Pure numerics: games over a remaining distance, static markets, learning curves. Knows no
 * language and no units; a caller states every quantity in one coherent system and gets answers in
 * the same one.
 *
 * <p>Everything here is immutable and safe to share between threads, and gives the same bits on
 * every machine: transcendental functions come from {@link StrictMath}.
 */
package org.tidemark.solve;
