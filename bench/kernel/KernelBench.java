import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.NumericFunction;
import org.tidemark.spi.NumericSystem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.quantity.Quantity;

/** Times functions of a script: evaluated, compiled, and written in Java by hand. */
public final class KernelBench implements TidePlugin {
  private static final UnitTable UNITS = UnitTable.standard();
  private static final UnitExpression EB = unit("EB");
  private static final UnitExpression YEAR = unit("year");
  private static final UnitExpression FLOW = EB.over(YEAR);
  private static final UnitExpression PRICE = unit("USD").over(unit("GB"));

  private static final String SCRIPT =
      """
      choke = 30 USD/GB
      scale = 12 EB/year
      fn taken(Q) = choke * (Q / scale)^-0.7 + 0.2 USD/GB
      beta = 1.2 /year
      recovery = 0.3 /year
      R = 1.5
      show bench(
        Q => taken(Q),
        Q => if Q < 40 EB/year then choke - 0.6 USD/GB/(EB/year) * Q else 0 USD/GB,
        (t, x, k) => (beta * R * (1 - x) - k - recovery) * x,
        (t, x, k) => -k / (5 year) * x / (1 + x))
      """;

  // the same by hand, in base units
  private static double choke = PRICE.toBase(30);
  private static double scale = FLOW.toBase(12);
  private static double floor = PRICE.toBase(0.2);
  private static double cap = FLOW.toBase(40);
  private static double slope = PRICE.over(FLOW).toBase(0.6);
  private static double beta = 1.2 / YEAR.toBase(1);
  private static double recovery = 0.3 / YEAR.toBase(1);
  private static double fiveYears = YEAR.toBase(5);

  private static final NumericFunction POWER = byHand(q -> choke * StrictMath.pow(q / scale, -0.7) + floor);
  private static final NumericFunction LINEAR = byHand(q -> q < cap ? choke - slope * q : 0);

  private static UnitExpression unit(String name) {
    return UnitExpression.of(UNITS.find(name).orElseThrow());
  }

  private static NumericFunction byHand(java.util.function.DoubleUnaryOperator function) {
    return new NumericFunction() {
      public int arity() {
        return 1;
      }

      public double at(double... point) {
        return function.applyAsDouble(point[0]);
      }

      public double at1(double x) {
        return function.applyAsDouble(x);
      }

      public boolean isCompiled() {
        return true;
      }

      public java.util.Optional<String> obstacle() {
        return java.util.Optional.empty();
      }
    };
  }

  private interface Loop {
    double run(int calls);
  }

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    URL[] folder = {Path.of(arguments[0]).toUri().toURL()};
    Tide tide = Tide.builder().classLoader(new URLClassLoader(folder, KernelBench.class.getClassLoader())).build();
    Program program = tide.compile("bench.tide", SCRIPT);
    if (!program.isSound()) {
      throw new IllegalStateException(program.diagnostics().toString());
    }
    var outcome = program.run();
    if (!outcome.problems().isEmpty()) {
      throw new IllegalStateException(outcome.problems().toString());
    }
  }

  private static void bench(CallValues call) {
    List<Value> f = call.rest();
    List<Type> flow = List.of(QuantityType.of(FLOW));
    NumericFunction power = call.surroundings().numeric(f.get(0), flow);
    NumericFunction linear = call.surroundings().numeric(f.get(1), flow);
    cold(power);
    compile(linear);
    List<Type> state = List.of(QuantityType.of(YEAR), QuantityType.PURE, QuantityType.of(UnitExpression.NONE.over(YEAR)));
    NumericSystem system = call.surroundings().numericSystem(f.subList(2, 4), state);
    double[] at = {1e8, 0.3, 0.6 / YEAR.toBase(1)};
    double[] out = new double[2];
    for (int i = 0; i < 1000; i++) {
      system.at(at, out);
    }
    double x = FLOW.toBase(7);
    System.out.println("nanoseconds per call              by hand    kernel  evaluator   kernel/hand  evaluator/kernel");
    row("demand, constant elasticity", n -> sum(POWER, x, n), n -> sum(power, x, n), n -> evaluated(f.get(0), x, n));
    row("demand, linear with a cap", n -> sum(LINEAR, x, n), n -> sum(linear, x, n), n -> evaluated(f.get(1), x, n));
    row("two equations of motion", n -> motion(at, n), n -> motion(system, at, n), n -> evaluated(f.subList(2, 4), at, n));
    if (!power.isCompiled() || !linear.isCompiled() || !system.isCompiled()) {
      throw new IllegalStateException("not compiled: " + power.obstacle() + linear.obstacle() + system.obstacle());
    }
  }

  /** How long the first kernel of a run takes, ASM and all, against calls that are evaluated. */
  private static void cold(NumericFunction function) {
    double sum = 0;
    long start = System.nanoTime();
    int calls = 0;
    long before = start;
    while (!function.isCompiled() && calls < 5000) {
      before = System.nanoTime();
      sum += function.at1(1e9 + calls++);
    }
    long end = System.nanoTime();
    System.out.printf("first kernel of a run: %.2f ms, after %d evaluated calls of %.2f us each (%g)%n",
        (end - before) / 1e6, calls - 1, (before - start) / 1e3 / Math.max(1, calls - 1), sum);
  }

  private static void compile(NumericFunction function) {
    long before = 0;
    int calls = 0;
    while (!function.isCompiled() && calls++ < 5000) {
      before = System.nanoTime();
      function.at1(1e9 + calls);
    }
    System.out.printf("second kernel: %.2f ms%n", (System.nanoTime() - before) / 1e6);
  }

  private static double sum(NumericFunction function, double x, int calls) {
    double sum = 0;
    for (int i = 0; i < calls; i++) {
      sum += function.at1(x + i);
    }
    return sum;
  }

  private static double evaluated(Value function, double x, int calls) {
    double sum = 0;
    for (int i = 0; i < calls; i++) {
      Value value = ((FunctionValue) function).call(List.of(new QuantityValue(new Quantity(x + i, FLOW))));
      sum += ((QuantityValue) value).quantity().magnitude();
    }
    return sum;
  }

  private static double motion(double[] at, int calls) {
    double[] point = at.clone();
    double[] out = new double[2];
    double sum = 0;
    for (int i = 0; i < calls; i++) {
      point[1] = at[1] + i * 1e-9;
      double x = point[1];
      double k = point[2];
      out[0] = (beta * 1.5 * (1 - x) - k - recovery) * x;
      out[1] = -k / fiveYears * x / (1 + x);
      sum += out[0] + out[1];
    }
    return sum;
  }

  private static double motion(NumericSystem system, double[] at, int calls) {
    double[] point = at.clone();
    double[] out = new double[2];
    double sum = 0;
    for (int i = 0; i < calls; i++) {
      point[1] = at[1] + i * 1e-9;
      system.at(point, out);
      sum += out[0] + out[1];
    }
    return sum;
  }

  private static double evaluated(List<Value> functions, double[] at, int calls) {
    double sum = 0;
    UnitExpression rate = UnitExpression.NONE.over(YEAR);
    for (int i = 0; i < calls; i++) {
      List<Value> point = List.of(
          new QuantityValue(new Quantity(at[0], YEAR)),
          QuantityValue.pure(at[1] + i * 1e-9),
          new QuantityValue(new Quantity(at[2], rate)));
      for (Value function : functions) {
        sum += ((QuantityValue) ((FunctionValue) function).call(point)).quantity().magnitude();
      }
    }
    return sum;
  }

  private static void row(String label, Loop byHand, Loop kernel, Loop evaluator) {
    double[] hand = new double[9];
    double[] compiled = new double[9];
    double[] evaluated = new double[9];
    double check = 0;
    for (int i = 0; i < 9; i++) {
      // in turns, so that all of them meet the same machine
      hand[i] = time(byHand, 4_000_000);
      compiled[i] = time(kernel, 4_000_000);
      evaluated[i] = time(evaluator, 100_000);
      check += byHand.run(10) - kernel.run(10);
    }
    double h = median(hand);
    double k = median(compiled);
    double e = median(evaluated);
    System.out.printf("%-32s %8.1f  %8.1f  %9.1f  %12.2f  %16.1f%s%n", label, h, k, e, k / h, e / k,
        Math.abs(check) < 1e-6 ? "" : "  (differ: " + check + ")");
  }

  private static volatile double sink;

  private static double time(Loop loop, int calls) {
    long start = System.nanoTime();
    sink = loop.run(calls);
    return (System.nanoTime() - start) / (double) calls;
  }

  private static double median(double[] times) {
    // the first third warms up
    double[] later = Arrays.copyOfRange(times, 3, times.length);
    Arrays.sort(later);
    return later[later.length / 2];
  }

  @Override
  public String name() {
    return "bench";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String doc() {
    return "Times functions.";
  }

  @Override
  public void register(Registry registry) {
    registry.function(
        FunctionSpec.named("bench")
            .doc("Times functions.")
            .rest("f", Accept.ANYTHING, "functions")
            .returns(
                check -> {
                  List<Type> flow = List.of(QuantityType.of(FLOW));
                  List<Type> state = List.of(QuantityType.of(YEAR), QuantityType.PURE, QuantityType.of(UnitExpression.NONE.over(YEAR)));
                  new ArrayList<>(check.rest()).forEach(f -> check.apply(f, ((FunctionType) f).arity() == 1 ? flow : state));
                  return QuantityType.PURE;
                })
            .body(
                call -> {
                  bench(call);
                  return QuantityValue.pure(0);
                }));
  }
}
