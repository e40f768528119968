package org.tidemark.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Override;
import org.tidemark.grammar.tree.RecordEntry;
import org.tidemark.grammar.tree.RecordLiteral;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.Extensions;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.ParameterSpec;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/**
 * The arguments of one call that give names a meaning: unknowns, definitions that vary, and
 * formulas over columns.
 */
public final class BindingForms {
  private final TypeChecker checker;
  private final Scope scope;
  private final SourceText source;
  private final Map<String, Map<String, Type>> unknowns = new HashMap<>();
  private final Map<String, Map<String, Type>> varied = new HashMap<>();
  private final Map<String, Structure> models = new HashMap<>();
  private final Map<String, CallCheck.FormulaCheck> formulas = new HashMap<>();

  BindingForms(TypeChecker checker, Scope scope) {
    this.checker = checker;
    this.scope = scope;
    this.source = ExpressionTypes.source(scope);
  }

  Map<String, Type> unknowns(String parameter) {
    return unknowns.getOrDefault(parameter, Map.of());
  }

  Map<String, Type> varied(String parameter) {
    return varied.getOrDefault(parameter, Map.of());
  }

  CallCheck.FormulaCheck formula(String parameter) {
    return formulas.get(parameter);
  }

  Type model(String parameter, Map<String, Type> extras) {
    Structure structure = models.get(parameter);
    return structure == null ? BasicType.UNKNOWN : new ModelType(structure, extras);
  }

  // ---- unknowns

  /** Whether the unknowns can be made sense of. */
  boolean unknowns(FunctionSpec function, ParameterSpec parameter, Expression written) {
    Optional<RecordLiteral> record =
        record(function, parameter, written, "for example { p: 0..30 USD/GB }");
    if (record.isEmpty()) {
      return false;
    }
    Map<String, Type> names = new LinkedHashMap<>();
    boolean fine = true;
    for (RecordEntry entry : record.get().entries()) {
      Type type = checker.expressions.infer(entry.value(), scope);
      Optional<Type> unknown = unknown(type);
      if (unknown.isEmpty()) {
        checker.error(
            source,
            entry.value().span(),
            "E0410",
            "an unknown lies in a box, and this is " + type.describe(),
            "for example " + entry.name().name() + ": 0..30 USD/GB, or a list of boxes");
        fine = false;
      } else if (names.put(entry.name().name(), unknown.get()) != null) {
        twice(entry);
        fine = false;
      }
    }
    unknowns.put(parameter.name(), names);
    return fine;
  }

  private static Optional<Type> unknown(Type box) {
    if (box instanceof IntervalType interval) {
      return Optional.of(OperatorTypes.plain(interval.element()));
    }
    if (box instanceof ListType list) {
      return unknown(list.element()).map(ListType::new);
    }
    if (box == BasicType.UNKNOWN) {
      return Optional.of(box);
    }
    return Types.quantity(box).map(q -> (Type) q);
  }

  /** A scope in which the unknowns of a parameter are names. */
  Scope seeing(String parameter) {
    Scope inner = scope.local();
    unknowns(parameter).forEach(inner::define);
    return inner;
  }

  // ---- definitions that vary

  /** Whether each name is a definition of one model, and what is written fits it. */
  boolean varied(FunctionSpec function, ParameterSpec parameter, Expression written) {
    Optional<RecordLiteral> record =
        record(function, parameter, written, "for example { r: 1..10 %/year }");
    if (record.isEmpty()) {
      return false;
    }
    Map<String, Type> names = new LinkedHashMap<>();
    int level = -1;
    boolean fine = true;
    for (RecordEntry entry : record.get().entries()) {
      String name = entry.name().name();
      Optional<Resolution> resolved = scope.resolve(name);
      if (resolved.isEmpty()) {
        checker.expressions.reportUnknown(new NameReference(name, entry.name().span()), scope);
        fine = false;
        continue;
      }
      if (!(resolved.get() instanceof Resolution.OfStructure of) || !of.member().isOverridable()) {
        checker.error(
            source,
            entry.name().span(),
            "E0411",
            name + " is no definition that can vary",
            "name a definition of the model, for example a param");
        fine = false;
        continue;
      }
      if (level >= 0 && level != of.structures()) {
        checker.error(
            source,
            entry.name().span(),
            "E0411",
            name + " belongs to another model than the names before it",
            "vary the definitions of one model at a time");
        fine = false;
        continue;
      }
      level = of.structures();
      if (names.containsKey(name)) {
        twice(entry);
        fine = false;
        continue;
      }
      Type element = variedElement(checker.expressions.infer(entry.value(), scope));
      names.put(name, checker.type(of.member()));
      Structure structure = scope.structure(level);
      models.put(parameter.name(), structure);
      checker.amends.check(
          new ModelType(structure),
          new Override(List.of(entry.name()), entry.value(), entry.span()),
          0,
          element,
          scope);
    }
    varied.put(parameter.name(), names);
    return fine;
  }

  private static Type variedElement(Type written) {
    if (written instanceof IntervalType interval) {
      return interval.element();
    }
    return written instanceof ListType list ? list.element() : written;
  }

  // ---- formulas

  /** Whether the formula can be made sense of. */
  boolean formula(FunctionSpec function, ParameterSpec parameter, Expression written, Type data) {
    if (!(written instanceof BinaryOperation formula)
        || formula.operator() != BinaryOperator.EXPLAINED_BY) {
      checker.error(
          source,
          written.span(),
          "E0412",
          function.name() + " takes a formula for " + parameter.name(),
          "for example price ~ wright(cumulative)");
      return false;
    }
    if (!(data instanceof TableType table)) {
      return false;
    }
    Scope inner = scope.local();
    table.columns().forEach((name, type) -> inner.define(name, known(type)));
    unknowns(parameter.sight().unknowns()).forEach(inner::define);
    Type response = checker.expressions.infer(formula.left(), inner);
    Optional<Call> form = form(formula.right(), parameter, inner, checker.vocabulary);
    List<Type> arguments = new ArrayList<>();
    Map<String, Type> named = new LinkedHashMap<>();
    if (form.isPresent()) {
      for (Argument argument : form.get().arguments()) {
        if (!isKnown(argument.value(), inner, table)) {
          return false;
        }
        Type type = checker.expressions.infer(argument.value(), inner);
        if (argument.name().isPresent()) {
          named.put(argument.name().get().name(), type);
        } else {
          arguments.add(type);
        }
      }
    }
    Type explanation =
        form.isPresent() ? BasicType.UNKNOWN : checker.expressions.infer(formula.right(), inner);
    formulas.put(
        parameter.name(),
        new CallCheck.FormulaCheck(
            OperatorTypes.plain(response),
            form.map(call -> ((NameReference) call.callee()).name()),
            arguments,
            named,
            OperatorTypes.plain(explanation)));
    return true;
  }

  /** A name by itself in a form is a column, or a definition; what is missing is the column. */
  private boolean isKnown(Expression written, Scope inner, TableType table) {
    if (!(written instanceof NameReference name) || inner.resolve(name.name()).isPresent()) {
      return true;
    }
    checker.error(
        source,
        written.span(),
        "E0408",
        "there is no column called " + name.name() + ", so the data cannot tell what depends on it",
        "the columns are " + String.join(", ", table.columns().keySet()));
    return false;
  }

  /** A column without its empty cells. */
  private static Type known(Type column) {
    return OperatorTypes.plain(column);
  }

  /** The form that the right side of a formula calls; a script's own function hides a form. */
  public static Optional<Call> form(
      Expression right, ParameterSpec parameter, Scope scope, Extensions extensions) {
    return right instanceof Call call
            && call.callee() instanceof NameReference name
            && scope.resolve(name.name()).isEmpty()
            && isForm(name.name(), parameter, extensions)
        ? Optional.of(call)
        : Optional.empty();
  }

  private static boolean isForm(String name, ParameterSpec parameter, Extensions extensions) {
    Set<String> own = parameter.sight().forms();
    return own.contains(name) || !own.isEmpty() && extensions.fitForm(name).isPresent();
  }

  // ---- what they share

  private Optional<RecordLiteral> record(
      FunctionSpec function, ParameterSpec parameter, Expression written, String example) {
    if (written instanceof RecordLiteral record && !record.entries().isEmpty()) {
      return Optional.of(record);
    }
    Span at = written.span();
    checker.error(
        source,
        at,
        "E0410",
        function.name() + " takes a record written in place for " + parameter.name(),
        example);
    return Optional.empty();
  }

  private void twice(RecordEntry entry) {
    checker.error(
        source,
        entry.name().span(),
        "E0202",
        entry.name().name() + " is in this record twice",
        "keep one of them");
  }
}
