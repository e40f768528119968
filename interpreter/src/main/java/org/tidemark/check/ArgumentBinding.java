package org.tidemark.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.quantity.Spelling;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.ParameterSpec;

/**
 * Which argument of a call goes to which parameter of a plugin's function. The checker and the
 * evaluator share it, so that they cannot disagree.
 *
 * @param byParameter the argument of each parameter that was given one
 * @param rest what a rest parameter collects
 * @param named arguments under names that are no parameter's
 */
public record ArgumentBinding(
    Map<String, Expression> byParameter, List<Expression> rest, Map<String, Expression> named) {

  /** Takes what is wrong with a call's arguments. */
  @FunctionalInterface
  interface Complaints {
    /** Reports one; {@code at} is null for the call as a whole. */
    void add(Span at, String message, String help);
  }

  /**
   * Binds the arguments of a call.
   *
   * @param leading arguments that come before the written ones, as a pipe's value does
   */
  public static ArgumentBinding of(
      FunctionSpec function, List<Expression> leading, List<Argument> arguments) {
    return of(function, leading, arguments, (at, message, help) -> {});
  }

  static ArgumentBinding of(
      FunctionSpec function,
      List<Expression> leading,
      List<Argument> arguments,
      Complaints complaints) {
    Map<String, Expression> bound = new LinkedHashMap<>();
    List<Expression> rest = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    List<ParameterSpec> parameters = function.parameters();
    int next = 0;
    List<Expression> positional = new ArrayList<>(leading);
    for (Argument argument : arguments) {
      if (argument.name().isEmpty()) {
        positional.add(argument.value());
      }
    }
    for (Expression value : positional) {
      if (next < parameters.size() && parameters.get(next).rest()) {
        rest.add(value);
      } else if (next < parameters.size()) {
        bound.put(parameters.get(next++).name(), value);
      } else {
        boolean list =
            parameters.size() == 1 && parameters.get(0).accept().words().startsWith("a list");
        complaints.add(
            value.span(),
            function.name() + " takes " + count(parameters.size()),
            list
                ? "put the values into a list: " + function.name() + "([...])"
                : "it is called as " + function.signature());
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
      if (function.parameter(name).isPresent()) {
        if (bound.put(name, argument.value()) != null) {
          wrongName = true;
          complaints.add(argument.span(), name + " is given twice", "keep one of the two");
        }
      } else if (function.openNames()) {
        named.put(name, argument.value());
      } else {
        List<String> names = parameters.stream().map(ParameterSpec::name).toList();
        List<String> near = Spelling.closest(name, names, 1);
        wrongName = true;
        complaints.add(
            argument.name().get().span(),
            function.name() + " has no parameter called " + name,
            near.isEmpty()
                ? "it is called as " + function.signature()
                : "did you mean " + near.get(0) + "?");
      }
    }
    for (ParameterSpec parameter : parameters) {
      boolean given = bound.containsKey(parameter.name()) || (parameter.rest() && !rest.isEmpty());
      if (parameter.required() && !given && !wrongName) {
        complaints.add(
            null,
            function.name() + " needs " + parameter.name() + ": " + parameter.doc(),
            "it is called as " + function.signature());
      }
    }
    return new ArgumentBinding(bound, rest, named);
  }

  private static String count(int n) {
    return n == 0 ? "no arguments" : n == 1 ? "one argument" : "at most " + n + " arguments";
  }
}
