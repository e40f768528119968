package org.tidemark.vocab.industry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {
  private static final String HBM =
      """
      param alpha = 0.23 @estimated("working paper")
      curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, as_of: date(2025), elasticity: alpha)
      """;

  private static final String BATTERY =
      "curve battery = Q => 40 USD/kWh + 60 USD/kWh * (Q / (1 TWh))^-0.4\n";

  @Test
  void wrightHasTheValuesOfThePaper() {
    assertEquals(2.49 * 44.99, Scripts.number(HBM + "show hbm.inverse(5 USD/GB)"), 0.02);
    assertEquals(10.23162, Scripts.number(HBM + "show hbm(4.98 EB)"), 1e-5);
    assertEquals(14.7365, Scripts.number(HBM + "show hbm.learning_rate"), 1e-4);
    assertEquals(0.852635, Scripts.number(HBM + "show hbm.progress_ratio"), 1e-6);
  }

  @Test
  void crossingsMayStandEitherWayRound() {
    String one = HBM + "crossing c when hbm <= 5 USD/GB\nshow c.threshold";
    String other = HBM + "crossing c when 5 USD/GB >= hbm\nshow c.threshold";
    assertEquals(Scripts.number(one), Scripts.number(other));
    assertEquals(Scripts.number(HBM + "show hbm.inverse(5 USD/GB)"), Scripts.number(one));
  }

  @Test
  void anyFunctionHasAnInverse() {
    double exact = StrictMath.pow(1.0 / 3, -2.5);
    assertEquals(exact, Scripts.number(BATTERY + "show battery.inverse(60 USD/kWh)"), 1e-13);
    String crossing = "crossing c when battery <= 60 USD/kWh\nshow c.threshold";
    assertEquals(exact, Scripts.number(BATTERY + crossing), 1e-13);
  }

  @Test
  void theUnitOfCumulativeOutputMayBeTheScriptsOwn() {
    String script =
        """
        unit wafer
        curve w = Q => 2 USD/wafer * (Q / (1000 wafer))^-0.5
        show w.inverse(1 USD/wafer)
        """;
    assertEquals(4000, Scripts.number(script), 1e-9);
  }

  @Test
  void multipliersScaleTheCost() {
    String script =
        HBM
            + """
            multiplier cheaper on hbm = 0.5
            show hbm(2.49 EB), hbm.inverse(5 USD/GB)
            """;
    assertEquals("6 USD/GB", Scripts.texts(script).get("hbm(2.49 EB)"));
  }

  @Test
  void whatNeverHoldsIsRefused() {
    assertTrue(
        Scripts.problem(BATTERY + "crossing c when battery <= 40 USD/kWh\nshow c", "E0602")
            .contains("ever nearer"));
    Scripts.problem(HBM + "crossing c when hbm >= 5 USD/GB\nshow c", "E0602");
    Scripts.problem(HBM + "crossing c when hbm <= 0 USD/GB\nshow c", "E0602");
    Scripts.problem(BATTERY + "show battery.inverse(39 USD/kWh)", "E0603");
  }

  @Test
  void twoCurvesInOneCrossingAreRefused() {
    String script = HBM + "curve dram = hbm\ncrossing c when hbm <= dram";
    assertEquals(List.of("E0406"), Scripts.codes(script));
  }

  @Test
  void learningRatesAndElasticitiesAreToldApart() {
    String call = "show wright(cost: 1 USD/GB, at: 1 EB, ";
    assertEquals(List.of("W0201"), Scripts.codes(call + "elasticity: 0.2)"));
    assertEquals(List.of("W0201"), Scripts.codes(call + "learning_rate: 0.322)"));
    assertEquals(List.of(), Scripts.codes(call + "elasticity: 0.322)"));
    assertEquals(List.of("E0311"), Scripts.codes(call + "elasticity: 0.3, learning_rate: 14 %)"));
    assertEquals(List.of("E0406"), Scripts.codes(call + "elasticity: 2)"));
  }
}
