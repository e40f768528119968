/** Fits of curves to data, forecasts from them, and the check of forecasts on the past. */
package org.tidemark.vocab.fits;
