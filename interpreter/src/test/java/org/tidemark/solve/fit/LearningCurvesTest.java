package org.tidemark.solve.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Learning and adoption curves against figures that others published. */
class LearningCurvesTest {
  /** What the rows of the paper's table 4 print. */
  private static final double[] DRAM_PRICE = {870000, 100000, 30000, 1200, 90, 10, 3.2, 2.8, 2};

  private static final double[] DRAM_CUMULATIVE = {1e-5, 0.003, 0.10, 2, 17, 95, 400, 1400, 3200};

  @Test
  void everyPublishedLearningRateWithoutBreaksIsReproduced() {
    double worstRate = 0;
    double worstCriterion = 0;
    int count = 0;
    for (String[] row : SharedData.rows(SharedData.path("curves/published_fits.csv"))) {
      if (!row[1].equals("0")) {
        continue;
      }
      double[][] data = technology(row[0]);
      double computed;
      double criterion;
      if (row[2].equals("0")) {
        WrightFit fit = WrightFit.of(data[0], data[1]);
        computed = fit.learningRate().value();
        // theirs is of logarithms to base ten, and does not count the variance as a parameter
        criterion = fit.regression().aic() - 2 - 2 * data[0].length * Math.log(Math.log(10));
      } else {
        Regression fit = changes(data);
        computed = 1 - Math.pow(2, fit.estimate(0));
        criterion = fit.aic() - 2;
      }
      worstRate = Math.max(worstRate, Math.abs(100 * computed - Double.parseDouble(row[14])));
      worstCriterion = Math.max(worstCriterion, Math.abs(criterion - Double.parseDouble(row[3])));
      count++;
    }
    System.out.printf(
        "%d published learning rates: largest difference %.1e percentage points, of AIC %.1e%n",
        count, worstRate, worstCriterion);
    assertEquals(86, count);
    assertTrue(worstRate <= 1e-10, "learning rates differ by " + worstRate);
    assertTrue(worstCriterion <= 1e-9, "information criteria differ by " + worstCriterion);
  }

  /** Changes of log cost on changes of log output, through the origin. */
  private static Regression changes(double[][] data) {
    int n = data[0].length - 1;
    double[] cost = new double[n];
    double[] output = new double[n];
    for (int i = 0; i < n; i++) {
      cost[i] = Math.log10(data[0][i + 1]) - Math.log10(data[0][i]);
      output[i] = Math.log10(data[1][i + 1]) - Math.log10(data[1][i]);
    }
    return LinearRegression.fit(LinearDesign.of(n).with("exponent", output), cost);
  }

  /**
   * Cost and cumulative output of a technology, complete rows only. As the publishers did, output
   * before the first row is guessed from growth, where output grew; how they measure growth is
   * theirs.
   */
  private static double[][] technology(String name) {
    Path file = SharedData.path("curves/technologies/" + name + ".csv");
    List<double[]> rows =
        SharedData.rows(file).stream()
            .filter(
                row -> Arrays.stream(row).noneMatch(cell -> cell.isEmpty() || cell.equals("NA")))
            .map(row -> Arrays.stream(row).mapToDouble(Double::parseDouble).toArray())
            .toList();
    double[] first = rows.get(0);
    double[] last = rows.get(rows.size() - 1);
    double growth = Math.exp(Math.log(last[2] - first[2]) / (last[1] - first[1])) - 1;
    double[][] data = new double[2][rows.size()];
    double cumulative = first[2] / growth;
    for (int i = 0; i < rows.size(); i++) {
      data[0][i] = rows.get(i)[0];
      data[1][i] = growth > 0 ? cumulative : rows.get(i)[3];
      cumulative += rows.get(i)[2];
    }
    return data;
  }

  @Test
  void thePapersDramRowsHaveAnotherElasticityThanItStates() {
    WrightFit fit = WrightFit.of(DRAM_PRICE, DRAM_CUMULATIVE);
    assertEquals(0.746, fit.elasticity().value(), 5e-4);
    assertEquals(0.062, fit.elasticity().standardError(), 5e-4);
    assertEquals(0.953, fit.regression().rSquared(), 5e-4);
    assertFalse(fit.regression().interval(1, 0.999).contains(0.22));
    assertTrue(fit.breakTest() != null, "nine rows are enough for a test");
    System.out.printf(
        "DRAM: learning rate %s, Durbin-Watson %.2f, break %s%n",
        fit.learningRate(), fit.regression().durbinWatson(), fit.breakTest());
  }

  @Test
  void aBreakThatIsThereIsFound() {
    double[] cumulative = new double[24];
    double[] cost = new double[24];
    for (int i = 0; i < 24; i++) {
      cumulative[i] = Math.pow(1.5, i);
      double wiggle = 0.01 * Math.sin(7.3 * i);
      cost[i] = Math.exp(wiggle) * Math.pow(1.5, i < 12 ? -0.2 * i : -0.2 * 12 - 0.6 * (i - 12));
    }
    BreakTest test = WrightFit.of(cost, cumulative).breakTest();
    assertTrue(test.pValue() < 1e-6, "the bound is " + test.pValue());
    assertEquals(12, test.observation(), 1);
    double[] straight = new double[24];
    for (int i = 0; i < 24; i++) {
      straight[i] = Math.exp(0.01 * Math.sin(7.3 * i)) * Math.pow(1.5, -0.2 * i);
    }
    assertTrue(WrightFit.of(straight, cumulative).breakTest().pValue() > 0.1);
  }

  @Test
  void sahalsIdentityHoldsWhereOutputGrowsExponentially() {
    double[] time = new double[15];
    double[] output = new double[15];
    double[] cost = new double[15];
    for (int i = 0; i < 15; i++) {
      time[i] = 2000 + i;
      output[i] = Math.exp(0.3 * i);
      cost[i] = Math.exp(-0.4 * 0.3 * i + 0.02 * Math.cos(5 * i));
    }
    SahalFit fit = SahalFit.of(cost, output, time);
    assertEquals(0.3, fit.growthRate().value(), 1e-12);
    assertEquals(fit.moore().rate().value(), fit.impliedRate().value(), 1e-13);
    assertFalse(fit.untold().isEmpty(), "experience cannot be told from time");
    output[7] *= 3;
    assertTrue(SahalFit.of(cost, output, time).untold().isEmpty());
  }

  @Test
  void bassOnTheSalesOfVideoRecorders() {
    List<String[]> rows = SharedData.rows(SharedData.path("curves/bass_vcr.csv"));
    double[] time = rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray();
    double[] sales = rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray();
    Regression fit = AdoptionFits.bassRate(time, sales);
    // solved to forty digits; the published 67980.909, 0.00659396 and 0.63809125 stop a little
    // short
    assertEquals(67980.908002780936, fit.estimate(0), 1e-9 * 67980.9);
    assertEquals(0.0065939593604565579, fit.estimate(1), 1e-9 * 0.0066);
    assertEquals(0.63809126663196564, fit.estimate(2), 1e-9 * 0.638);
    assertEquals(3701668.59, fit.residualSumOfSquares(), 5e-3);
    // the reference's closed forms at those parameters
    assertEquals(7.09234081131565373, Bass.peakTime(0.00659395986, 0.638091253), 1e-14);
    assertEquals(
        11069.7955699749147, 67980.9087 * Bass.peakRate(0.00659395986, 0.638091253), 1e-10);
    assertEquals(0.865606373579541751, Bass.share(0.00659395986, 0.638091253, 10), 1e-15);
  }

  @Test
  void adoptionCurvesAreFoundFromTheirOwnValues() {
    double[] time = new double[20];
    double[] logistic = new double[20];
    double[] gompertz = new double[20];
    double[] cumulative = new double[20];
    double[] periods = new double[20];
    for (int i = 0; i < 20; i++) {
      time[i] = i + 1;
      logistic[i] = 7 * AdoptionFits.logisticAt(0.5 * (time[i] - 9));
      gompertz[i] = 7 * AdoptionFits.gompertzAt(0.3 * (time[i] - 6));
      cumulative[i] = 500 * Bass.share(0.01, 0.4, time[i]);
      periods[i] = 500 * (Bass.share(0.01, 0.4, time[i]) - Bass.share(0.01, 0.4, time[i] - 1));
    }
    assertClose(AdoptionFits.logistic(time, logistic), 7, 0.5, 9);
    assertClose(AdoptionFits.gompertz(time, gompertz), 7, 0.3, 6);
    assertClose(AdoptionFits.bassCumulative(time, cumulative), 500, 0.01, 0.4);
    assertClose(AdoptionFits.bassPeriods(time, periods, 1), 500, 0.01, 0.4);
  }

  private static void assertClose(Regression fit, double... expected) {
    for (int j = 0; j < expected.length; j++) {
      assertEquals(expected[j], fit.estimate(j), 1e-9 * expected[j], fit.names().get(j));
    }
  }

  @Test
  void dataThatHaveNotBentTellNoCeiling() {
    double[] time = new double[12];
    double[] values = new double[12];
    for (int i = 0; i < 12; i++) {
      time[i] = i;
      values[i] = Math.exp(0.3 * i) * (1 + 0.05 * Math.cos(3 * i));
    }
    Regression fit = AdoptionFits.logistic(time, values);
    assertEquals("ceiling", fit.untold().get(0).parameter());
  }

  @Test
  void whatTheDataCannotTellIsRefusedByName() {
    double[] price = {3, 2, 1.5, 1.2};
    InadmissibleFit same =
        assertThrows(InadmissibleFit.class, () -> WrightFit.of(price, new double[] {5, 5, 5, 5}));
    assertTrue(same.getMessage().contains("cannot tell elasticity"), same.getMessage());
    InadmissibleFit twice =
        assertThrows(
            InadmissibleFit.class,
            () ->
                LinearRegression.fit(
                    LinearDesign.of(4)
                        .withIntercept("a")
                        .with("b", new double[] {1, 2, 3, 4})
                        .with("c", new double[] {3, 5, 7, 9}),
                    price));
    assertTrue(twice.getMessage().contains("combination"), twice.getMessage());
    assertThrows(InadmissibleFit.class, () -> WrightFit.of(price, new double[] {0, 1, 2, 3}));
    assertThrows(
        InadmissibleFit.class, () -> WrightFit.of(new double[] {1, 2}, new double[] {1, 2}));
  }
}
