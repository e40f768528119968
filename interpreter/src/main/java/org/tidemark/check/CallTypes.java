package org.tidemark.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Parameter;
import org.tidemark.grammar.tree.Pipe;
import org.tidemark.grammar.tree.TableLiteral;
import org.tidemark.grammar.tree.TableRow;
import org.tidemark.quantity.Spelling;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.ParameterSpec;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The types of calls, whoever defined what is called. */
final class CallTypes {
  private final TypeChecker checker;

  CallTypes(TypeChecker checker) {
    this.checker = checker;
  }

  Type infer(Call call, Scope scope) {
    return call(call.callee(), List.of(), call.arguments(), call.span(), scope);
  }

  Type pipe(Pipe pipe, Scope scope) {
    List<Expression> leading = List.of(pipe.value());
    if (pipe.stage() instanceof Call call) {
      return call(call.callee(), leading, call.arguments(), pipe.span(), scope);
    }
    return call(pipe.stage(), leading, List.of(), pipe.span(), scope);
  }

  /** The plugin function that a callee names, where no definition hides it. */
  static Optional<FunctionSpec> builtin(Expression callee, Scope scope, Vocabulary vocabulary) {
    if (callee instanceof NameReference name && scope.resolve(name.name()).isEmpty()) {
      return vocabulary.function(name.name());
    }
    return Optional.empty();
  }

  private Type call(
      Expression callee,
      List<Expression> leading,
      List<Argument> arguments,
      Span span,
      Scope scope) {
    Optional<FunctionSpec> builtin = builtin(callee, scope, checker.vocabulary);
    if (builtin.isPresent()) {
      return builtinCall(builtin.get(), leading, arguments, span, scope);
    }
    if (callee instanceof NameReference name
        && scope.resolve(name.name()).isEmpty()
        && checker.vocabulary.constant(name.name()).isEmpty()) {
      return unknownCallee(name, leading, arguments, scope);
    }
    Type type = checker.expressions.inferTarget(callee, scope);
    if (type instanceof TypeChecker.DeclaredFunction function) {
      return declaredCall(function, leading, arguments, span, scope);
    }
    List<Type> given = new ArrayList<>();
    List<Expression> written = new ArrayList<>(leading);
    for (Argument argument : arguments) {
      if (argument.name().isPresent() && type != BasicType.UNKNOWN) {
        checker.error(
            ExpressionTypes.source(scope),
            argument.name().get().span(),
            "E0311",
            "the arguments of " + type.describe() + " have no names",
            "leave out " + argument.name().get().name() + ":");
      }
      written.add(argument.value());
    }
    for (Expression value : written) {
      given.add(checker.expressions.infer(value, scope));
    }
    List<Span> places = written.stream().map(Expression::span).toList();
    return applied(type, given, places, callee.span(), ExpressionTypes.source(scope), span);
  }

  /** Arguments are still looked at, so that all that is wrong comes out at once. */
  private Type unknownCallee(
      NameReference name, List<Expression> leading, List<Argument> arguments, Scope scope) {
    leading.forEach(value -> checker.expressions.infer(value, scope));
    arguments.forEach(argument -> checker.expressions.infer(argument.value(), scope));
    if (checker.unitTable.find(name.name()).isPresent()) {
      checker.error(
          ExpressionTypes.source(scope),
          name.span(),
          "E0310",
          "the unit " + name.name() + " cannot be called",
          "for a product, write the *: " + name.name() + " * (...)");
    } else {
      checker.expressions.reportUnknown(name, scope);
    }
    return BasicType.UNKNOWN;
  }

  private Type applied(
      Type type, List<Type> given, List<Span> places, Span callee, SourceText source, Span span) {
    if (type == BasicType.UNKNOWN) {
      return type;
    }
    if (type instanceof FunctionType function) {
      if (function.arity() >= 0 && function.arity() != given.size()) {
        checker.error(
            source,
            span,
            "E0311",
            function.describe() + " is called with " + given.size(),
            "give it one value for each parameter");
        return BasicType.UNKNOWN;
      }
      checker.findings.enter(source, span, "used here " + with(given));
      try {
        return function.apply(given);
      } finally {
        checker.findings.leave();
      }
    }
    if (type instanceof ObjectType object && object.parameter().isPresent()) {
      if (given.size() != 1) {
        checker.error(
            source, span, "E0311", object.describe() + " is called with one argument", "name(x)");
        return object.result();
      }
      Type wanted = object.parameter().get();
      if (!Types.fits(wanted, OperatorTypes.plain(given.get(0)))) {
        checker.findings.add(
            Diagnostic.error(
                    "E0308",
                    "this " + object.name() + " is called with " + wanted.describe(),
                    source,
                    places.get(0))
                .withNote(given.get(0).describe())
                .withHelp(callHelp(wanted, given.get(0))));
      }
      return object.result();
    }
    checker.error(
        source,
        callee,
        "E0310",
        type.describe() + " cannot be called",
        type instanceof QuantityType
            ? "for a product, write the *"
            : "only functions, curves and solutions' members can");
    return BasicType.UNKNOWN;
  }

  private static String callHelp(Type wanted, Type given) {
    String help = RangeTypes.mismatchHelp(wanted, given);
    return help.startsWith("give it") ? "call it with " + wanted.describe() : help;
  }

  private static String with(List<Type> given) {
    List<String> words = new ArrayList<>();
    for (Type type : given) {
      words.add(type.describe());
    }
    return "with " + String.join(", ", words);
  }

  // ---- functions of the script

  private Type declaredCall(
      TypeChecker.DeclaredFunction function,
      List<Expression> leading,
      List<Argument> arguments,
      Span span,
      Scope scope) {
    SourceText source = ExpressionTypes.source(scope);
    Member member = function.member();
    List<Parameter> parameters = member.function().parameters();
    Expression[] bound =
        bindDeclared(
            parameters,
            leading,
            arguments,
            (at, message, help) ->
                checker.error(source, at == null ? span : at, "E0311", message, help),
            member.name());
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (bound[i] == null) {
        types.add(leftOut(function, parameter));
        continue;
      }
      Type given = checker.expressions.infer(bound[i], scope);
      types.add(argument(function, parameter, given, source, bound[i].span()));
    }
    return declaredResult(function, types, source, span);
  }

  /**
   * What something gives for values of some types that are handed to it from outside, where nothing
   * is written of them.
   *
   * @param span to report what is wrong at
   */
  Type applied(Type type, List<Type> given, SourceText source, Span span) {
    if (type instanceof BuiltinType builtin && builtin.takes(given.size())) {
      return builtin.apply(given);
    }
    if (!(type instanceof TypeChecker.DeclaredFunction function)) {
      return applied(type, given, Collections.nCopies(given.size(), span), span, source, span);
    }
    List<Parameter> parameters = function.member().function().parameters();
    if (given.size() < function.required() || given.size() > parameters.size()) {
      checker.error(
          source,
          span,
          "E0311",
          function.describe() + " is called with " + given.size(),
          "it takes "
              + (function.required() < parameters.size() ? function.required() + " to " : "")
              + parameters.size());
      return BasicType.UNKNOWN;
    }
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      types.add(
          i < given.size()
              ? argument(function, parameters.get(i), given.get(i), source, span)
              : leftOut(function, parameters.get(i)));
    }
    return declaredResult(function, types, source, span);
  }

  /** A parameter for which its default stands in, if it has one. */
  private Type leftOut(TypeChecker.DeclaredFunction function, Parameter parameter) {
    Type declared = function.parameterType(parameter);
    return declared != BasicType.UNKNOWN
        ? declared
        : parameter
            .defaultValue()
            .map(value -> checker.expressions.infer(value, function.member().owner().scope()))
            .orElse(BasicType.UNKNOWN);
  }

  /** An argument of a declared function, as its body sees it. */
  private Type argument(
      TypeChecker.DeclaredFunction function,
      Parameter parameter,
      Type given,
      SourceText source,
      Span place) {
    Member member = function.member();
    Type declared = function.parameterType(parameter);
    if (declared != BasicType.UNKNOWN && !Types.fits(declared, OperatorTypes.plain(given))) {
      checker.findings.add(
          Diagnostic.error(
                  "E0308",
                  "the parameter "
                      + parameter.name().name()
                      + " of "
                      + member.name()
                      + " is "
                      + declared.describe(),
                  source,
                  place)
              .withNote(given.describe())
              .withLabel(member.source(), parameter.span(), "declared here")
              .withHelp(RangeTypes.mismatchHelp(declared, given)));
    }
    return declared == BasicType.UNKNOWN ? OperatorTypes.plain(given) : declared;
  }

  private Type declaredResult(
      TypeChecker.DeclaredFunction function, List<Type> types, SourceText source, Span span) {
    List<Parameter> parameters = function.member().function().parameters();
    StringBuilder words = new StringBuilder("used here with ");
    for (int i = 0; i < types.size(); i++) {
      words
          .append(i == 0 ? "" : ", ")
          .append(parameters.get(i).name().name())
          .append(": ")
          .append(types.get(i).describe());
    }
    checker.findings.enter(source, span, words.toString());
    try {
      return function.apply(types);
    } finally {
      checker.findings.leave();
    }
  }

  /**
   * Which argument goes to which parameter of a script's function; null where none does and a
   * default stands in.
   */
  static Expression[] bindDeclared(
      List<Parameter> parameters,
      List<Expression> leading,
      List<Argument> arguments,
      ArgumentBinding.Complaints complaints,
      String function) {
    Expression[] bound = new Expression[parameters.size()];
    List<Expression> positional = new ArrayList<>(leading);
    arguments.stream().filter(a -> a.name().isEmpty()).forEach(a -> positional.add(a.value()));
    for (int i = 0; i < positional.size(); i++) {
      if (i < bound.length) {
        bound[i] = positional.get(i);
      } else {
        complaints.add(
            positional.get(i).span(),
            function + " takes " + bound.length + (bound.length == 1 ? " argument" : " arguments"),
            "leave this one out");
        break;
      }
    }
    // a wrong name explains a missing argument
    boolean wrongName = false;
    for (Argument argument : arguments) {
      if (argument.name().isEmpty()) {
        continue;
      }
      String name = argument.name().get().name();
      int index = -1;
      List<String> names = new ArrayList<>();
      for (int i = 0; i < parameters.size(); i++) {
        names.add(parameters.get(i).name().name());
        if (parameters.get(i).name().name().equals(name)) {
          index = i;
        }
      }
      if (index < 0) {
        List<String> near = Spelling.closest(name, names, 1);
        wrongName = true;
        complaints.add(
            argument.name().get().span(),
            function + " has no parameter called " + name,
            near.isEmpty()
                ? "its parameters are " + String.join(", ", names)
                : "did you mean " + near.get(0) + "?");
      } else if (bound[index] != null) {
        wrongName = true;
        complaints.add(argument.span(), name + " is given twice", "keep one of the two");
      } else {
        bound[index] = argument.value();
      }
    }
    for (int i = 0; i < bound.length; i++) {
      if (bound[i] == null && parameters.get(i).defaultValue().isEmpty() && !wrongName) {
        complaints.add(
            null,
            function + " needs a value for " + parameters.get(i).name().name(),
            "give it, or a default where the function is declared");
      }
    }
    return bound;
  }

  // ---- functions of plugins

  /** A plugin's function where a function is wanted, as in {@code map(sqrt)}. */
  Type builtin(FunctionSpec function, NameReference reference, Scope scope) {
    for (ParameterSpec parameter : function.parameters()) {
      if (parameter.required() && parameter.mode() != ParameterSpec.Mode.VALUE) {
        checker.error(
            ExpressionTypes.source(scope),
            reference.span(),
            "E0311",
            function.name() + " looks at what is written in its call, so it is no value",
            "call it: " + function.signature());
        return BasicType.UNKNOWN;
      }
    }
    int required = (int) function.parameters().stream().filter(ParameterSpec::required).count();
    return new BuiltinType(
        function,
        required == 0 && !function.parameters().isEmpty() ? 1 : required,
        types -> {
          BuiltinCall call =
              new BuiltinCall(checker, function, null, reference.span(), scope, types, false);
          return call.result();
        });
  }

  /**
   * The type of a plugin's function that is a value.
   *
   * @param arity of a call from a script, which gives what is required
   */
  private record BuiltinType(FunctionSpec function, int arity, Function<List<Type>, Type> rule)
      implements FunctionType {
    @Override
    public Type apply(List<Type> arguments) {
      return rule.apply(arguments);
    }

    /** Whether it can be called with so many values from outside. */
    boolean takes(int arguments) {
      List<ParameterSpec> parameters = function.parameters();
      boolean more = parameters.stream().anyMatch(ParameterSpec::rest);
      return arguments >= arity && (more || arguments <= parameters.size());
    }
  }

  private Type builtinCall(
      FunctionSpec function,
      List<Expression> leading,
      List<Argument> arguments,
      Span span,
      Scope scope) {
    SourceText source = ExpressionTypes.source(scope);
    boolean[] broken = new boolean[1];
    ArgumentBinding binding =
        ArgumentBinding.of(
            function,
            leading,
            arguments,
            (at, message, help) -> {
              broken[0] = true;
              checker.error(source, at == null ? span : at, "E0311", message, help);
            });
    BuiltinCall call = new BuiltinCall(checker, function, binding, span, scope, null, broken[0]);
    if (broken[0]) {
      return call.resultOfBroken();
    }
    Type type = call.result();
    if (checker.vocabulary.stranger(function).isPresent()) {
      checker.promise(new Location(source, span), type);
    }
    return type;
  }

  // ---- inline tables

  Type table(TableLiteral table, Scope scope) {
    SourceText source = ExpressionTypes.source(scope);
    Map<String, Type> columns = new LinkedHashMap<>();
    for (Argument argument : table.header().arguments()) {
      if (argument.name().isEmpty()) {
        checker.error(
            source,
            argument.span(),
            "E0409",
            "a column has a name and a unit",
            "for example: table(on: date, usd: USD/GB)");
        columns.put("?" + columns.size(), BasicType.UNKNOWN);
        continue;
      }
      String name = argument.name().get().name();
      if (columns.put(name, columnType(argument.value(), scope)) != null) {
        checker.error(
            source, argument.span(), "E0202", "two columns are called " + name, "rename one");
      }
    }
    List<String> names = new ArrayList<>(columns.keySet());
    for (TableRow row : table.rows()) {
      if (row.cells().size() != names.size()) {
        checker.error(
            source,
            row.span(),
            "E0409",
            "this row has "
                + row.cells().size()
                + (row.cells().size() == 1 ? " cell" : " cells")
                + " and the table "
                + names.size()
                + (names.size() == 1 ? " column" : " columns"),
            row.cells().size() > names.size()
                ? "rows are separated by ; or a new line"
                : "write missing for an empty cell");
        continue;
      }
      for (int i = 0; i < names.size(); i++) {
        cell(names.get(i), columns.get(names.get(i)), row.cells().get(i), scope);
      }
    }
    return new TableType(columns);
  }

  private void cell(String column, Type wanted, Expression cell, Scope scope) {
    Type given = checker.expressions.infer(cell, scope);
    boolean bare =
        Literals.isBareNumber(cell) && (wanted instanceof QuantityType || wanted == BasicType.DATE);
    boolean dateText = wanted == BasicType.DATE && given == BasicType.TEXT;
    if (!bare && !dateText && !Types.fits(wanted, given)) {
      checker.error(
          ExpressionTypes.source(scope),
          cell.span(),
          "E0409",
          "the column "
              + column
              + " holds "
              + wanted.describe()
              + ", and this is "
              + given.describe(),
          wanted == BasicType.TEXT ? "put it between quotes" : "write missing for an empty cell");
    }
  }

  /** The type that a schema entry spells, {@code date} or {@code USD/GB}. */
  Type columnType(Expression expression, Scope scope) {
    if (expression instanceof NameReference name) {
      switch (name.name()) {
        case "date":
          return BasicType.DATE;
        case "text":
          return BasicType.TEXT;
        case "bool":
          return BasicType.BOOL;
        default:
          break;
      }
    }
    return checker.units.type(
        new org.tidemark.grammar.tree.UnitType(expression, expression.span()),
        ExpressionTypes.source(scope),
        checker.findings);
  }
}
