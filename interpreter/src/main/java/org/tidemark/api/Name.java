package org.tidemark.api;

import org.tidemark.spi.type.Type;

/**
 * A name that a script, or the text that is being typed below it, gives to something.
 *
 * @param name the name
 * @param sort what it is: {@code "param"}, {@code "definition"}, {@code "function"}, {@code
 *     "model"}, {@code "module"}, {@code "local"}, {@code "member"}, {@code "column"}, or its kind,
 *     {@code "firm"}
 * @param type what is known of its value
 * @param doc the first line of its documentation; may be empty
 */
public record Name(String name, String sort, Type type, String doc) {}
