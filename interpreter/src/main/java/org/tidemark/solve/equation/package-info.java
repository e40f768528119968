/**
 * Equations in boxes: every solution found, what each is worth, and how far the search can be
 * trusted; derivatives by differencing, and of implicit solutions.
 *
 * <p>A function given here may be undefined on parts of its box: it says so by an {@link
 * ArithmeticException}, an {@link IllegalArgumentException} or a value that is not a number. It is
 * never asked outside the box. Everything is deterministic.
 */
package org.tidemark.solve.equation;
