package org.tidemark.vocab.numbers;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.chance.StandardNormal;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.NumericForm;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;

/** Functions that take one pure number to another. They give the same bits on every machine. */
public final class PureFunctions extends BuiltIn implements FunctionSpec.TangentRule {
  private static final double LN_2 = StrictMath.log(2);
  private static final double LN_10 = StrictMath.log(10);

  private PureFunctions(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    add(registry, "exp", "e to a power.", "exp(1)");
    add(registry, "log", "The natural logarithm of a number above zero.", "log(10)");
    add(registry, "log10", "The logarithm to base 10 of a number above zero.", "log10(1000)");
    add(registry, "log2", "The logarithm to base 2 of a number above zero.", "log2(8)");
    add(registry, "expm1", "`exp(x) - 1`, exact near zero too.", "expm1(1e-10)");
    add(registry, "log1p", "`log(1 + x)`, exact near zero too.", "log1p(5 %)");
    add(registry, "sin", "The sine of an angle in radians.", "sin(pi / 6)");
    add(registry, "cos", "The cosine of an angle in radians.", "cos(pi / 3)");
    add(registry, "tan", "The tangent of an angle in radians.", "tan(pi / 4)");
    add(registry, "atan", "The angle, in radians, whose tangent is given.", "4 * atan(1)");
    add(
        registry,
        "normal_cdf",
        "The probability that a standard normal variable is at most `x`.",
        "normal_cdf(1.96)");
    add(
        registry,
        "elasticity",
        "The experience elasticity that a learning rate stands for, `-log2(1 - rate)`: with a"
            + " learning rate of 20 %, cost falls by a fifth at each doubling.",
        "elasticity(14.7 %)");
    add(
        registry,
        "learning_rate",
        "The share of the cost that goes at each doubling of cumulative output, `1 - 2^-alpha`.",
        "learning_rate(0.23)");
  }

  private static void add(Registry registry, String name, String doc, String example) {
    PureFunctions function = new PureFunctions(name);
    registry.function(
        function
            .spec(doc)
            .required("x", Accept.NUMBER, "a pure number")
            .example(example)
            .tangent(function)
            .body(function));
  }

  @Override
  public double of(CallValues call, Quantity result) {
    Quantity x = call.quantity("x");
    return slope(x.magnitude(), result.magnitude()) * x.tangent();
  }

  /** The derivative at x, where the function is f. */
  private double slope(double x, double f) {
    return switch (name) {
      case "exp" -> f;
      case "log" -> 1 / x;
      case "log10" -> 1 / (x * LN_10);
      case "log2" -> 1 / (x * LN_2);
      case "expm1" -> StrictMath.exp(x);
      case "log1p" -> 1 / (1 + x);
      case "sin" -> StrictMath.cos(x);
      case "cos" -> -StrictMath.sin(x);
      case "tan" -> 1 + f * f;
      case "atan" -> 1 / (1 + x * x);
      case "normal_cdf" -> StandardNormal.density(x);
      case "elasticity" -> 1 / ((1 - x) * LN_2);
      case "learning_rate" -> LN_2 * StrictMath.exp(-x * LN_2);
      default -> throw unhandled();
    };
  }

  @Override
  public Type of(CallCheck call) {
    return QuantityType.PURE;
  }

  @Override
  public Value of(CallValues call) {
    if (call.value("x") instanceof SpecialValue special) {
      return special;
    }
    return QuantityValue.pure(apply(call.magnitude("x")));
  }

  private double apply(double x) {
    return switch (name) {
      case "exp" -> StrictMath.exp(x);
      case "log" -> StrictMath.log(above(x, 0, "zero"));
      case "log10" -> StrictMath.log10(above(x, 0, "zero"));
      case "log2" -> log2(above(x, 0, "zero"));
      case "expm1" -> StrictMath.expm1(x);
      case "log1p" -> StrictMath.log1p(above(x, -1, "-1"));
      case "sin" -> StrictMath.sin(x);
      case "cos" -> StrictMath.cos(x);
      case "tan" -> StrictMath.tan(x);
      case "atan" -> StrictMath.atan(x);
      case "normal_cdf" -> StandardNormal.cumulative(x);
      case "elasticity" -> elasticity(share(x));
      case "learning_rate" -> learningRate(x);
      default -> throw unhandled();
    };
  }

  @Override
  public NumericForm of(List<UnitExpression> arguments) {
    DoubleUnaryOperator function =
        switch (name) {
          case "exp" -> Plain.EXP;
          case "log" -> Plain.LOG;
          case "log10" -> Plain.LOG10;
          case "log2" -> Plain.LOG2;
          case "expm1" -> Plain.EXPM1;
          case "log1p" -> Plain.LOG1P;
          case "sin" -> Plain.SIN;
          case "cos" -> Plain.COS;
          case "tan" -> Plain.TAN;
          case "atan" -> Plain.ATAN;
          case "normal_cdf" -> Plain.NORMAL_CDF;
          case "elasticity" -> Plain.ELASTICITY;
          case "learning_rate" -> Plain.LEARNING_RATE;
          default -> throw unhandled();
        };
    return NumericForm.one(function, UnitExpression.NONE);
  }

  /** The functions without their refusals: outside its domain each is not a number. */
  private static final class Plain {
    static final DoubleUnaryOperator EXP = StrictMath::exp;
    static final DoubleUnaryOperator LOG = x -> x > 0 ? StrictMath.log(x) : Double.NaN;
    static final DoubleUnaryOperator LOG10 = x -> x > 0 ? StrictMath.log10(x) : Double.NaN;
    static final DoubleUnaryOperator LOG2 = x -> x > 0 ? log2(x) : Double.NaN;
    static final DoubleUnaryOperator EXPM1 = StrictMath::expm1;
    static final DoubleUnaryOperator LOG1P = x -> x > -1 ? StrictMath.log1p(x) : Double.NaN;
    static final DoubleUnaryOperator SIN = StrictMath::sin;
    static final DoubleUnaryOperator COS = StrictMath::cos;
    static final DoubleUnaryOperator TAN = StrictMath::tan;
    static final DoubleUnaryOperator ATAN = StrictMath::atan;
    static final DoubleUnaryOperator NORMAL_CDF = StandardNormal::cumulative;
    static final DoubleUnaryOperator ELASTICITY = x -> x < 1 ? elasticity(x) : Double.NaN;
    static final DoubleUnaryOperator LEARNING_RATE = PureFunctions::learningRate;
  }

  private static double elasticity(double rate) {
    return -StrictMath.log1p(-rate) / LN_2;
  }

  private static double learningRate(double elasticity) {
    return -StrictMath.expm1(-elasticity * LN_2);
  }

  /** Exact for powers of two. */
  private static double log2(double x) {
    int exponent = Math.getExponent(x);
    double mantissa = Math.scalb(x, -exponent);
    return mantissa == 1 ? exponent : StrictMath.log(x) / LN_2;
  }

  private double above(double x, double bound, String words) {
    if (x > bound) {
      return x;
    }
    throw Problem.of(
            "E0503",
            name + " wants a number above " + words + ", and got " + NumberText.sensible(x))
        .withHelp("keep its argument above " + words + ", for example with max(x, 1e-9)")
        .about("x");
  }

  private static double share(double rate) {
    if (rate < 1) {
      return rate;
    }
    throw Problem.of(
            "E0503",
            "elasticity wants a learning rate below 100 %, and got "
                + NumberText.sensible(100 * rate)
                + " %")
        .withHelp("a learning rate is the share of the cost that goes at each doubling: 14.7 %")
        .about("x");
  }
}
