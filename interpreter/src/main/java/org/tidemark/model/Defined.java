package org.tidemark.model;

import java.util.Optional;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.Value;

/**
 * A definition of a script with its value.
 *
 * @param name of the definition
 * @param section the heading that it stands under, a comment {@code // ---- heading}; empty where
 *     there is none
 * @param value absent where it has none, because it is refused for instance
 * @param doc the first sentence of its documentation; empty where there is none
 * @param asOf when it held, as its grade says; empty where nobody says
 * @param grade of itself, or the weakest of what it rests on
 */
public record Defined(
    String name,
    String section,
    Optional<Value> value,
    String doc,
    String asOf,
    Optional<Evidence.Grade> grade) {}
