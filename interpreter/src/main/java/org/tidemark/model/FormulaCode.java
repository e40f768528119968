package org.tidemark.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tidemark.check.Scope;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Subexpressions;
import org.tidemark.spi.Formula;
import org.tidemark.spi.ParameterSpec;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.value.TableValue;

/**
 * A formula over the columns of a table. Which of its names are columns is known when the table is,
 * so its code is made then and kept for tables with the same columns.
 */
final class FormulaCode {
  private final BinaryOperation formula;
  private final ParameterSpec parameter;
  private final List<String> unknowns;
  private final Scope scope;
  private final Lowering lowering;
  private final Set<String> names = new LinkedHashSet<>();
  private final Map<List<String>, Lowered> known = new ConcurrentHashMap<>();

  private record Part(String text, FunctionText function) {}

  private record Lowered(
      Part response,
      Optional<String> form,
      List<Part> arguments,
      Map<String, Part> named,
      Optional<Part> explanation) {}

  FormulaCode(
      BinaryOperation formula,
      ParameterSpec parameter,
      List<String> unknowns,
      Scope scope,
      Lowering lowering) {
    this.formula = formula;
    this.parameter = parameter;
    this.unknowns = unknowns;
    this.scope = scope;
    this.lowering = lowering;
    collect(formula);
  }

  ParameterSpec parameter() {
    return parameter;
  }

  private void collect(Expression expression) {
    if (expression instanceof NameReference name) {
      names.add(name.name());
    }
    Subexpressions.of(expression).forEach(this::collect);
  }

  /** The formula on a table, in the frame of one call. */
  Formula on(TableValue table, Frame frame) {
    List<String> columns = new ArrayList<>();
    for (String column : table.columns()) {
      if (names.contains(column) && !unknowns.contains(column)) {
        columns.add(column);
      }
    }
    Lowered lowered = known.computeIfAbsent(List.copyOf(columns), this::lower);
    Map<String, Formula.Part> named = new LinkedHashMap<>();
    lowered.named().forEach((name, part) -> named.put(name, ready(part, frame)));
    return new Formula(
        scope.source().text(formula.span()),
        columns,
        ready(lowered.response(), frame),
        lowered.form(),
        lowered.arguments().stream().map(part -> ready(part, frame)).toList(),
        named,
        lowered.explanation().map(part -> ready(part, frame)));
  }

  private static Formula.Part ready(Part part, Frame frame) {
    return new Formula.Part(part.text(), new Closure(part.function(), frame));
  }

  private Lowered lower(List<String> columns) {
    Scope inner = scope.local();
    columns.forEach(name -> inner.define(name, BasicType.UNKNOWN));
    unknowns.forEach(name -> inner.define(name, BasicType.UNKNOWN));
    Optional<Call> form =
        org.tidemark.check.BindingForms.form(
            formula.right(), parameter, inner, lowering.vocabulary());
    List<Part> arguments = new ArrayList<>();
    Map<String, Part> named = new LinkedHashMap<>();
    if (form.isPresent()) {
      for (Argument argument : form.get().arguments()) {
        Part part = part(argument.value(), inner);
        if (argument.name().isPresent()) {
          named.put(argument.name().get().name(), part);
        } else {
          arguments.add(part);
        }
      }
    }
    return new Lowered(
        part(formula.left(), inner),
        form.map(call -> ((NameReference) call.callee()).name()),
        arguments,
        named,
        form.isPresent() ? Optional.empty() : Optional.of(part(formula.right(), inner)));
  }

  private Part part(Expression written, Scope inner) {
    Location location = new Location(inner.source(), written.span());
    Code code = lowering.expression(written, inner);
    return new Part(
        inner.source().text(written.span()),
        new FunctionText(
            "",
            inner.size(),
            inner.size(),
            List.of(),
            List.of(),
            code,
            written,
            Optional.empty(),
            inner,
            location));
  }
}
