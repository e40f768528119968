/** Uncertain values and their distributions. */
package org.tidemark.vocab.uncertain;
