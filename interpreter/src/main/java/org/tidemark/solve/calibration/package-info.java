/**
 * Parameters chosen so that a model meets targets: the best ones in a box, whether the targets are
 * met, and which parameters they tell. Functions may be undefined on parts of the box, in the way
 * of {@link org.tidemark.solve.equation}. Everything is deterministic.
 */
package org.tidemark.solve.calibration;
