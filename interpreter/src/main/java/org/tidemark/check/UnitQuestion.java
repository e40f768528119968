package org.tidemark.check;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.ExpressionResult;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Conversion;
import org.tidemark.grammar.tree.UnitType;
import org.tidemark.quantity.UnitExpression;

/**
 * A unit that somebody outside of a script wrote, such as {@code "USD/GB"}.
 *
 * @param unit the unit; absent where it is none
 * @param diagnostics what is wrong with it, where it is none
 */
public record UnitQuestion(Optional<UnitExpression> unit, List<Diagnostic> diagnostics) {
  private static final String BEFORE = "1 as ";

  /** Reads a unit, as it may stand behind {@code as}; only the names of units count. */
  public static UnitQuestion of(CheckedProgram program, String text) {
    SourceText source = new SourceText("the unit", BEFORE + text);
    ExpressionResult parsed = TideParser.parseExpression(source);
    List<Diagnostic> wrong = parsed.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (!wrong.isEmpty()) {
      return new UnitQuestion(Optional.empty(), wrong);
    }
    if (!(parsed.expression().orElse(null) instanceof Conversion conversion)
        || !(conversion.unit() instanceof UnitType written)) {
      return new UnitQuestion(
          Optional.empty(),
          List.of(
              Diagnostic.error("E0212", "this is no unit: " + text)
                  .withHelp("write units only, such as USD/GB or 1/year")));
    }
    Findings findings = new Findings();
    Optional<UnitExpression> unit = program.unitReader().unit(written.unit(), source, findings);
    return unit.isPresent()
        ? new UnitQuestion(unit, List.of())
        : new UnitQuestion(unit, findings.since(0));
  }
}
