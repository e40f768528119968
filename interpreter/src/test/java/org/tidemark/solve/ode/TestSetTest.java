package org.tidemark.solve.ode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The problems of the IVP test set against its end-point values: every component to 1e-8 of its own
 * size, however small (the second of rober is 8e-14), at the default tolerance.
 */
class TestSetTest {
  private static final Path REFERENCE = Path.of("../../shared/data/ivp/reference_solutions.csv");

  @ParameterizedTest
  @EnumSource(TestSetProblem.class)
  void endPoints(TestSetProblem problem) throws IOException {
    assumeTrue(
        Files.exists(REFERENCE), () -> "no reference values to compare with at " + REFERENCE);
    for (Stepping stepping : List.of(Stepping.AUTOMATIC, Stepping.STIFF)) {
      Stretch solution = solve(problem, Settings.standard().with(stepping));
      double[] end = solution.endState();
      List<String> lines =
          Files.readAllLines(REFERENCE).stream()
              .filter(line -> line.startsWith(problem.label + ","))
              .toList();
      assertEquals(end.length, lines.size());
      for (int i = 0; i < end.length; i++) {
        double reference = Double.parseDouble(lines.get(i).split(",")[3]);
        assertEquals(
            reference, end[i], 1e-8 * Math.abs(reference), problem + " " + stepping + " " + i);
      }
      assertTrue(solution.residual() < 1e-7, () -> "residual " + solution.residual());
      assertTrue(solution.errorEstimate() < 1e-7);
    }
  }

  @ParameterizedTest
  @EnumSource(TestSetProblem.class)
  void theMethodIsFound(TestSetProblem problem) {
    String method = solve(problem, Settings.standard()).method();
    assertEquals(problem != TestSetProblem.PLEIADES, method.contains("Radau"), method);
  }

  private static Stretch solve(TestSetProblem problem, Settings settings) {
    return Integration.run(problem, 0, problem.start(), problem.end, List.of(), settings);
  }
}
