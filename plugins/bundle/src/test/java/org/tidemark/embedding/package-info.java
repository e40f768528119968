/** Tide where other programs have it: in one jar, in all sorts of class loaders, from Kotlin. */
package org.tidemark.embedding;
