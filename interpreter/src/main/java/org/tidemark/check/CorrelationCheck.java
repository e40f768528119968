package org.tidemark.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.CorrelateStatement;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The rules of {@code correlate a, b = 0.6}. */
final class CorrelationCheck {
  private CorrelationCheck() {}

  static void check(CorrelateStatement statement, Structure structure, TypeChecker checker) {
    SourceText source = structure.source();
    Scope scope = structure.scope();
    if (structure.sort() != Structure.Sort.SCRIPT) {
      checker.error(
          source,
          statement.span(),
          "E0413",
          "correlations belong to the script, not into a model",
          "move it out, and name the inputs by their paths: correlate Cloud.alpha, rent = 0.6");
      return;
    }
    Set<List<String>> seen = new HashSet<>();
    for (Expression input : statement.inputs()) {
      Type type = checker.expressions.inferTarget(input, scope);
      List<String> path = MultiplierTarget.path(input);
      if (type == BasicType.UNKNOWN) {
        continue;
      }
      if (path.isEmpty() || Types.quantity(type).isEmpty()) {
        checker.error(
            source,
            input.span(),
            "E0413",
            "a correlation is one between uncertain inputs, and this is " + type.describe(),
            "name the definitions, for example: correlate alpha, rent = 0.6");
      } else if (!seen.add(path)) {
        checker.error(
            source,
            input.span(),
            "E0413",
            "an input is correlated with itself",
            "name another one");
      }
    }
    if (statement.inputs().size() < 2) {
      checker.error(
          source,
          statement.span(),
          "E0413",
          "a correlation is one between two inputs or more",
          "for example: correlate alpha, rent = 0.6");
    }
    Type coefficient = checker.expressions.infer(statement.correlation(), scope);
    if (!Types.fits(QuantityType.PURE, OperatorTypes.plain(coefficient))) {
      checker.error(
          source,
          statement.correlation().span(),
          "E0413",
          "a rank correlation is a pure number, and this is " + coefficient.describe(),
          "a number between -1 and 1");
      return;
    }
    Optional<Quantity> constant = Literals.quantity(statement.correlation(), checker.units);
    if (constant.isPresent() && !(Math.abs(constant.get().magnitude()) < 1)) {
      checker.error(
          source,
          statement.correlation().span(),
          "E0413",
          "a rank correlation lies between -1 and 1, both excluded",
          "inputs that move together exactly are one input: define one by the other");
    }
  }
}
