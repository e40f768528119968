/** Predictions, held against what has been observed. */
package org.tidemark.api.ledger;
