/** Tide as a language of GraalVM Polyglot: contexts, parsing, running. */
package org.tidemark.polyglot;
