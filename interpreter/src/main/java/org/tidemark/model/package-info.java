/**
 * Evaluates checked programs: definitions on demand, late-bound, each at most once, with the inputs
 * that a result rests on.
 *
 * <p>Expressions are turned into {@code Code} once per program; instances, frames and cells belong
 * to one run.
 */
package org.tidemark.model;
