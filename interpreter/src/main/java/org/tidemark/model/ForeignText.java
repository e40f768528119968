package org.tidemark.model;

import java.util.List;
import org.tidemark.check.ForeignFile;
import org.tidemark.grammar.source.Location;

/**
 * A foreign function as it is declared.
 *
 * @param name which it has here and there
 * @param parameters the names of its parameters
 * @param arguments how each is handed over
 * @param defaults of the arguments; null for one that has none
 * @param result how the result comes back
 * @param file where it stands
 * @param location of its declaration
 */
record ForeignText(
    String name,
    List<String> parameters,
    List<Crossing> arguments,
    List<Code> defaults,
    Crossing result,
    ForeignFile file,
    Location location) {}
