/**
 * Games of unequal firms over a remaining distance: each firm has its own cost, capacity, discount
 * rate and continuation value, and the inverse demand may be any that falls with output.
 *
 * <p>{@link org.tidemark.solve.game.UnequalGame} is the way in. Pure numerics, in whatever coherent
 * units the caller uses; what is public is immutable and may be shared by threads.
 */
package org.tidemark.solve.game;
