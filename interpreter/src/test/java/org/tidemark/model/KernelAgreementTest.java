package org.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.kernel.Graph;
import org.tidemark.kernel.Kernel;
import org.tidemark.kernel.KernelClasses;
import org.tidemark.spi.EvaluatedSystem;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.Value;

/** Random programs, evaluated and compiled: the same bits, or the same problem. */
class KernelAgreementTest {
  private static final int FUNCTIONS = 5;
  private static final int LAMBDAS = 12;
  private static final int POINTS = 24;
  private static final Location NOWHERE = new Location(new SourceText("test", ""), new Span(0, 0));

  private static final double[] SPECIAL = {
    0,
    -0.0,
    1,
    -1,
    2,
    0.5,
    1e-9,
    1 + 1e-12,
    1e300,
    -1e300,
    1e-300,
    1e18,
    3.5e9,
    Double.POSITIVE_INFINITY,
    Double.NaN,
    Double.MIN_VALUE
  };

  @TempDir Path folder;

  private int programs;
  private int unsound;
  private int functions;
  private int points;
  private int byKernel;
  private int refused;
  private final Map<String, Integer> obstacles = new HashMap<>();

  @Test
  void agreeOnPrograms() {
    Tide tide = ProbePlugin.tide(folder);
    long fresh = System.nanoTime();
    for (int i = 0; i < 300; i++) {
      agree(tide, i < 200 ? i : fresh + i);
    }
    System.out.printf(
        "kernels: %d programs (%d unsound), %d functions compiled, %d not %s; %d points, %d by the"
            + " kernel, %d refused; fresh seed %d%n",
        programs,
        unsound,
        functions,
        obstacles.values().stream().mapToInt(Integer::intValue).sum(),
        obstacles,
        points,
        byKernel,
        refused,
        fresh);
    assertTrue(unsound < programs / 10, "most programs can be run");
    assertTrue(functions > 2500, functions + " functions");
    assertTrue(byKernel > 0.9 * (points - refused), "kernels answer where there is an answer");
  }

  private void agree(Tide tide, long seed) {
    String script = new RandomScript(seed).write(FUNCTIONS, LAMBDAS);
    Program program = tide.compile("random.tide", script);
    programs++;
    if (!program.isSound()) {
      unsound++;
      return;
    }
    int before = points;
    Outcome outcome =
        ProbePlugin.run(
            program,
            (values, call) -> {
              for (int i = 0; i < values.size(); i++) {
                agree(
                    values.get(i), new SplittableRandom(seed + i), "seed " + seed + "\n" + script);
              }
            });
    assertTrue(outcome.problems().isEmpty(), () -> outcome.problems() + "\n" + script);
    assertEquals(LAMBDAS * POINTS, points - before);
  }

  private void agree(Value function, SplittableRandom random, String script) {
    Evaluation evaluation = ((Closure) function).frame().evaluation;
    EvaluatedSystem evaluated =
        CompiledSystem.evaluated(evaluation, List.of(function), ProbePlugin.PARAMETERS, NOWHERE);
    List<double[]> at = new ArrayList<>();
    List<Object> expected = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      double[] point = point(random, i);
      at.add(point);
      expected.add(outcome(() -> value(evaluated, point)));
    }
    Compilation compilation =
        new Compilation(evaluation, List.of(function), ProbePlugin.PARAMETERS, true);
    compilation.evaluated();
    Kernel kernel = compilation.kernel();
    CompiledFunction compiled =
        new CompiledFunction(evaluation, function, ProbePlugin.PARAMETERS, NOWHERE, true);
    Kernel inParts = kernel == null ? null : inParts(function, evaluation);
    for (int i = 0; i < POINTS; i++) {
      double[] point = at.get(i);
      points++;
      refused += expected.get(i) instanceof Double ? 0 : 1;
      if (kernel != null && Double.isFinite(kernel.at(point))) {
        byKernel++;
        assertEquals(
            expected.get(i), Double.valueOf(kernel.at(point)), () -> text(function, point, script));
      }
      if (inParts != null) {
        assertEquals(kernel.at(point), inParts.at(point), () -> text(function, point, script));
      }
      assertEquals(
          expected.get(i), outcome(() -> compiled.at(point)), () -> text(function, point, script));
    }
    if (kernel == null) {
      obstacles.merge(
          compilation.obstacle().orElseThrow().replaceAll("(reads).*", "$1"), 1, Integer::sum);
    } else {
      functions++;
    }
  }

  /** The same with next to every operation in a method of its own. */
  private static Kernel inParts(Value function, Evaluation evaluation) {
    Translation translation = new Translation(evaluation, new Peek(evaluation.reader()));
    Graph.Node output = translation.output(function, ProbePlugin.PARAMETERS);
    try {
      return new KernelClasses(1, 50)
          .kernel(translation.graph(), ProbePlugin.PARAMETERS.size(), List.of(output));
    } catch (KernelClasses.TooLarge large) {
      return null;
    }
  }

  private static double value(EvaluatedSystem system, double[] point) {
    double[] value = new double[1];
    system.at(point, value);
    return value[0];
  }

  private static String text(Value function, double[] point, String script) {
    return ((Closure) function)
            .text()
            .location()
            .source()
            .text(((Closure) function).text().expression().span())
        + "\n at "
        + java.util.Arrays.toString(point)
        + "\n"
        + script;
  }

  private interface Work {
    double value();
  }

  /** The value, or all that is told where there is none. */
  private static Object outcome(Work work) {
    try {
      return work.value();
    } catch (EvaluationFailure failure) {
      return List.of(failure.diagnostic(), failure.isNoSolution());
    } catch (Problem problem) {
      return List.of(problem.code(), problem.getMessage(), problem.help());
    }
  }

  private static double[] point(SplittableRandom random, int index) {
    double[] point = new double[ProbePlugin.PARAMETERS.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] =
          random.nextInt(6) == 0 && index > 5
              ? SPECIAL[random.nextInt(SPECIAL.length)]
              : (random.nextInt(4) == 0 ? -1 : 1)
                  * StrictMath.pow(10, random.nextDouble() * 3 - 1)
                  * (i == 1 ? 1000 : i == 2 ? 1e10 : 1);
    }
    point[4] = 2000 + random.nextInt(40) + random.nextInt(2) * 0.37;
    point[5] = random.nextInt(2);
    return point;
  }
}
