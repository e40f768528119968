package org.tidemark.vocab.numbers;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.Rational;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.NumericForm;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Magnitudes;

/** Functions of quantities of any dimension. */
public final class QuantityFunctions extends BuiltIn implements FunctionSpec.TangentRule {
  private static final Rational HALF = Rational.of(1, 2);

  /** How close to one over a whole number a step counts as that. */
  private static final double WHOLE = 1e-12;

  private QuantityFunctions(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    add(registry, "sqrt", "The square root; its dimension is half of the argument's.", "sqrt(16)");
    add(registry, "abs", "The absolute value.", "abs(-3 USD)");
    add(
        registry,
        "sign",
        "-1, 0 or 1 as a quantity is negative, zero or positive.",
        "sign(-3 USD)");
    rounding(registry, "round", "The nearest multiple of a step, halves away from zero.");
    rounding(registry, "floor", "The largest multiple of a step that is not above a quantity.");
    rounding(registry, "ceil", "The smallest multiple of a step that is not below a quantity.");
    QuantityFunctions mod = new QuantityFunctions("mod");
    registry.function(
        mod.spec("What is left of `x` beyond whole multiples of `by`; it has the sign of `by`.")
            .required("x", Accept.QUANTITY, "what is divided")
            .required("by", Accept.QUANTITY, "the divisor, of the same dimension")
            .example("mod(17 month, 1 year)")
            .body(mod));
  }

  private static void add(Registry registry, String name, String doc, String example) {
    QuantityFunctions function = new QuantityFunctions(name);
    registry.function(
        function
            .spec(doc)
            .required("x", Accept.QUANTITY, "a quantity")
            .example(example)
            .tangent(function)
            .body(function));
  }

  private static void rounding(Registry registry, String name, String doc) {
    QuantityFunctions function = new QuantityFunctions(name);
    FunctionSpec spec =
        function
            .spec(doc.concat(" A quantity with a dimension needs the step, `to`."))
            .required("x", Accept.QUANTITY, "a quantity")
            .optional("to", Accept.QUANTITY, "1", "the step, of the same dimension")
            .example(name.concat("(2.7)"))
            .example(name.concat("(12.34 USD, to: 0.5 USD)"))
            .body(function);
    registry.function(spec);
  }

  @Override
  public Type of(CallCheck call) {
    Type type = Elements.plain(call.type("x"));
    if (!(type instanceof QuantityType x)) {
      return name.equals("sign") ? QuantityType.PURE : BasicType.UNKNOWN;
    }
    return switch (name) {
      case "sqrt" -> x.isPure() ? x : x.power(HALF);
      case "sign" -> QuantityType.PURE;
      case "abs" -> x;
      case "mod" -> joined(call, x, "by");
      default -> call.has("to") ? joined(call, x, "to") : withoutStep(call, x);
    };
  }

  private Type joined(CallCheck call, QuantityType x, String other) {
    Optional<Type> both = Types.join(x, call.quantity(other));
    if (both.isEmpty()) {
      call.problem(
          other,
          "E0308",
          other + " is " + call.quantity(other).describe() + " where x is " + x.describe(),
          "give both the same dimension");
      return x;
    }
    return both.get();
  }

  private Type withoutStep(CallCheck call, QuantityType x) {
    if (!x.isPure() && !x.isZero()) {
      call.problem(
          "x",
          "E0308",
          name + " needs a step for " + x.describe(),
          "say to what: " + name + "(x, to: " + Quantity.of(1, x.unit()).text() + ")");
    }
    return x;
  }

  @Override
  public Value of(CallValues call) {
    if (call.value("x") instanceof SpecialValue special) {
      return name.equals("sign") && special == SpecialValue.NEVER ? QuantityValue.pure(1) : special;
    }
    Quantity x = call.quantity("x");
    return new QuantityValue(
        switch (name) {
          case "sqrt" -> squareRoot(x);
          case "abs" -> new Quantity(Math.abs(x.magnitude()), x.unit());
          case "sign" -> Quantity.pure(Math.signum(x.magnitude()));
          case "mod" -> remainder(x, call.quantity("by"));
          default -> rounded(x, call.has("to") ? call.quantity("to") : Quantity.pure(1));
        });
  }

  @Override
  public double of(CallValues call, Quantity result) {
    Quantity x = call.quantity("x");
    return switch (name) {
      case "sqrt" -> x.tangent() / (2 * result.magnitude());
      case "abs" -> Math.signum(x.magnitude()) * x.tangent();
      default -> 0;
    };
  }

  public NumericForm of(List<UnitExpression> arguments) {
    UnitExpression x = arguments.get(0);
    return switch (name) {
      case "sqrt" -> NumericForm.one(Plain.SQRT, UnitExpression.ofPower(x, HALF));
      case "abs" -> NumericForm.one(Plain.ABS, x);
      case "sign" -> NumericForm.one(Plain.SIGN, UnitExpression.NONE);
      case "mod" -> remainder(x, arguments.get(1));
      default ->
          arguments.size() == 1
              ? NumericForm.one(new WholeOf(name), x)
              : rounded(x, arguments.get(1));
    };
  }

  private static NumericForm remainder(UnitExpression x, UnitExpression by) {
    // a pure number counts in the unit of the divisor where it is 0
    boolean sure = !x.isNone() || by.isNone();
    return sure && x.dimension().equals(by.dimension())
        ? NumericForm.two(new RemainderIn(x), x).countingInUnits()
        : null;
  }

  private NumericForm rounded(UnitExpression x, UnitExpression to) {
    if (!x.dimension().equals(to.dimension())) {
      return null;
    }
    NumericForm form = NumericForm.two(new RoundedIn(name, to), x).countingInUnits();
    return x.isNone() && !to.isNone() ? form.inSomeUnit() : form;
  }

  private record RemainderIn(UnitExpression unit) implements DoubleBinaryOperator {
    @Override
    public double applyAsDouble(double x, double by) {
      return by == 0 ? Double.NaN : remainder(x, by, unit);
    }
  }

  private record RoundedIn(String name, UnitExpression unit) implements DoubleBinaryOperator {
    @Override
    public double applyAsDouble(double x, double to) {
      return rounded(name, x, to, unit);
    }
  }

  private record WholeOf(String name) implements DoubleUnaryOperator {
    @Override
    public double applyAsDouble(double x) {
      return rounded(name, x, 1, UnitExpression.NONE);
    }
  }

  /** The functions without their refusals. */
  private static final class Plain {
    static final DoubleUnaryOperator SQRT = StrictMath::sqrt;
    static final DoubleUnaryOperator ABS = Math::abs;
    static final DoubleUnaryOperator SIGN = Math::signum;
  }

  private static Quantity squareRoot(Quantity x) {
    if (!(x.magnitude() >= 0)) {
      throw Problem.of("E0503", "sqrt wants a quantity of at least zero, and got " + x.text())
          .withHelp("keep its argument from falling below zero, for example with max(x, 0)")
          .about("x");
    }
    return new Quantity(StrictMath.sqrt(x.magnitude()), UnitExpression.ofPower(x.unit(), HALF));
  }

  private static Quantity remainder(Quantity x, Quantity by) {
    if (by.magnitude() == 0) {
      throw Problem.of("E0502", "mod by zero").withHelp("give a divisor other than 0").about("by");
    }
    UnitExpression unit = Magnitudes.commonUnit(List.of(x, by));
    return new Quantity(remainder(x.magnitude(), by.magnitude(), unit), unit);
  }

  private static double remainder(double x, double by, UnitExpression unit) {
    double divisor = unit.fromBase(by);
    double rest = unit.fromBase(x) % divisor;
    if (rest != 0 && rest < 0 != divisor < 0) {
      rest += divisor;
    }
    return unit.toBase(rest);
  }

  /** Counts in the unit of the step, so that what is written as 0.01 works as a hundredth. */
  private Quantity rounded(Quantity x, Quantity to) {
    UnitExpression unit = Magnitudes.commonUnit(List.of(to, x));
    double result = rounded(name, x.magnitude(), to.magnitude(), unit);
    if (Double.isNaN(result) && !(Math.abs(unit.fromBase(to.magnitude())) > 0)) {
      throw Problem.of("E0503", name + " wants a step other than zero")
          .withHelp("for example: " + name + "(x, to: 0.01)")
          .about("to");
    }
    return new Quantity(result, Magnitudes.commonUnit(List.of(x, to)));
  }

  /** Not a number where the step is zero. */
  private static double rounded(String name, double x, double to, UnitExpression unit) {
    double step = Math.abs(unit.fromBase(to));
    if (!(step > 0)) {
      return Double.NaN;
    }
    double value = unit.fromBase(x);
    double parts = Math.rint(1 / step);
    boolean fraction = parts > 1 && Math.abs(parts * step - 1) < WHOLE;
    double count = whole(name, fraction ? value * parts : value / step);
    double result = fraction ? count / parts : count * step;
    return unit.toBase(result);
  }

  private static double whole(String name, double count) {
    return switch (name) {
      case "floor" -> Math.floor(count);
      case "ceil" -> Math.ceil(count);
      default -> {
        double below = Math.floor(Math.abs(count));
        yield Math.copySign(Math.abs(count) - below >= 0.5 ? below + 1 : below, count);
      }
    };
  }
}
