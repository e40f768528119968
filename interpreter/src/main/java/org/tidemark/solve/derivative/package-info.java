/**
 * Exact first derivatives of the closed forms: the symmetric game, and learning curves. Values and
 * derivatives come from one inversion, by differentiating the formulas and not by differences.
 */
package org.tidemark.solve.derivative;
