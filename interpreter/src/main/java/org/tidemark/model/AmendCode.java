package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.check.Literals;
import org.tidemark.check.Scope;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.Override;
import org.tidemark.grammar.tree.WithExpression;

/** Amended copies as {@link Code}. */
final class AmendCode {
  private final Lowering lowering;

  AmendCode(Lowering lowering) {
    this.lowering = lowering;
  }

  Code with(WithExpression with, Scope scope) {
    Code base = lowering.target(with.base(), scope);
    Location location = ExpressionCode.at(with, scope);
    SourceText source = scope.source();
    List<PreparedOverride> overrides = new ArrayList<>();
    for (Override override : with.overrides()) {
      overrides.add(prepare(override, source, scope));
    }
    return frame -> {
      frame.evaluation.spending().copies(location);
      Amendment amendment = new Amendment();
      for (PreparedOverride override : overrides) {
        override.addTo(amendment, frame);
      }
      return Amending.amend(frame.evaluation, base.evaluate(frame), amendment, location);
    };
  }

  /** An override whose value is evaluated where it is written, and only when it is read. */
  PreparedOverride prepare(Override override, SourceText source, Scope scope) {
    List<String> path = override.path().stream().map(Identifier::name).toList();
    return new PreparedOverride(
        path,
        lowering.step(
            () -> Steps.override(override, source),
            scope,
            lowering.expression(override.value(), scope)),
        InputLiterals.isLiteral(override.value(), scope),
        Literals.takesUnit(override.value()),
        new Location(source, override.value().span()));
  }

  /** An override ready to be applied. */
  record PreparedOverride(
      List<String> path, Code value, boolean literal, boolean bare, Location location) {
    void addTo(Amendment amendment, Frame frame) {
      Cell cell = Cell.movable(String.join(".", path), location, literal, value, frame);
      amendment.add(path, cell, bare);
    }
  }
}
