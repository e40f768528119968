/**
 * Functions of other languages for scripts, each in contexts that reach nothing outside. What they
 * are declared with is read in {@link org.tidemark.spi.foreign}.
 */
package org.tidemark.polyglot.foreign;
