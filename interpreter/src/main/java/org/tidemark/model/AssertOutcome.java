package org.tidemark.model;

import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;

/**
 * What came of an assert.
 *
 * @param text the condition as written
 * @param message what the script says of it
 * @param test the title of the test around it
 * @param passed whether it held
 * @param failure where it did not hold or could not be evaluated, the reason
 */
public record AssertOutcome(
    String text,
    Optional<String> message,
    Optional<String> test,
    boolean passed,
    Optional<Diagnostic> failure) {}
