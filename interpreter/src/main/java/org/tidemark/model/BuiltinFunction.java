package org.tidemark.model;

import java.util.List;
import java.util.Map;
import org.tidemark.grammar.source.Location;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.ParameterSpec;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.Value;

/** A plugin's function as a value, called with unnamed arguments. */
final class BuiltinFunction implements FunctionValue {
  private final FunctionSpec function;
  private final Frame frame;
  private final Location location;
  private final String modulePath;

  BuiltinFunction(FunctionSpec function, Frame frame, Location location, String modulePath) {
    this.function = function;
    this.frame = frame;
    this.location = location;
    this.modulePath = modulePath;
  }

  FunctionSpec function() {
    return function;
  }

  @Override
  public Value call(List<Value> arguments) {
    List<ParameterSpec> parameters = function.parameters();
    Value[] values = new Value[parameters.size()];
    List<Value> rest = new java.util.ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (i >= parameters.size() || parameters.get(i).rest()) {
        rest.add(arguments.get(i));
      } else {
        values[i] = arguments.get(i);
      }
    }
    return new Invocation(
            function,
            values,
            rest,
            Map.of(),
            null,
            BuiltinCode.Forms.NONE,
            frame,
            location,
            modulePath)
        .run();
  }

  @Override
  public int arity() {
    boolean varies = function.parameters().stream().anyMatch(ParameterSpec::rest);
    return varies ? -1 : function.parameters().size();
  }

  @Override
  public int required() {
    return (int) function.parameters().stream().filter(ParameterSpec::required).count();
  }

  @Override
  public String describe() {
    return "the function " + function.name();
  }
}
