/** Equations, optima and calibration over named unknowns. */
package org.tidemark.vocab.equations;
