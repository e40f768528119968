package org.tidemark.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.solve.SymmetricGame;

/** One parameter changed, one number read, against the same in Java and the solver alone. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class Embedded {
  private static final Tide TIDE = Tide.builder().build();

  private final Program numeric =
      TIDE.compile(
          """
          param r: 1/year = 5 %/year
          param N = 5
          choke = 30 USD/GB
          slope = 0.6 USD/GB/(EB/year)
          cost = 2 USD/GB
          margin = choke - cost
          output = N * margin / (slope * (N + 1))
          price = choke - slope * output
          profit = (price - cost) * output / N
          worth = profit / r
          horizon = 10 year
          fn value_at(t) = profit * exp(-r * t)
          path = sum([value_at(k * 1 year) for k in 1..10])
          total = (worth * (1 - exp(-r * horizon)) + path * (1 year)) as BUSD
          """);

  private final Program game =
      TIDE.compile(
          """
          param r: 1/year = 5 %/year
          curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, as_of: date(2025), learning_rate: 14.7 %)
          crossing parity when hbm <= 5 USD/GB
          param N = 5
          firm incumbent[N] {
            discount_rate      = r
            continuation_value = 50 BUSD
          }
          market inference {
            demand   = linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year))
            firms    = incumbent
            drives   = hbm
            produced = 0.94 EB
            until    = parity
            start    = date(2024)
          }
          nash = equilibrium(inference)
          """);

  /** Each thread's own parameter, so that no two calls are alike. */
  @State(Scope.Thread)
  public static class Rate {
    private double percent = 3;

    double next() {
      percent = percent > 8 ? 3 : percent + 1e-6;
      return percent;
    }
  }

  @Benchmark
  public double numericInTide(Rate rate) {
    return numeric.with("r", rate.next(), "%/year").quantity("total").in("BUSD");
  }

  @Benchmark
  public double numericInJava(Rate rate) {
    double year = 31_557_600;
    double r = rate.next() * 0.01 / year;
    double choke = 30e-9;
    double slope = 0.6e-9 / (1e18 / year);
    double margin = choke - 2e-9;
    double output = 5 * margin / (slope * 6);
    double profit = (choke - slope * output - 2e-9) * output / 5;
    double path = 0;
    for (int k = 1; k <= 10; k++) {
      path += profit * StrictMath.exp(-r * (k * year));
    }
    return (profit / r * (1 - StrictMath.exp(-r * 10 * year)) + path * year) / 1e9;
  }

  @Benchmark
  public double gameInTide(Rate rate) {
    return game.with("r", rate.next(), "%/year").quantity("nash.time").in("year");
  }

  @Benchmark
  public double gameBySolver(Rate rate) {
    return new SymmetricGame(5, 30, 0.6, rate.next() * 0.01, 50)
        .markovPerfectEquilibrium()
        .at(112.233)
        .timeToCrossing();
  }
}
