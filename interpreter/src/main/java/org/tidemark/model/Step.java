package org.tidemark.model;

import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;

/**
 * Something that a program does at a place of its text, as a {@link Tracer} is told of it. The same
 * place is an equal step each time.
 *
 * @param sort what it is
 * @param name of what is worked out, {@code nash} or {@code firm.cost}; a word for the rest
 * @param location where; a statement of several lines stands on its first
 */
public record Step(Sort sort, String name, Location location) {
  /** What a step is. */
  public enum Sort {
    /** The script as a whole. */
    SCRIPT(true, false),
    /** {@code show}, {@code plot}, {@code export} or {@code assert}. */
    STATEMENT(false, true),
    /** The right side of a definition or of an override. */
    DEFINITION(true, true),
    /** What a kind makes of its declaration. */
    DECLARATION(true, true),
    /** A field, a helper, a state or a law in the body of a declaration. */
    FIELD(true, true),
    /** The body of a function or a lambda. */
    FUNCTION(true, false),
    /** A local name of a block. */
    LET(false, true),
    /** What a block or a function gives. */
    RESULT(false, true),
    /** A branch of an {@code if} that stands on a line of its own. */
    BRANCH(false, true),
    /** A call, or a name that is read and may have to be worked out first. */
    CALL(false, false);

    private final boolean frame;
    private final boolean statement;

    Sort(boolean frame, boolean statement) {
      this.frame = frame;
      this.statement = statement;
    }

    /** Whether it is called by others, and so has a place of its own among what is under way. */
    public boolean isFrame() {
      return frame;
    }

    /** Whether somebody who goes through a script step by step stops at it. */
    public boolean isStatement() {
      return statement;
    }
  }

  /** A step at a span, or at the part of it on its first line. */
  static Step at(Sort sort, String name, SourceText source, Span span) {
    int end = span.end();
    if (sort.isStatement()) {
      int line = source.line(span.start());
      end = Math.min(end, source.lineStart(line) + source.lineText(line).length());
    }
    return new Step(sort, name, new Location(source, new Span(span.start(), end)));
  }
}
