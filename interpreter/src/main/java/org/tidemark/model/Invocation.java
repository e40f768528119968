package org.tidemark.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.check.plugin.Blame;
import org.tidemark.grammar.source.Location;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Formula;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Lazy;
import org.tidemark.spi.ParameterSpec;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Study;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.Varied;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.UncertainObject;
import org.tidemark.spi.value.Value;

/** One call of a plugin's function. */
final class Invocation implements CallValues {
  private final FunctionSpec function;
  private final Value[] values;
  private final List<Value> rest;
  private final Map<String, Value> named;
  private final Unevaluated[] unevaluated;
  private final BuiltinCode.Forms forms;
  private final Frame frame;
  private final Location location;
  private final String modulePath;

  Invocation(
      FunctionSpec function,
      Value[] values,
      List<Value> rest,
      Map<String, Value> named,
      Unevaluated[] unevaluated,
      BuiltinCode.Forms forms,
      Frame frame,
      Location location,
      String modulePath) {
    this.function = function;
    this.values = values;
    this.rest = rest;
    this.named = named;
    this.unevaluated = unevaluated;
    this.forms = forms;
    this.frame = frame;
    this.location = location;
    this.modulePath = modulePath;
  }

  Value run() {
    List<ParameterSpec> parameters = function.parameters();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null && parameters.get(i).accept().wantsQuantity()) {
        values[i] = Arithmetic.plain(values[i]);
      }
    }
    Budget budget = frame.evaluation.spending().budget();
    if (budget != null) {
      requireAffordable(budget);
    }
    requireAccepted();
    Value kept = special();
    if (kept != null) {
      return kept;
    }
    try {
      Value result = function.body().of(this);
      if (result == null) {
        throw nothing();
      }
      if (budget != null) {
        Sizes.made(result, frame.evaluation, budget, location);
      }
      Cell reader = frame.evaluation.reader();
      if (reader != null
          && result instanceof QuantityValue quantity
          && quantity.distribution().isPresent()) {
        reader.noteSpread(quantity);
      }
      if (reader != null && result instanceof UncertainObject object) {
        for (UncertainObject.Part part : object.uncertain()) {
          reader.noteSpread(part);
        }
      }
      if (frame.evaluation.inputs() != null) {
        result = frame.evaluation.inputs().called(this, result, values, location, reader);
      }
      if (frame.evaluation.chances() != null && result instanceof QuantityValue quantity) {
        result = frame.evaluation.chances().drawn(quantity, values, location, reader);
      } else if (frame.evaluation.chances() != null && result instanceof UncertainObject object) {
        result = frame.evaluation.chances().drawn(object, location, reader);
      }
      if (result instanceof QuantityValue quantity
          && Double.isInfinite(quantity.quantity().magnitude())) {
        throw frame.evaluation.fail(
            location, "E0518", "the result is too large for a number", "check units and exponents");
      }
      return result;
    } catch (Problem problem) {
      throw frame.evaluation.fail(location, problem);
    } catch (EvaluationFailure known) {
      throw known;
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failed) {
      Optional<String> plugin = Blame.of(failed, function.body());
      if (plugin.isEmpty() && !Blame.isTold(failed)) {
        plugin = frame.evaluation.program().vocabulary().stranger(function);
      }
      if (plugin.isPresent()) {
        throw PluginFailures.of(plugin.get(), function.name(), failed, location);
      }
      if (!(failed instanceof ClassCastException || failed instanceof IllegalArgumentException)) {
        throw failed;
      }
      // types that could not be told before running; never a reason for a stack trace
      throw frame.evaluation.fail(
          location,
          "E0308",
          function.name() + " does not take these values",
          "it is called as " + function.signature());
    }
  }

  private void requireAffordable(Budget budget) {
    long work = 1;
    for (Value value : values) {
      if (value != null) {
        work += Sizes.given(value, frame.evaluation, budget, location);
      }
    }
    for (Value value : rest) {
      work += Sizes.given(value, frame.evaluation, budget, location);
    }
    frame.evaluation.spending().steps(budget, work, location);
  }

  private EvaluationFailure nothing() {
    return PluginFailures.nothing(
        frame.evaluation.program().vocabulary().stranger(function).orElse(function.name()),
        function.name(),
        location);
  }

  FunctionSpec function() {
    return function;
  }

  /** The same call with other values. */
  Invocation with(Value[] others, List<Value> otherRest) {
    return new Invocation(
        function, others, otherRest, named, unevaluated, forms, frame, location, modulePath);
  }

  /** What the function makes of the call, without what surrounds it. */
  Value body() {
    return function.body().of(this);
  }

  /**
   * Where the checker could not tell a dimension, it is looked at now: a logarithm of energies must
   * not be taken of their magnitudes.
   */
  private void requireAccepted() {
    List<ParameterSpec> parameters = function.parameters();
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof QuantityValue quantity
          && parameters.get(i).accept().wantsQuantity()) {
        Quantity given = quantity.quantity();
        boolean zero = given.fitsAnything();
        Type type = zero ? QuantityType.ZERO : QuantityType.of(given.dimension());
        if (!parameters.get(i).accept().accepts(type)) {
          throw frame.evaluation.fail(
              location,
              "E0308",
              function.name()
                  + " takes "
                  + parameters.get(i).accept().words()
                  + (parameters.size() > 1 ? " for " + parameters.get(i).name() : "")
                  + ", and this is "
                  + type.describe(),
              "divide it by a unit, or by a reference, first: x / x0");
        }
      }
    }
  }

  /**
   * Functions of quantities keep never and missing, as arithmetic does; null where none is given.
   */
  private Value special() {
    List<ParameterSpec> parameters = function.parameters();
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof SpecialValue
          && parameters.get(i).accept().wantsQuantity()
          && !parameters.get(i).accept().accepts(BasicType.NEVER)) {
        return values[i];
      }
    }
    return null;
  }

  private int index(String parameter) {
    List<ParameterSpec> parameters = function.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(parameter)) {
        return i;
      }
    }
    throw new IllegalStateException(function.name() + " has no parameter " + parameter);
  }

  @Override
  public boolean has(String parameter) {
    int index = index(parameter);
    return values[index] != null || (unevaluated != null && unevaluated[index] != null);
  }

  @Override
  public Value value(String parameter) {
    return values[index(parameter)];
  }

  @Override
  public Quantity quantity(String parameter) {
    return ((QuantityValue) value(parameter)).quantity();
  }

  @Override
  public double magnitude(String parameter) {
    return quantity(parameter).magnitude();
  }

  @Override
  public String text(String parameter) {
    return ((TextValue) value(parameter)).text();
  }

  @Override
  public List<Value> rest() {
    return rest;
  }

  @Override
  public Map<String, Value> named() {
    return named;
  }

  @Override
  public String column(String parameter) {
    return unevaluated[index(parameter)].text();
  }

  @Override
  public Map<String, Type> schema(String parameter) {
    return unevaluated[index(parameter)].columns();
  }

  @Override
  public Formula formula(String parameter) {
    FormulaCode code = forms.formulas.get(parameter);
    return code.on((TableValue) value(code.parameter().sight().table()), frame);
  }

  @Override
  public Varied varied(String parameter) {
    return new Varied(((RecordValue) value(parameter)).fields());
  }

  @Override
  public Study study(String parameter, String varied) {
    return new ModelStudy(
        unevaluated[index(parameter)],
        forms.varied.getOrDefault(varied, VariedCode.NOTHING),
        frame,
        location);
  }

  @Override
  public Study study(List<Lazy> parts, String varied) {
    return new ModelStudy(
        Unevaluated.together(parts, location),
        forms.varied.getOrDefault(varied, VariedCode.NOTHING),
        frame,
        location);
  }

  @Override
  public Lazy lazy(String parameter) {
    return unevaluated[index(parameter)].in(frame);
  }

  @Override
  public Value apply(Value callee, List<Value> arguments) {
    return Members.call(callee, arguments, frame, location);
  }

  @Override
  public Surroundings surroundings() {
    return frame.evaluation.surroundings(location, modulePath);
  }
}
