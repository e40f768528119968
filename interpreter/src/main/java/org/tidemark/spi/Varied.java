package org.tidemark.spi;

import java.util.Map;
import org.tidemark.spi.value.Value;

/**
 * The definitions of a model that a call varies.
 *
 * @param ranges what is written for each, such as an interval, a sequence or a list, in order
 */
public record Varied(Map<String, Value> ranges) {}
