package org.tidemark.polyglot.foreign;

import java.util.Optional;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.tidemark.spi.foreign.ForeignProblem;

/** What Polyglot throws, in the terms of {@link ForeignProblem}. */
final class Failures {
  private static final int LONGEST = 300;

  private Failures() {}

  static ForeignProblem of(PolyglotException thrown, Source source, Guest guest) {
    if (thrown.isCancelled() || thrown.isInterrupted()) {
      return ForeignProblem.ofStop();
    }
    ForeignProblem problem = ForeignProblem.of(words(thrown, guest));
    SourceSection section = thrown.getSourceLocation();
    if (section != null && isIn(section, source)) {
      return problem.at(place(section));
    }
    // thrown by what the language brings along: where the file has called that
    for (PolyglotException.StackFrame frame : thrown.getPolyglotStackTrace()) {
      SourceSection called = frame.isGuestFrame() ? frame.getSourceLocation() : null;
      if (called != null && isIn(called, source)) {
        return problem.at(place(called));
      }
    }
    return problem;
  }

  /** Where a function or anything else stands in a text. */
  static Optional<ForeignProblem.Place> place(SourceSection section, Source source) {
    return section != null && isIn(section, source)
        ? Optional.of(place(section))
        : Optional.empty();
  }

  private static boolean isIn(SourceSection section, Source source) {
    return section.isAvailable()
        && section.hasCharIndex()
        && section.getSource().getName().equals(source.getName());
  }

  private static ForeignProblem.Place place(SourceSection section) {
    return new ForeignProblem.Place(section.getCharIndex(), section.getCharEndIndex());
  }

  private static String words(PolyglotException thrown, Guest guest) {
    if (thrown.isInternalError()) {
      return "the engine of " + guest.name() + " has failed";
    }
    if (thrown.isResourceExhausted()) {
      return "it needs more memory than there is";
    }
    if (thrown.isExit()) {
      return "it has ended itself";
    }
    String message = thrown.getMessage();
    if (message == null || message.isBlank()) {
      return "it failed without saying why";
    }
    // others are what the file itself says
    String own = thrown.isSyntaxError() ? guest.message(message.strip()) : message.strip();
    String line = own.lines().findFirst().orElse("").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
