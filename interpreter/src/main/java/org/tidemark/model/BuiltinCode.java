package org.tidemark.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.check.ArgumentBinding;
import org.tidemark.check.Scope;
import org.tidemark.check.UnitReader;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.RecordLiteral;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.ParameterSpec;
import org.tidemark.spi.value.Value;

/** Calls of plugins' functions, with each argument reaching the function as it asks for it. */
final class BuiltinCode {
  private BuiltinCode() {}

  static Code lower(
      FunctionSpec function,
      List<Expression> leading,
      List<Argument> arguments,
      Location location,
      Scope scope,
      Lowering lowering,
      UnitReader units,
      Promise promise) {
    ArgumentBinding binding = ArgumentBinding.of(function, leading, arguments);
    List<ParameterSpec> parameters = function.parameters();
    Code[] codes = new Code[parameters.size()];
    Unevaluated[] unevaluated = new Unevaluated[parameters.size()];
    Forms forms = new Forms();
    for (int i = 0; i < codes.length; i++) {
      Expression written = binding.byParameter().get(parameters.get(i).name());
      if (written == null) {
        continue;
      }
      switch (parameters.get(i).mode()) {
        case VALUE -> codes[i] = lowering.expression(written, scope);
        case EXPRESSION -> unevaluated[i] = Unevaluated.expression(written, scope, lowering);
        case COLUMN -> unevaluated[i] = Unevaluated.column(written);
        case SCHEMA -> unevaluated[i] = Unevaluated.schema(written, units);
        case UNKNOWNS -> codes[i] = lowering.expression(written, scope);
        case BOUND ->
            unevaluated[i] =
                Unevaluated.bound(
                    written, names(binding, parameters.get(i).sight().unknowns()), scope, lowering);
        case VARIED -> {
          codes[i] = lowering.expression(written, scope);
          forms.varied.put(parameters.get(i).name(), VariedCode.of((RecordLiteral) written, scope));
        }
        case FORMULA ->
            forms.formulas.put(
                parameters.get(i).name(),
                new FormulaCode(
                    (BinaryOperation) written,
                    parameters.get(i),
                    names(binding, parameters.get(i).sight().unknowns()),
                    scope,
                    lowering));
      }
    }
    List<Code> rest = new ArrayList<>();
    binding.rest().forEach(written -> rest.add(lowering.expression(written, scope)));
    Map<String, Code> named = new LinkedHashMap<>();
    binding
        .named()
        .forEach((name, written) -> named.put(name, lowering.expression(written, scope)));
    String modulePath = scope.structure().modulePath();
    return frame -> {
      Value[] values = new Value[codes.length];
      for (int i = 0; i < codes.length; i++) {
        if (codes[i] != null) {
          values[i] = codes[i].evaluate(frame);
        }
      }
      List<Value> restValues = new ArrayList<>(rest.size());
      for (Code code : rest) {
        restValues.add(code.evaluate(frame));
      }
      Map<String, Value> namedValues = named.isEmpty() ? Map.of() : new LinkedHashMap<>();
      named.forEach((name, code) -> namedValues.put(name, code.evaluate(frame)));
      Value result =
          new Invocation(
                  function,
                  values,
                  restValues,
                  namedValues,
                  unevaluated,
                  forms,
                  frame,
                  location,
                  modulePath)
              .run();
      return promise == null ? result : promise.kept(result, location);
    };
  }

  /** What a call varies and the formulas that it is given, by parameter. */
  static final class Forms {
    static final Forms NONE = new Forms();
    final Map<String, VariedCode> varied = new HashMap<>();
    final Map<String, FormulaCode> formulas = new HashMap<>();
  }

  /** The names that a record written in place holds; none where it is left out. */
  private static List<String> names(ArgumentBinding binding, String parameter) {
    return binding.byParameter().get(parameter) instanceof RecordLiteral record
        ? record.entries().stream().map(entry -> entry.name().name()).toList()
        : List.of();
  }
}
