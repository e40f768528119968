package org.tidemark.solve.ode;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/** Prints problem, solver, tolerance, error, seconds and evaluations, one integration a line. */
final class WorkPrecision {
  private static final double[] TOLERANCES = {1e-4, 1e-6, 1e-8, 1e-10, 1e-11, 1e-12};
  private static final double ENOUGH_SECONDS = 0.5;
  private static final int ENOUGH_RUNS = 31;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final TestSetProblem problem;
  private final double[] reference;
  private final double limit;
  private int evaluations;
  private double[] end;

  private WorkPrecision(TestSetProblem problem, double[] reference, double limit) {
    this.problem = problem;
    this.reference = reference;
    this.limit = limit;
  }

  public static void main(String[] arguments) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(arguments[0]));
    for (TestSetProblem problem : TestSetProblem.values()) {
      double[] reference =
          lines.stream()
              .filter(line -> line.startsWith(problem.label + ","))
              .mapToDouble(line -> Double.parseDouble(line.split(",")[3]))
              .toArray();
      new WorkPrecision(problem, reference, Double.parseDouble(arguments[1])).measure();
    }
  }

  private void measure() {
    for (double tolerance : TOLERANCES) {
      row("Tidemark automatic", tolerance, t -> tidemark(t, Stepping.AUTOMATIC));
      row("Tidemark stiff", tolerance, t -> tidemark(t, Stepping.STIFF));
      boolean stiff = problem != TestSetProblem.PLEIADES;
      if (!stiff || tolerance == 1e-8) {
        row("Commons Math DormandPrince853", tolerance, this::commons);
      }
    }
  }

  private void tidemark(double tolerance, Stepping stepping) {
    Settings settings = Settings.standard().with(Tolerance.relative(tolerance)).with(stepping);
    Stretch found =
        Integration.run(problem, 0, problem.start(), problem.end, List.of(), settings);
    evaluations = found.evaluations();
    end = found.endState();
  }

  private void commons(double tolerance) {
    double[] start = problem.start();
    double[] absolute = new double[start.length];
    double[] relative = new double[start.length];
    for (int i = 0; i < start.length; i++) {
      relative[i] = tolerance;
      absolute[i] = 1e-6 * tolerance * Math.max(Math.abs(start[i]), Math.abs(reference[i]));
    }
    long deadline = System.nanoTime() + (long) (limit * 1e9);
    evaluations = 0;
    FirstOrderDifferentialEquations equations =
        new FirstOrderDifferentialEquations() {
          @Override
          public int getDimension() {
            return start.length;
          }

          @Override
          public void computeDerivatives(double t, double[] y, double[] rates) {
            if (++evaluations % 1024 == 0 && System.nanoTime() > deadline) {
              throw new IllegalStateException("too long");
            }
            problem.rates(t, y, rates);
          }
        };
    end = new double[start.length];
    new DormandPrince853Integrator(0, problem.end, absolute, relative)
        .integrate(equations, 0, start, problem.end, end);
  }

  private void row(String solver, double tolerance, DoubleConsumer run) {
    double[] times = new double[ENOUGH_RUNS];
    int runs = 0;
    double total = 0;
    try {
      while (runs < ENOUGH_RUNS && (total < ENOUGH_SECONDS || runs < 1)) {
        long start = THREADS.getCurrentThreadCpuTime();
        run.accept(tolerance);
        times[runs] = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        total += times[runs++];
      }
    } catch (RuntimeException refused) {
      System.out.printf("%s;%s;%.0e;nan;%.1f;%d%n", problem.label, solver, tolerance, limit, evaluations);
      return;
    }
    double error = 0;
    for (int i = 0; i < end.length; i++) {
      error = Math.max(error, Math.abs(end[i] / reference[i] - 1));
    }
    double median = Arrays.stream(times, runs / 2, runs).sorted().skip((runs - runs / 2) / 2).findFirst().orElseThrow();
    System.out.printf(
        "%s;%s;%.0e;%.3e;%.6f;%d%n", problem.label, solver, tolerance, error, median, evaluations);
  }
}
