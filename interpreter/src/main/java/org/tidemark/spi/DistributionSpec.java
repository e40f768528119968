package org.tidemark.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * A distribution that uncertain inputs can have, called like a function: {@code weibull(2, 10
 * year)}. What it gives has the dimension of its quantities; all of them have the same.
 */
public final class DistributionSpec {
  /** Makes the distribution. */
  @FunctionalInterface
  public interface Maker {
    /**
     * The distribution with these parameters.
     *
     * @param parameters in order; quantities as magnitudes in base units
     * @throws Problem where there is none with these
     */
    Distribution of(double[] parameters);
  }

  private final FunctionSpec function;

  private DistributionSpec(FunctionSpec function) {
    this.function = function;
  }

  /** Starts a distribution. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /**
   * One whose parameters are more than numbers.
   *
   * @param function gives a quantity with a distribution
   */
  public static DistributionSpec of(FunctionSpec function) {
    return new DistributionSpec(function);
  }

  /** Its name. */
  public String name() {
    return function.name();
  }

  /** The function that scripts call. */
  public FunctionSpec function() {
    return function;
  }

  /** Collects the parts of a {@link DistributionSpec}. */
  public static final class Builder {
    private final FunctionSpec.Builder function;
    private final List<String> all = new ArrayList<>();
    private final List<String> quantities = new ArrayList<>();

    private Builder(String name) {
      this.function = FunctionSpec.named(name);
    }

    /** What it is the distribution of, in Markdown. */
    public Builder doc(String text) {
      function.doc(text);
      return this;
    }

    /** An expression that works as it stands. */
    public Builder example(String expression) {
      function.example(expression);
      return this;
    }

    /** A parameter that is a pure number. */
    public Builder number(String parameter, String text) {
      function.required(parameter, Accept.NUMBER, text);
      all.add(parameter);
      return this;
    }

    /** A parameter that is a quantity like those that are drawn. */
    public Builder quantity(String parameter, String text) {
      function.required(parameter, Accept.QUANTITY, text);
      all.add(parameter);
      quantities.add(parameter);
      return this;
    }

    /** How it is made. */
    public DistributionSpec make(Maker maker) {
      return new DistributionSpec(
          function.returns(this::type).body(call -> value(call, maker.of(magnitudes(call)))));
    }

    private Type type(CallCheck call) {
      Type type = quantities.isEmpty() ? QuantityType.PURE : BasicType.UNKNOWN;
      for (String quantity : quantities) {
        Type given = call.type(quantity);
        Optional<Type> both = Types.join(type, given);
        if (both.isEmpty()) {
          call.problem(
              quantity,
              "E0308",
              quantity + " is " + given.describe() + " where the others are " + type.describe(),
              "give all of them the same dimension");
          return BasicType.UNKNOWN;
        }
        type = both.get();
      }
      return type;
    }

    private double[] magnitudes(CallValues call) {
      return all.stream().mapToDouble(call::magnitude).toArray();
    }

    private Value value(CallValues call, Distribution distribution) {
      UnitExpression unit = UnitExpression.NONE;
      for (String parameter : quantities) {
        Quantity quantity = call.quantity(parameter);
        if (!quantity.fitsAnything()) {
          unit = quantity.unit();
        }
      }
      return new QuantityValue(
          new Quantity(distribution.median(), unit), Optional.of(distribution));
    }
  }
}
