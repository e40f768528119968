package org.tidemark.spi;

import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/**
 * A name with a fixed value, such as {@code pi} or {@code never}.
 *
 * @param name the name
 * @param type its type
 * @param value its value
 * @param doc one sentence
 */
public record Constant(String name, Type type, Value value, String doc) {}
