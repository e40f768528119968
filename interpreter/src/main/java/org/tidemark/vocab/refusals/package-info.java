/** Refusing a value, and asking whether one is refused. */
package org.tidemark.vocab.refusals;
