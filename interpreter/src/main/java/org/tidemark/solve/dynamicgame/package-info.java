/**
 * Numeric dynamic games over one state: differential games in continuous time and games in steps,
 * solved for feedback strategies (Markov perfect equilibrium). Nothing is assumed of the payoffs
 * and the law of motion beyond smoothness where they are solved.
 *
 * <p>Everything is immutable and safe to share between threads as far as the functions handed in
 * are.
 */
package org.tidemark.solve.dynamicgame;
