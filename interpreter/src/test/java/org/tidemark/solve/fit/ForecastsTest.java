package org.tidemark.solve.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** The error law of Farmer and Lafond, on paper and on their series. */
class ForecastsTest {
  private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95};

  @Test
  void varianceIsThePapers() throws IOException {
    JsonNode law =
        new ObjectMapper()
            .readTree(SharedData.path("oracles/closed_form.json").toFile())
            .get("farmer_lafond_2016_normalised_error_variance_m5");
    for (Map.Entry<String, JsonNode> theta : law.properties()) {
      ErrorLaw errors = new ErrorLaw(Double.parseDouble(theta.getKey().substring(6)));
      for (Map.Entry<String, JsonNode> horizon : theta.getValue().properties()) {
        int tau = Integer.parseInt(horizon.getKey());
        double expected = horizon.getValue().asDouble();
        // the paper multiplies by the variance of Student's t with m - 1 = 4
        double variance = 2 * errors.variance(5, (double) tau);
        assertEquals(expected, variance, 1e-14 * expected, theta.getKey() + ", " + tau);
        double general = 2 * errors.variance(ones(5), ones(tau));
        assertEquals(expected, general, 1e-13 * expected, "summed, " + theta.getKey());
      }
    }
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void withoutCarryOverNothingIsCorrected() {
    ErrorLaw.Spread spread = new ErrorLaw(0).spread(new double[] {1, 2, 0.5, 1, 3});
    assertEquals(1, spread.bias(), 1e-15);
    assertEquals(4, spread.degreesOfFreedom(), 1e-14);
    // 1 - 2 rho / m for equal steps
    ErrorLaw law = new ErrorLaw(0.6);
    assertEquals(1 - 2 * law.correlation() / 5, law.spread(ones(5)).bias(), 1e-15);
  }

  @Test
  void experienceForecastsAsTimeDoesWhereOutputGrowsEvenly() {
    double[] cost = {10, 9, 8.5, 7, 6.8, 6};
    double[] cumulative = {1, 2, 4, 8, 16, 32};
    ErrorLaw law = new ErrorLaw(0.3);
    LogForecast moore = CostWalk.inTime(cost, law).after(3);
    double doubling = Math.log(2);
    LogForecast wright =
        CostWalk.withExperience(cost, cumulative, law)
            .along(new double[] {doubling, doubling, doubling});
    assertEquals(moore.logMedian(), wright.logMedian(), 1e-14);
    assertEquals(moore.scale(), wright.scale(), 1e-14);
    assertEquals(moore.median(), moore.quantile(0.5), 1e-14);
    Interval interval = moore.interval(0.9);
    assertEquals(moore.quantile(0.05), interval.low(), 1e-12);
    assertEquals(moore.quantile(0.95), interval.high(), 1e-12);
  }

  @Test
  void coverageOnThePapersSeriesIsNominalWithinSamplingError() {
    List<double[]> all = series();
    assertEquals(66, all.size());
    List<double[]> falling = all.stream().filter(ForecastsTest::falls).toList();
    assertEquals(53, falling.size());
    Hindcast hindcast = Hindcast.of(falling, 5, Integer.MAX_VALUE);
    assertEquals(8212, hindcast.forecasts());
    assertEquals(6391, Hindcast.of(falling, 5, 20).forecasts());
    Estimate theta = hindcast.theta();
    System.out.printf("theta %.3f +- %.3f%n", theta.value(), theta.standardError());
    System.out.println("theta  horizons  nominal  observed  s.e.   law     s.e.");
    for (double value : new double[] {0, theta.value()}) {
      for (int[] span : new int[][] {{1, 1}, {2, 5}, {6, 20}, {1, 20}, {1, 100}}) {
        List<Hindcast.Coverage> table =
            hindcast.coverage(new ErrorLaw(value), LEVELS, span[0], span[1], 200, 1, () -> {});
        for (Hindcast.Coverage row : table) {
          System.out.printf(
              "%.3f  %3d..%-3d  %.2f     %.3f     %.3f  %.3f   %.3f%n",
              value,
              span[0],
              span[1],
              row.nominal(),
              row.observed(),
              row.samplingError(),
              row.expected(),
              row.expectedError());
          if (value != 0 && span[0] == 1 && span[1] > 1) {
            // overlapping windows: the error is that of drawing whole series anew
            double error = row.samplingError();
            assertTrue(
                Math.abs(row.observed() - row.nominal()) <= 2 * error,
                () -> row + " at horizons up to " + span[1]);
          }
        }
      }
    }
  }

  /** The paper's choice: a one-sided t test of the changes, below one in ten. */
  private static boolean falls(double[] cost) {
    double[] changes = new double[cost.length - 1];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = Math.log(cost[i + 1] / cost[i]);
    }
    SampleMoments moments = SampleMoments.of(changes);
    double error = moments.standardDeviation() / Math.sqrt(changes.length);
    return TDistribution.of(changes.length - 1).cumulativeProbability(moments.mean() / error) < 0.1;
  }

  private static List<double[]> series() {
    Map<String, List<Double>> byName = new TreeMap<>();
    for (String[] row : SharedData.rows(SharedData.path("curves/farmer_lafond_costs.csv"))) {
      byName.computeIfAbsent(row[0], name -> new ArrayList<>()).add(Double.parseDouble(row[2]));
    }
    return byName.values().stream()
        .map(costs -> costs.stream().mapToDouble(Double::doubleValue).toArray())
        .toList();
  }
}
