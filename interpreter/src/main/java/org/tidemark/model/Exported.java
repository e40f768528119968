package org.tidemark.model;

import org.tidemark.grammar.source.Location;
import org.tidemark.spi.value.Value;

/**
 * What a script wants written to a file; whoever runs it does the writing.
 *
 * @param file as the script names it, relative to its folder
 * @param value a table or a chart, or what can be turned into one
 * @param location where the script says so
 */
public record Exported(String file, Value value, Location location) {}
