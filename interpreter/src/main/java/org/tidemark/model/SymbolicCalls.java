package org.tidemark.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tidemark.check.ArgumentBinding;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.Lambda;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Pipe;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.NumericForm;
import org.tidemark.spi.ParameterSpec;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.value.ObjectValue;

/** Calls in functions that are being compiled: the script's are put in place. */
final class SymbolicCalls {
  private final Translation translation;
  private final Lowering lowering;
  private int depth;

  SymbolicCalls(Translation translation, Lowering lowering) {
    this.translation = translation;
    this.lowering = lowering;
  }

  Symbolic call(Call call, NumericScope scope) {
    return call(call.callee(), List.of(), call, scope);
  }

  Symbolic pipe(Pipe pipe, NumericScope scope) {
    List<Expression> leading = List.of(pipe.value());
    if (pipe.stage() instanceof Call call) {
      return call(call.callee(), leading, call, scope);
    }
    return call(pipe.stage(), leading, new Call(pipe.stage(), List.of(), pipe.span()), scope);
  }

  private Symbolic call(
      Expression callee, List<Expression> leading, Call call, NumericScope scope) {
    if (callee instanceof NameReference name && scope.scope().resolve(name.name()).isEmpty()) {
      Optional<FunctionSpec> function = lowering.vocabulary().function(name.name());
      if (function.isPresent()) {
        return builtin(function.get(), leading, call, scope);
      }
    }
    Symbolic function = translation.target(callee, scope);
    List<Symbolic> arguments = new ArrayList<>();
    Map<String, Symbolic> named = new LinkedHashMap<>();
    leading.forEach(value -> arguments.add(translation.translate(value, scope)));
    for (var argument : call.arguments()) {
      Symbolic value = translation.translate(argument.value(), scope);
      if (argument.name().isPresent()) {
        named.put(argument.name().get().name(), value);
      } else {
        arguments.add(value);
      }
    }
    if (!named.isEmpty()) {
      List<String> order = CallCode.parameterOrder(callee, scope.scope());
      for (String name : order.subList(Math.min(arguments.size(), order.size()), order.size())) {
        arguments.add(named.get(name));
      }
    }
    return call(function, arguments);
  }

  /** A call with arguments of which those left out are null. */
  Symbolic call(Symbolic function, List<Symbolic> arguments) {
    if (function == Symbolic.REFUSED) {
      return function;
    }
    if (++depth > Translation.MOST_CALLS) {
      throw new NoKernel("it calls itself, or others, too deep");
    }
    try {
      if (function instanceof Symbolic.Function written) {
        return lambda(written.lambda(), written.scope(), arguments);
      }
      if (function instanceof Symbolic.Known known) {
        if (known.value() instanceof Closure closure) {
          return closure(closure, arguments);
        }
        if (known.value() instanceof BuiltinFunction builtin) {
          return apply(builtin.function(), arguments);
        }
        if (known.value() instanceof ObjectValue object && arguments.size() == 1) {
          return object(object, arguments.get(0));
        }
      }
      throw new NoKernel("it calls what is no function of the script");
    } finally {
      depth--;
    }
  }

  private Symbolic lambda(Lambda lambda, NumericScope scope, List<Symbolic> arguments) {
    NumericScope inner = scope.inner(lambda.parameters().size());
    for (Identifier parameter : lambda.parameters()) {
      int index = inner.scope().define(parameter.name(), BasicType.UNKNOWN);
      inner.set(index, arguments.get(index));
    }
    Symbolic result = translation.translate(lambda.body(), inner);
    return translation.arithmetic().after(arguments, result);
  }

  private Symbolic closure(Closure closure, List<Symbolic> arguments) {
    FunctionText text = closure.text();
    if (text.scope().isRunning()) {
      throw new NoKernel("it stands in a when");
    }
    NumericScope inner = new NumericScope(text.scope(), closure.frame().local(text.size()), null);
    List<Symbolic> given = new ArrayList<>();
    for (int i = 0; i < text.arity(); i++) {
      Symbolic argument = i < arguments.size() ? arguments.get(i) : null;
      if (argument == null) {
        argument = translation.known(text.defaults().get(i), closure.frame());
      }
      given.add(argument);
      inner.set(i, argument);
    }
    Symbolic result = translation.annotated(text.expression(), text.result(), inner);
    return translation.arithmetic().after(given, result);
  }

  /** What a plugin makes and can be called, such as a curve. */
  private Symbolic object(ObjectValue object, Symbolic argument) {
    if (!(translation.arithmetic().dependent(argument) instanceof Symbolic.Number number)) {
      return Symbolic.REFUSED;
    }
    Symbolic.Number x = translation.arithmetic().certain(number);
    Optional<NumericForm> form = object.numeric(x.unit());
    if (form.isEmpty() || !(form.get().operator() instanceof NumericForm.One one)) {
      throw new NoKernel("it calls " + object.describe());
    }
    return new Symbolic.Number(
        translation.graph().applyGiven(one.function(), object, x.node()),
        form.get().unit(),
        form.get().shown());
  }

  // ---- functions of the vocabulary

  private Symbolic builtin(
      FunctionSpec function, List<Expression> leading, Call call, NumericScope scope) {
    ArgumentBinding binding = ArgumentBinding.of(function, leading, call.arguments());
    List<ParameterSpec> parameters = function.parameters();
    List<Symbolic> arguments = new ArrayList<>();
    boolean gap = !binding.named().isEmpty();
    for (ParameterSpec parameter : parameters) {
      Expression written = binding.byParameter().get(parameter.name());
      if (parameter.mode() != ParameterSpec.Mode.VALUE) {
        throw uncompiled(function);
      }
      if (written == null) {
        gap |= !parameter.rest();
      } else if (gap) {
        throw uncompiled(function);
      } else {
        arguments.add(translation.translate(written, scope));
      }
    }
    for (Expression written : binding.rest()) {
      arguments.add(translation.translate(written, scope));
    }
    return apply(function, arguments);
  }

  private static NoKernel uncompiled(FunctionSpec function) {
    return new NoKernel("it calls " + function.name());
  }

  private Symbolic apply(FunctionSpec function, List<Symbolic> arguments) {
    List<Symbolic> values = arguments;
    boolean list = arguments.size() == 1 && isList(arguments.get(0));
    if (list) {
      values = translation.elements(arguments.get(0));
    }
    if (values.isEmpty()) {
      throw uncompiled(function);
    }
    List<Symbolic.Number> numbers = new ArrayList<>();
    List<UnitExpression> units = new ArrayList<>();
    Symbolic.Zero zero = Symbolic.Zero.PLAIN;
    boolean shown = true;
    for (int i = 0; i < values.size(); i++) {
      Symbolic value = translation.arithmetic().dependent(values.get(i));
      if (value == Symbolic.REFUSED) {
        return value;
      }
      if (!(value instanceof Symbolic.Number given)) {
        throw uncompiled(function);
      }
      boolean alike = list || isOneOfMany(function, i);
      Symbolic.Number number =
          alike
              ? translation.arithmetic().comparable(given)
              : translation.arithmetic().certain(given);
      if (!alike && !accepts(function, i, number)) {
        return Symbolic.REFUSED;
      }
      numbers.add(number);
      if (alike && SymbolicArithmetic.isPureZero(values.get(i))) {
        zero = Symbolic.Zero.PERHAPS_LITERAL;
        units.add(null);
      } else {
        zero = zero.or(number.zero());
        units.add(number.unit());
      }
      shown &= number.shown();
    }
    UnitExpression usual =
        units.stream().filter(Objects::nonNull).findFirst().orElse(UnitExpression.NONE);
    units.replaceAll(unit -> unit == null ? usual : unit);
    NumericForm form = function.numeric(units).orElseThrow(() -> uncompiled(function));
    if (form.countsInUnits() && !shown) {
      throw uncompiled(function);
    }
    return new Symbolic.Number(
        translation
            .graph()
            .apply(form.operator(), numbers.stream().map(Symbolic.Number::node).toList()),
        form.unit(),
        form.shown() && shown && zero == Symbolic.Zero.PLAIN,
        zero);
  }

  private static boolean isOneOfMany(FunctionSpec function, int index) {
    List<ParameterSpec> parameters = function.parameters();
    return index >= parameters.size() || parameters.get(index).rest();
  }

  private static boolean isList(Symbolic value) {
    return value instanceof Symbolic.Elements
        || (value instanceof Symbolic.Known known
            && known.value() instanceof org.tidemark.spi.value.ListValue);
  }

  private static boolean accepts(FunctionSpec function, int index, Symbolic.Number number) {
    var accept = function.parameters().get(index).accept();
    return !accept.wantsQuantity() || accept.accepts(QuantityType.of(number.dimension()));
  }
}
