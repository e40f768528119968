package org.tidemark.solve.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Ishigami's function, whose indices are known in closed form. */
class SensitivityTest {
  private static final Draws DRAWS = new Draws(1);

  private static double ishigami(double[] unit) {
    double[] x = new double[3];
    for (int i = 0; i < 3; i++) {
      x[i] = Math.PI * (2 * unit[i] - 1);
    }
    double s1 = StrictMath.sin(x[0]);
    double s2 = StrictMath.sin(x[1]);
    return s1 + 7 * s2 * s2 + 0.1 * StrictMath.pow(x[2], 4) * s1;
  }

  private static JsonNode oracle() throws IOException {
    String text = SharedData.read("oracles/closed_form.json");
    return new ObjectMapper().readTree(text).get("ishigami_a7_b0.1");
  }

  private static SobolIndices sobol(int samples, boolean pairs, Draws draws) {
    SobolDesign design = SobolDesign.of(3, samples, pairs, draws);
    double[] outcomes = new double[design.evaluations()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = ishigami(design.point(i));
    }
    return SobolIndices.of(design, outcomes);
  }

  private static void within(JsonNode expected, Estimate actual, double most, String what) {
    double value = expected.asDouble();
    assertTrue(actual.error() <= most, () -> what + " " + actual);
    assertEquals(value, actual.value(), 4 * actual.error() + 1e-12, () -> what + " " + actual);
  }

  @Test
  void sobolIndicesAreIshigamis() throws IOException {
    JsonNode oracle = oracle();
    SobolIndices indices = sobol(8192, true, DRAWS);
    assertEquals(oracle.get("mean").asDouble(), indices.mean(), 1e-3);
    assertEquals(oracle.get("variance").asDouble(), indices.variance(), 1e-2);
    for (int i = 0; i < 3; i++) {
      within(oracle.get("S" + (i + 1)), indices.first().get(i), 0.02, "S" + (i + 1));
      within(oracle.get("ST" + (i + 1)), indices.total().get(i), 0.02, "ST" + (i + 1));
    }
    within(oracle.get("S13"), indices.pair(0, 2), 0.04, "S13");
    assertEquals(0, indices.pair(1, 2).value(), 4 * indices.pair(1, 2).error());
  }

  @Test
  void bootstrapIntervalsCoverAndAreReproducible() throws IOException {
    JsonNode oracle = oracle();
    int covered = 0;
    for (int seed = 0; seed < 40; seed++) {
      SobolIndices indices = sobol(256, false, new Draws(seed));
      for (int i = 0; i < 3; i++) {
        Estimate first = indices.first().get(i);
        double value = oracle.get("S" + (i + 1)).asDouble();
        covered += first.low() <= value && value <= first.high() ? 1 : 0;
      }
    }
    // at least the nominal 95 % of 120, less four standard deviations
    assertTrue(covered >= 104, covered + " of 120");
    assertEquals(sobol(256, false, DRAWS).first(), sobol(256, false, DRAWS).first());
  }

  @Test
  void everyElementaryEffectOfIshigami() throws IOException {
    JsonNode population = oracle().get("morris_4level_population");
    MorrisScreening whole =
        MorrisScreening.of(MorrisDesign.full(3, 4, 0, 1), SensitivityTest::ishigami);
    MorrisScreening sampled =
        MorrisScreening.of(
            MorrisDesign.trajectories(3, 500, 4, 0, 1, DRAWS), SensitivityTest::ishigami);
    for (int i = 0; i < 3; i++) {
      MorrisScreening.Effect effect = whole.effects().get(i);
      assertEquals(population.get("mu").get(i).asDouble(), effect.mean().value(), 1e-12);
      assertEquals(population.get("mu_star").get(i).asDouble(), effect.size().value(), 1e-12);
      assertEquals(population.get("sigma_pop").get(i).asDouble(), effect.spread().value(), 1e-12);
      within(population.get("mu").get(i), sampled.effects().get(i).mean(), 0.5, "mu");
      within(population.get("mu_star").get(i), sampled.effects().get(i).size(), 0.5, "mu*");
      within(population.get("sigma_pop").get(i), sampled.effects().get(i).spread(), 0.5, "sigma");
    }
  }

  @Test
  void whatHasNoVarianceIsRefused() {
    InadmissibleSample never =
        assertThrows(
            InadmissibleSample.class,
            () -> SobolIndices.of(2, 64, DRAWS, x -> x[0] > 0.5 ? Double.POSITIVE_INFINITY : x[1]));
    assertTrue(never.reason().contains("never happen"), never.reason());
    assertThrows(InadmissibleSample.class, () -> SobolIndices.of(2, 64, DRAWS, x -> 0.1));
    assertThrows(
        InadmissibleSample.class,
        () -> MorrisScreening.of(MorrisDesign.full(2, 4, 0, 1), x -> Double.NaN));
  }
}
