package org.tidemark.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.check.plugin.Blame;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.RecordEntry;
import org.tidemark.grammar.tree.RecordLiteral;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.Extensions;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.ParameterSpec;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** One call of a plugin's function as its rule for the result's type sees it. */
final class BuiltinCall implements CallCheck {
  private final TypeChecker checker;
  private final FunctionSpec function;
  private final ArgumentBinding binding;
  private final Span span;
  private final Scope scope;
  private final SourceText source;
  private final Map<String, Type> types = new LinkedHashMap<>();
  private final List<Type> rest = new ArrayList<>();
  private final Map<String, Type> named = new LinkedHashMap<>();
  private final boolean misbound;
  private final BindingForms forms;
  private boolean refused;

  /**
   * A call.
   *
   * @param binding the arguments as written; null where only their types are known
   * @param given the types where nothing is written, as when {@code map} applies it
   * @param misbound whether arguments may stand at the wrong parameters, which has been reported
   */
  BuiltinCall(
      TypeChecker checker,
      FunctionSpec function,
      ArgumentBinding binding,
      Span span,
      Scope scope,
      List<Type> given,
      boolean misbound) {
    this.misbound = misbound;
    this.checker = checker;
    this.function = function;
    this.binding = binding;
    this.span = span;
    this.scope = scope;
    this.source = ExpressionTypes.source(scope);
    this.forms = new BindingForms(checker, scope);
    if (binding == null) {
      takeTypes(given);
    } else {
      inferArguments();
    }
  }

  private void takeTypes(List<Type> given) {
    for (int i = 0; i < given.size(); i++) {
      if (i < function.parameters().size()) {
        ParameterSpec parameter = function.parameters().get(i);
        if (parameter.rest()) {
          rest.add(accept(parameter, given.get(i), span));
        } else {
          types.put(parameter.name(), accept(parameter, given.get(i), span));
        }
      }
    }
  }

  private void inferArguments() {
    for (ParameterSpec parameter : function.parameters()) {
      Expression written = binding.byParameter().get(parameter.name());
      if (written == null) {
        continue;
      }
      switch (parameter.mode()) {
        case COLUMN -> column(parameter, written);
        case SCHEMA -> schema(parameter, written);
        case UNKNOWNS -> {
          if (!forms.unknowns(function, parameter, written)) {
            refused = true;
          }
        }
        case VARIED -> {
          if (!forms.varied(function, parameter, written)) {
            refused = true;
          }
        }
        case BOUND, FORMULA -> {
          // they see what other arguments name, so they come last
        }
        default ->
            types.put(
                parameter.name(),
                accept(parameter, checker.expressions.infer(written, scope), written.span()));
      }
    }
    for (ParameterSpec parameter : function.parameters()) {
      Expression written = binding.byParameter().get(parameter.name());
      if (written == null || refused) {
        continue;
      }
      if (parameter.mode() == ParameterSpec.Mode.BOUND) {
        Scope sees = forms.seeing(parameter.sight().unknowns());
        types.put(
            parameter.name(),
            accept(parameter, checker.expressions.infer(written, sees), written.span()));
      } else if (parameter.mode() == ParameterSpec.Mode.FORMULA
          && !forms.formula(function, parameter, written, types.get(parameter.sight().table()))) {
        refused = true;
      }
    }
    for (Expression written : binding.rest()) {
      ParameterSpec parameter = function.parameters().get(function.parameters().size() - 1);
      rest.add(accept(parameter, checker.expressions.infer(written, scope), written.span()));
    }
    binding.named().forEach((name, e) -> named.put(name, checker.expressions.infer(e, scope)));
  }

  private Type accept(ParameterSpec parameter, Type given, Span at) {
    boolean kept = given == BasicType.NEVER || given == BasicType.MISSING;
    if (kept && parameter.accept().wantsQuantity()) {
      // functions of quantities keep never and missing, as arithmetic does
      return parameter.accept().accepts(given) ? given : BasicType.UNKNOWN;
    }
    if (!parameter.accept().accepts(given)) {
      refused = true;
      if (misbound) {
        return BasicType.UNKNOWN;
      }
      Diagnostic diagnostic =
          Diagnostic.error(
                  "E0308",
                  function.name()
                      + " takes "
                      + parameter.accept().words()
                      + (function.parameters().size() > 1 ? " for " + parameter.name() : ""),
                  source,
                  at)
              .withNote(given.describe());
      if (given instanceof ObjectType object
          && object.parameter().isPresent()
          && parameter.accept().wantsQuantity()) {
        diagnostic = diagnostic.withHelp("call it to get a value: name(...)");
      }
      if (parameter.accept() == Accept.RECORD) {
        diagnostic = diagnostic.withHelp("a record is written { name: value }");
      }
      if (parameter.accept() == Accept.NUMBER && given instanceof QuantityType) {
        diagnostic = diagnostic.withHelp("divide it by a unit, or by a reference, first: x / x0");
      }
      checker.findings.add(diagnostic.withHelp("it is called as " + function.signature()));
      return BasicType.UNKNOWN;
    }
    return parameter.accept().wantsQuantity() ? OperatorTypes.plain(given) : given;
  }

  private void column(ParameterSpec parameter, Expression written) {
    if (!(written instanceof NameReference) && !(written instanceof TextLiteral)) {
      refused = true;
      checker.error(
          source,
          written.span(),
          "E0408",
          function.name() + " takes the name of a column for " + parameter.name(),
          "it is called as " + function.signature());
    }
  }

  private void schema(ParameterSpec parameter, Expression written) {
    if (!(written instanceof RecordLiteral)) {
      refused = true;
      checker.error(
          source,
          written.span(),
          "E0409",
          function.name() + " takes the columns and their units for " + parameter.name(),
          "for example { year: date, price: USD/GB }");
    }
  }

  /** The type of the result. */
  Type result() {
    if (refused) {
      return resultOfBroken();
    }
    Type type;
    try {
      type = function.result().of(this);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failed) {
      Optional<String> plugin = Blame.of(failed, function.result());
      if (plugin.isEmpty()) {
        throw failed;
      }
      return broken("E0744", plugin.get(), ": ".concat(Blame.words(failed)));
    }
    return type != null
        ? type
        : broken("E0745", Blame.owner(function.result()).orElse(function.name()), " to say a type");
  }

  private Type broken(String code, String plugin, String how) {
    problem(
        null,
        code,
        "the plugin " + plugin + " failed in " + function.name() + how,
        "this is a mistake in the plugin, not in the script; tell its makers");
    return BasicType.UNKNOWN;
  }

  /** What can still be said of a call whose arguments are wrong. */
  Type resultOfBroken() {
    return BasicType.UNKNOWN;
  }

  @Override
  public boolean has(String parameter) {
    return types.containsKey(parameter)
        || (binding != null && binding.byParameter().containsKey(parameter));
  }

  @Override
  public Type type(String parameter) {
    return types.getOrDefault(parameter, BasicType.UNKNOWN);
  }

  @Override
  public List<Type> rest() {
    return rest;
  }

  @Override
  public Map<String, Type> named() {
    return named;
  }

  @Override
  public QuantityType quantity(String parameter) {
    return Types.quantity(type(parameter)).orElse(QuantityType.ZERO);
  }

  @Override
  public String column(String parameter) {
    return columnName(binding.byParameter().get(parameter));
  }

  /** The column that an argument names. */
  static String columnName(Expression written) {
    if (written instanceof NameReference name) {
      return name.name();
    }
    return written instanceof TextLiteral text ? text.constant() : "";
  }

  @Override
  public Map<String, Type> schema(String parameter) {
    Map<String, Type> columns = new LinkedHashMap<>();
    if (binding.byParameter().get(parameter) instanceof RecordLiteral record) {
      for (RecordEntry entry : record.entries()) {
        columns.put(entry.name().name(), checker.calls.columnType(entry.value(), scope));
      }
    }
    return columns;
  }

  @Override
  public Map<String, Type> unknowns(String parameter) {
    return forms.unknowns(parameter);
  }

  @Override
  public Map<String, Type> varied(String parameter) {
    return forms.varied(parameter);
  }

  @Override
  public Type model(String parameter, Map<String, Type> extras) {
    return forms.model(parameter, extras);
  }

  @Override
  public FormulaCheck formula(String parameter) {
    return forms.formula(parameter);
  }

  @Override
  public Optional<Double> constant(String parameter) {
    return written(parameter)
        .flatMap(e -> Literals.quantity(e, checker.units))
        .map(Quantity::magnitude);
  }

  @Override
  public Optional<Double> constantDate(String parameter) {
    return written(parameter).flatMap(Literals::date);
  }

  @Override
  public Optional<String> constantText(String parameter) {
    return written(parameter)
        .filter(e -> e instanceof TextLiteral text && text.isConstant())
        .map(e -> ((TextLiteral) e).constant());
  }

  private Optional<Expression> written(String parameter) {
    return binding == null
        ? Optional.empty()
        : Optional.ofNullable(binding.byParameter().get(parameter));
  }

  @Override
  public Extensions extensions() {
    return checker.vocabulary;
  }

  @Override
  public boolean isRunning() {
    return scope.isRunning();
  }

  @Override
  public Type apply(Type type, List<Type> arguments) {
    if (type instanceof FunctionType applied) {
      if (applied.arity() >= 0 && applied.arity() != arguments.size()) {
        problem(
            null,
            "E0311",
            function.name()
                + " calls its function with "
                + arguments.size()
                + (arguments.size() == 1 ? " value" : " values")
                + ", and this is "
                + applied.describe(),
            arguments.size() == 2
                ? "write for example (total, x) => total + x"
                : "write for example x => x^2");
        return BasicType.UNKNOWN;
      }
      checker.findings.enter(source, span, "used by " + function.name() + " here");
      try {
        return applied.apply(arguments);
      } finally {
        checker.findings.leave();
      }
    }
    if (type instanceof ObjectType object && object.parameter().isPresent()) {
      if (arguments.size() == 1 && !Types.fits(object.parameter().get(), arguments.get(0))) {
        problem(
            null,
            "E0308",
            "this "
                + object.name()
                + " is called with "
                + object.parameter().get().describe()
                + ", and gets "
                + arguments.get(0).describe());
      }
      return object.result();
    }
    return BasicType.UNKNOWN;
  }

  private Span at(String parameter) {
    return parameter == null ? span : written(parameter).map(Expression::span).orElse(span);
  }

  @Override
  public void problem(String parameter, String code, String message, String... help) {
    checker.error(source, at(parameter), code, message, help);
  }

  @Override
  public void warning(String parameter, String code, String message, String... help) {
    checker.warning(source, at(parameter), code, message, help);
  }
}
