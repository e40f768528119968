/** Parts of charts that several kinds and functions draw. */
package org.tidemark.vocab.charts;
