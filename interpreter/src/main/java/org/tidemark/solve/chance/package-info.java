/**
 * Chance as pure numerics: addressed random numbers, rank correlation, summaries of samples,
 * variance-based and screening sensitivity.
 *
 * <p>Nothing here holds a generator's state. A draw is a function of a seed, an index and a key, so
 * any number of threads may ask for draws in any order and get the same bits. Transcendental
 * functions come from {@link StrictMath}; sums are taken in the order of the draws.
 */
package org.tidemark.solve.chance;
