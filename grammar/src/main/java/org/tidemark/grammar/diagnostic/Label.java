package org.tidemark.grammar.diagnostic;

import org.tidemark.grammar.source.Location;

/**
 * A remark under a place in the text.
 *
 * @param location the place
 * @param text what to say of it, in the reader's words; empty to underline only
 */
public record Label(Location location, String text) {}
