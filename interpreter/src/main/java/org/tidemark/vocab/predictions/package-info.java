/** Predictions, set against what the model says. */
package org.tidemark.vocab.predictions;
