/**
 * Curves fitted to data, and what the fits are worth: least squares, linear and not, with standard
 * errors and diagnostics; learning and adoption curves; forecasts that carry an error law, and the
 * check of that law on the data itself. Part of the numerics: knows no language and no units.
 *
 * <p>Everything here is immutable and safe to share between threads.
 */
package org.tidemark.solve.fit;
