/**
 * The best point of a box under constraints: linear programmes, convex quadratic ones, smooth and
 * other functions. Functions may be undefined on parts of the box, in the way of {@link
 * org.tidemark.solve.equation}. Everything is deterministic.
 */
package org.tidemark.solve.optimum;
