package org.tidemark.session;

import java.util.List;
import java.util.Optional;
import org.tidemark.api.Documentation;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.model.Exported;
import org.tidemark.model.PredictionOutcome;
import org.tidemark.model.Shown;
import org.tidemark.spi.value.Value;

/** A part of an answer. How it looks is up to whoever shows it. */
public sealed interface Part {
  /** A result, charts included. */
  record Result(Shown shown) implements Part {}

  /** The claims of an entry. */
  record Claims(List<ClaimOutcome> claims) implements Part {
    /** Copies its list. */
    public Claims {
      claims = List.copyOf(claims);
    }
  }

  /** The predictions of an entry. */
  record Predictions(List<PredictionOutcome> predictions) implements Part {
    /** Copies its list. */
    public Predictions {
      predictions = List.copyOf(predictions);
    }
  }

  /** Something wrong, or a warning. */
  record Problem(Diagnostic diagnostic) implements Part {}

  /**
   * A value that has come out differently since a definition was replaced.
   *
   * @param name of the definition, or the expression as it was asked
   * @param before absent where it had none
   * @param after absent where it has none any more
   */
  record Change(String name, Optional<Value> before, Optional<Value> after) implements Part {}

  /** Something to be written to a file; whoever shows the answer does the writing. */
  record Export(Exported exported) implements Part {}

  /** Lines of text. */
  record Text(String lines) implements Part {}

  /** A page of documentation, in Markdown. */
  record Page(Documentation documentation) implements Part {}

  /** The definitions behind a value. */
  record Tree(Derivation derivation) implements Part {}
}
