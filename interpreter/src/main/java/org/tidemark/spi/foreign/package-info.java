/**
 * What a plugin implements that runs functions written in another language. A function sees plain
 * numbers; units, and what is said of mistakes, are the caller's.
 */
package org.tidemark.spi.foreign;
