package org.tidemark.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.check.Member;
import org.tidemark.check.Scope;
import org.tidemark.check.Structure;
import org.tidemark.grammar.ExpressionResult;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.Value;

/** What can be seen from a place of a program while it is evaluated. Belongs to its thread. */
public final class Sight {
  private final Scope scope;
  private final Frame frame;

  Sight(Scope scope, Frame frame) {
    this.scope = scope;
    this.frame = frame;
  }

  /**
   * Names that belong together.
   *
   * @param title what they belong to: {@code local}, or the name of a model or a script
   * @param values by name, in the order of the text; absent for what has not been worked out
   */
  public record Level(String title, Map<String, Optional<Value>> values) {}

  /** The names that can be read here, the innermost first. Works out nothing. */
  public List<Level> levels() {
    List<Level> levels = new ArrayList<>();
    Frame at = frame;
    for (Scope each = scope; each != null && at != null; each = each.parent().orElse(null)) {
      if (each.isStructure()) {
        levels.add(level(each.structure(), at.self));
        at = at.layer.enclosing();
      } else {
        List<String> names = each.localNames();
        if (!names.isEmpty()) {
          levels.add(new Level("local", locals(each, names, at)));
        }
        at = at.outer;
      }
    }
    return levels;
  }

  private Map<String, Optional<Value>> locals(Scope local, List<String> names, Frame at) {
    Map<String, Optional<Value>> values = new LinkedHashMap<>();
    for (String name : names) {
      values.put(name, slot(local, name, at));
    }
    return values;
  }

  private Optional<Value> slot(Scope local, String name, Frame at) {
    int index = local.indexOf(name);
    if (index >= at.slots.length || at.slots[index] == null) {
      return Optional.empty();
    }
    Value value = at.slots[index];
    if (!(value instanceof Present present)) {
      return Optional.of(value);
    }
    if (!present.isKnown() || !at.evaluation.isAtMoment()) {
      return Optional.empty();
    }
    Value now = present.now(at.evaluation);
    return Optional.of(
        now instanceof RunningValue running ? running.now(at.evaluation.moment()) : now);
  }

  private static Level level(Structure structure, Instance instance) {
    Map<String, Optional<Value>> values = new LinkedHashMap<>();
    for (String name : structure.memberNames()) {
      Cell known = instance.knownCell(name);
      Optional<Value> value = Optional.ofNullable(known == null ? null : known.value());
      if (value.isEmpty()
          && structure.member(name).filter(m -> m.sort() == Member.Sort.FUNCTION).isPresent()) {
        // nothing is evaluated for the sake of a function
        value = Optional.of(instance.evaluation().aside(() -> instance.get(name)));
      }
      values.put(name, value);
    }
    return new Level(structure.name(), values);
  }

  /**
   * The value of an expression that reads the names that can be seen here. What it reads is worked
   * out where it has not been.
   *
   * @throws EvaluationFailure where it has none, or is no expression
   */
  public Value evaluate(String expression) {
    SourceText text = new SourceText("expression", expression);
    ExpressionResult parsed = TideParser.parseExpression(text);
    refuse(parsed.diagnostics());
    Scope inner = scope.readingFrom(text);
    Evaluation evaluation = frame.evaluation;
    refuse(evaluation.program().overrideCheck().check(parsed.expression().orElseThrow(), inner));
    Code code = evaluation.lowering().expression(parsed.expression().get(), inner);
    return evaluation.aside(() -> code.evaluate(frame.local(0)));
  }

  private static void refuse(List<Diagnostic> found) {
    for (Diagnostic diagnostic : found) {
      if (diagnostic.isError()) {
        throw new EvaluationFailure(diagnostic, false);
      }
    }
  }
}
