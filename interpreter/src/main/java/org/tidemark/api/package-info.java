/**
 * What an embedder calls: compile once, run often. Nothing here takes null: where it is given, it
 * throws a {@link NullPointerException} that names the argument.
 */
package org.tidemark.api;
