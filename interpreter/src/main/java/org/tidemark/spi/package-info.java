/**
 * What a plugin implements, and what it may ask of the language. The built-in vocabulary uses
 * nothing else.
 */
package org.tidemark.spi;
