package org.tidemark.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.model.Defined;
import org.tidemark.model.Watch;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.support.Command;

/**
 * What the audit finds in the working paper, against figures that were worked out apart from this
 * program: those of the list of its inconsistencies (A1 to A14) and of the derivation of its model
 * (D). Each figure is given with half a unit of its last digit.
 */
class WorkingPaperAuditTest {
  private static final List<String> MODULES =
      List.of(
          "std.audit.endogenous",
          "std.audit.calibration",
          "std.audit.capex",
          "std.audit.displacement",
          "std.audit.hardware",
          "std.audit.workloads",
          "std.audit.learning",
          "std.audit.propositions",
          "std.audit.quasi_static",
          "std.audit.threshold",
          "std.audit.timelines");

  @TempDir static Path folder;

  private static final Map<String, JsonNode> FOUND = new HashMap<>();
  private static JsonNode claims;

  @BeforeAll
  static void audit() throws IOException {
    List<String> words = new ArrayList<>(List.of("audit", "--json"));
    words.addAll(MODULES);
    Command.Result result = Command.run(folder, words.toArray(new String[0]));
    assertEquals(0, result.status(), result::toString);
    claims = new ObjectMapper().readTree(result.out()).get("claims");
    for (JsonNode claim : claims) {
      String name = claim.get("module").textValue().substring("std.audit.".length());
      name = name + "." + claim.get("id").textValue();
      FOUND.put(name, claim);
      for (JsonNode reading : claim.get("readings")) {
        FOUND.put(name + "." + reading.get("name").textValue(), reading);
      }
    }
  }

  private static JsonNode found(String name) {
    JsonNode node = FOUND.get(name);
    assertNotNull(node, () -> name + " is no claim: " + new TreeSet<>(FOUND.keySet()));
    return node;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A13", "A14",
        "D-A8", "D-C", "D-C1", "D-C3", "D-G", "D-H"
      })
  void everyItemIsFound(String item) {
    boolean there = false;
    for (JsonNode claim : claims) {
      there |= item.equals(claim.path("item").asText());
    }
    assertTrue(there, item);
  }

  @Test
  void everyRowIsOneOfTheSources() throws IOException {
    Tide tide = Tide.builder().build();
    Set<String> rows = new TreeSet<>();
    for (Defined defined :
        tide.compileModule("std.sources.endogenous").orElseThrow().definitions(Watch.none())) {
      rows.add(defined.name().replace('_', '-'));
    }
    List<String> unknown = new ArrayList<>();
    for (JsonNode claim : claims) {
      assertTrue(claim.get("rows").size() > 0, () -> claim.get("id") + " checks no row");
      for (JsonNode row : claim.get("rows")) {
        if (!rows.contains(row.textValue())) {
          unknown.add(claim.get("id") + ": " + row);
        }
      }
    }
    assertEquals(List.of(), unknown);
  }

  /** What cannot be computed is so for want of inputs, which are listed. */
  @Test
  void nothingIsRefusedForAReasonThatTheReaderDoesNotKnow() {
    for (JsonNode claim : claims) {
      assertTrue(claim.get("refusal").isNull(), () -> claim.get("id") + " is refused: " + claim);
      if (claim.get("verdict").textValue().equals("not reproducible")) {
        assertTrue(claim.get("needs").size() > 0, () -> claim.get("id") + " needs nothing");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // A1: the calibration
    "calibration.acceleration, reproduced",
    "calibration.loss, contradicted",
    "calibration.ratio, contradicted",
    "calibration.implied_displacement, contradicted",
    "calibration.scenario_times, contradicted",
    "calibration.displaced_loss, contradicted",
    "calibration.printed_calibration, not reproducible",
    // A2: DRAM
    "learning.dram_elasticity, contradicted",
    "learning.dram_error, ambiguous",
    "learning.dram_fit, ambiguous",
    "learning.dram_local, contradicted",
    "learning.dram_price_fall, contradicted",
    "learning.dram_panel, contradicted",
    "learning.log_prices, reproduced",
    "learning.log_quantities, reproduced",
    // A3: elasticity, learning rate or rate in time
    "learning.hbm_elasticity, ambiguous",
    "learning.hbm_elasticity.elasticity, not reproducible",
    "learning.hbm_elasticity.end_points_a_year, reproduced",
    "learning.hbm_observations, ambiguous",
    "learning.time_to_parity, ambiguous",
    "learning.lowest_elasticity, contradicted",
    "learning.elasticities_too_close, contradicted",
    // A4, A5
    "threshold.threshold, not reproducible",
    "threshold.threshold_ahead, ambiguous",
    "threshold.self_sustaining, not reproducible",
    "threshold.reproduction_number, not reproducible",
    "threshold.finite_threshold, ambiguous",
    // A6
    "propositions.step_2, contradicted",
    "propositions.step_1, contradicted",
    "propositions.shadow_share, contradicted",
    "propositions.unbounded, ambiguous",
    "propositions.lower_bound, reproduced",
    // A7
    "threshold.ahead_by_cost, contradicted",
    "threshold.mapping, ambiguous",
    "threshold.dual_date, not reproducible",
    "quasi_static.drift, contradicted",
    "hardware.dominated_by_memory, contradicted",
    "hardware.capacity_crossed, contradicted",
    // A8
    "hardware.oss_rate, contradicted",
    "hardware.oss_active, contradicted",
    "hardware.moe_cut, ambiguous",
    "hardware.quantisation_cut, ambiguous",
    "hardware.strix_ceiling, reproduced",
    "hardware.m4max_rate, reproduced",
    // A9
    "workloads.inference_cycles, contradicted",
    "workloads.inference_at_scale, ambiguous",
    "workloads.openai_inference, contradicted",
    // A10
    "capex.total_2018, reproduced",
    "capex.total_2020, reproduced",
    "capex.total_2022, contradicted",
    "capex.total_2024, contradicted",
    "capex.total_2025, contradicted",
    "capex.cumulative, ambiguous",
    "capex.firms, contradicted",
    "capex.coop_2024_low, contradicted",
    "capex.coop_2025_low, reproduced",
    "capex.coop_2025_high, reproduced",
    "capex.dram_for_all, contradicted",
    // A11
    "timelines.pc_lag_low, reproduced",
    "timelines.pc_lag_high, reproduced",
    "timelines.internet_lag_9_low, contradicted",
    "timelines.internet_lag_text, contradicted",
    "timelines.lag_to_dominance, contradicted",
    "timelines.self_sustaining_to, contradicted",
    "timelines.dominance_after_trough, contradicted",
    "timelines.surge_after_crossing, contradicted",
    "timelines.tipping_falsifier, contradicted",
    "timelines.edge_latency, ambiguous",
    // A12, A13, A14
    "calibration.training_revenue, ambiguous",
    "calibration.shared_profit, ambiguous",
    "calibration.ratio_of_two_periods, contradicted",
    "propositions.closed_form_n, reproduced",
    "propositions.closed_form_c, reproduced",
    "propositions.equation_n, reproduced",
    "propositions.equation_c, reproduced",
    "threshold.irreversible, ambiguous",
    "displacement.displacement_ibm, reproduced",
    "displacement.displacement_online, reproduced",
    "displacement.losses, not reproducible",
    "displacement.revenue_peak, contradicted",
    // the derivation
    "propositions.more_output, reproduced",
    "propositions.beyond_four_bounds, contradicted",
    "propositions.more_firms, reproduced",
    "propositions.cost_cut.among_equals, reproduced",
    "propositions.cost_cut.of_the_dearer_of_two, contradicted",
    "propositions.crossing_value.equal_costs, reproduced",
    "propositions.crossing_value.unequal_costs, contradicted",
    "propositions.capacity_lag.until_something_is_built, reproduced",
    "propositions.capacity_lag.for_good, contradicted",
    "propositions.loss_and_firms, ambiguous",
    "propositions.loss_and_distance, ambiguous",
    "quasi_static.coordination_gap.friction_decides, contradicted",
    "quasi_static.aggressive, ambiguous",
    "quasi_static.narrower, contradicted",
    "threshold.hidden_slope, ambiguous",
    "calibration.joint_loss, reproduced",
    "calibration.stored_solutions, reproduced",
    "calibration.third_figure_coop, contradicted",
    "calibration.third_figure_nash, contradicted",
  })
  void theVerdictIs(String name, String verdict) {
    assertEquals(verdict, found(name).get("verdict").textValue(), name);
  }

  @ParameterizedTest
  @CsvSource({
    // A1
    "calibration.coop_time.timing, 17.96, 0.005",
    "calibration.acceleration.timing, 0.788, 0.0005",
    "calibration.loss.of_value, 0.689, 0.0005",
    "calibration.loss.of_flow_profit, 0.252, 0.0005",
    "calibration.ratio.timing_at_start, 2.72, 0.005",
    "calibration.ratio.average_of_the_printed_times, 4.74, 0.005",
    "calibration.ratio.joint_at_start, 4.1339, 0.00005",
    "calibration.ratio.joint_at_crossing, 5.598, 0.0005",
    "calibration.implied_displacement.profit_of_the_industry, 0.049, 0.0005",
    "calibration.implied_displacement.profit_of_one_firm, 0.003, 0.0005",
    "calibration.implied_displacement.profit_of_a_monopoly, 0.096, 0.0005",
    "calibration.scenario_zero, 0.341, 0.00001",
    "calibration.scenario_mid, 0.28, 0.00001",
    "calibration.scenario_high, 0.22, 0.00001",
    "calibration.scenario_times.training_lost, 9.75, 0.005",
    "calibration.scenario_times.training_squeezed, 8.96, 0.005",
    "calibration.scenario_times.training_kept, 8.18, 0.005",
    "calibration.displaced_nash.at_2_percent, 3.8, 0.00005",
    "calibration.displaced_nash.at_5_percent, 3.8, 0.00005",
    "calibration.displaced_nash.at_10_percent, 3.8, 0.00005",
    "calibration.displaced_coop.at_2_percent, 18.9, 0.05",
    "calibration.displaced_coop.at_5_percent, 13.0, 0.05",
    "calibration.displaced_coop.at_10_percent, 10.2, 0.05",
    "calibration.displaced_loss.at_2_percent, 0.600, 0.0005",
    "calibration.displaced_loss.at_5_percent, 0.557, 0.0005",
    "calibration.displaced_loss.at_10_percent, 0.521, 0.0005",
    "calibration.displaced_ratio.at_2_percent, 3.64, 0.005",
    "calibration.displaced_ratio.at_5_percent, 2.59, 0.005",
    "calibration.displaced_ratio.at_10_percent, 2.11, 0.005",
    "calibration.third_figure_coop.at_3_percent, 11.55, 0.005",
    "calibration.third_figure_coop.at_5_percent, 9.88, 0.005",
    "calibration.third_figure_coop.at_10_percent, 8.22, 0.005",
    "calibration.third_figure_nash.at_3_percent, 7.17, 0.005",
    "calibration.third_figure_nash.at_5_percent, 8.56, 0.005",
    "calibration.rescaled_acceleration, 0.793, 0.0005",
    "calibration.rescaled_time, 0.62, 0.005",
    "calibration.loss_with_nothing.near, 0.8, 0.00005",
    "calibration.loss_with_nothing.far, 0.444444, 0.0000005",
    // A2
    "learning.dram_elasticity.nine_rows, 0.746, 0.0005",
    "learning.dram_elasticity.filled_in_to_41_years, 0.779, 0.0005",
    "learning.dram_error.nine_rows, 0.062, 0.0005",
    "learning.dram_error.filled_in_to_41_years, 0.026, 0.0005",
    "learning.dram_fit.nine_rows, 0.953, 0.0005",
    "learning.dram_fit.filled_in_to_41_years, 0.960, 0.0005",
    "learning.dram_parts.end_points, 0.663, 0.0005",
    "learning.dram_parts.from_1990, 0.878, 0.0005",
    "learning.dram_parts.from_2010, 0.430, 0.0005",
    "learning.dram_parts.from_2015, 0.216, 0.0005",
    "learning.dram_local.from_1984, 0.379, 0.0005",
    "learning.dram_local.from_1990, 0.343, 0.0005",
    "learning.dram_local.from_1995, 1.074, 0.0005",
    "learning.dram_local.from_2000, 1.210, 0.0005",
    "learning.dram_local.from_2005, 1.277, 0.0005",
    "learning.dram_local.from_2010, 0.793, 0.0005",
    "learning.dram_local.from_2015, 0.107, 0.0005",
    "learning.dram_local.from_2020, 0.407, 0.0005",
    "learning.dram_price_fall, 74, 0.5",
    "learning.dram_panel, 200.9, 0.05",
    "learning.dram_sales, 8.055, 0.0005",
    // A3
    "learning.hbm_elasticity.end_points_a_year, 0.2303, 0.00005",
    "learning.hbm_elasticity.eight_rows_a_year, 0.202, 0.0005",
    "learning.hbm_elasticity.seven_rows_a_year, 0.202, 0.0005",
    "learning.hbm_elasticity.six_rows_a_year, 0.210, 0.0005",
    "learning.time_to_parity.rate_a_year_from_2025, 3.80, 0.005",
    "learning.time_to_parity.rate_a_year_from_2024, 4.77, 0.005",
    "learning.date_of_parity.from_2024, 2028.8, 0.05",
    "learning.date_of_parity.from_2025, 2028.8, 0.05",
    "learning.hbm_learning_rate, 0.147, 0.0005",
    // A4
    "threshold.threshold_by_error.one_error_less, 429, 0.5",
    "threshold.threshold_by_error.one_error_more, 51.0, 0.05",
    "threshold.threshold_by_target.upper_end, 25.9, 0.05",
    "threshold.output_on_the_way, 18.6, 0.05",
    "threshold.spending_on_the_way, 181, 0.5",
    // A6
    "propositions.unbounded.at_nine_tenths, 0.0344, 0.00005",
    "propositions.unbounded.at_eleven_tenths, -0.0324, 0.00005",
    "propositions.beyond_four_bounds, -0.0777, 0.00005",
    "propositions.shadow_share.at_start, 0.078, 0.0005",
    "propositions.shadow_share.at_crossing, 0.040, 0.0005",
    "propositions.step_2_decay, 1.385, 0.0005",
    // A7
    "quasi_static.drift.through_the_cost_in_2025, 1950, 5",
    "quasi_static.drift.as_the_text_reads_in_2025, 450, 5",
    "quasi_static.drift.through_the_cost_on_average, 169, 0.5",
    "quasi_static.drift.as_the_text_reads_on_average, 39, 0.5",
    "hardware.dominated_by_memory, 22, 0.6",
    "hardware.gap_closes.strix_halo, 2031.96, 0.005",
    "hardware.gap_closes.m3_ultra_at_the_multiple, 2030.08, 0.005",
    // A8
    "hardware.strix_ceiling, 5.375, 0.0005",
    "hardware.oss_rate.weights_alone, 21.5, 0.05",
    "hardware.oss_rate.with_the_stated_overhead, 18.8, 0.05",
    "hardware.oss_active.weights_alone, 13.9, 0.05",
    "hardware.oss_active.with_the_stated_overhead, 12.1, 0.05",
    "hardware.moe_cut.gpt_oss_total_over_active, 5.84, 0.005",
    "hardware.moe_cut.deepseek_total_over_active, 18.1, 0.05",
    "hardware.moe_cut.deepseek_against_70_billions, 1.89, 0.005",
    "hardware.moe_cut.gpt_oss_against_70_billions, 3.5, 0.05",
    "hardware.m3ultra_price.multiple_as_printed, 4950, 0.5",
    // A9
    "workloads.inference_cycles.openai_by_spending_in_2024, 0.286, 0.0005",
    "workloads.market_2030, 108544, 0.5",
    // A10
    "capex.total_2022, 145.1, 0.05",
    "capex.total_2024, 214.2, 0.05",
    "capex.total_2025, 420, 0.5",
    "capex.cumulative.printed_years_alone, 0.968, 0.0005",
    "capex.cumulative.totals_and_straight_lines, 1.352, 0.0005",
    "capex.cumulative.totals_and_constant_growth, 1.342, 0.0005",
    "capex.cumulative.named_and_straight_lines, 1.304, 0.0005",
    "capex.cumulative.named_and_constant_growth, 1.296, 0.0005",
    "capex.coop_2024_low, 57.5, 0.05",
    "capex.coop_2024_high, 76.7, 0.05",
    "capex.dram_for_all, 1.74, 0.005",
    // A13
    "calibration.ratio_of_two_periods, 1.67, 0.005",
    "propositions.self_undermining.scale_of_demand, -0.996, 0.0005",
    "propositions.crossing_value_effect, 0.05, 0.005",
    // A14
    "displacement.displacement_ibm, 0.305, 0.0005",
    "displacement.displacement_online, 0.309, 0.0005",
    "displacement.displacement_rate.ibm_revenue, 0.032, 0.0005",
    // the derivation
    "propositions.cost_cut.of_the_dearer_of_two, -0.000383039, 0.0000000015",
    "propositions.crossing_value.unequal_costs, -0.000215914, 0.0000000015",
    "quasi_static.error_of_time.slow, 0.06, 0.005",
    "quasi_static.error_of_time.moderate, 0.41, 0.005",
    "quasi_static.error_of_time.fast, 0.69, 0.005",
    "quasi_static.error_of_coop_time.slow, 2.4, 0.05",
    "quasi_static.error_of_coop_time.moderate, 8.4, 0.05",
    "quasi_static.error_of_coop_time.fast, 20.7, 0.05",
    "quasi_static.error_of_value.slow, 1.9, 0.05",
    "quasi_static.error_of_value.moderate, 24, 0.5",
    "quasi_static.error_of_value.fast, 90, 0.5",
    "threshold.stiffness.example, 2.638, 0.0005",
    "threshold.stiffness.friction_of_nearly_all, 6377, 0.5",
  })
  void theFigureIs(String name, double figure, double half) {
    assertEquals(figure, found(name).get("computed").doubleValue(), half, name);
  }

  /** What is computed beside the claims, in the definitions that they rest on. */
  @ParameterizedTest
  @CsvSource({
    "propositions, five.reversal, 3.730356, 0.0000005",
    "propositions, two.reversal, 3.931047, 0.0000005",
    "propositions, step_1_limit, 0.2675, 0.00005",
    "propositions, five.competing(10), 0.833, 0.0005",
    "propositions, five.together(10), 0.500, 0.0005",
    "propositions, 'dear.quantity / (1 EB/year)', 0.494957351, 0.0000000005",
    "propositions, 'less_dear.quantity / (1 EB/year)', 0.494574312, 0.0000000005",
    "propositions, 'keeping_nothing.quantity / (1 EB/year)', 0.528800186, 0.0000000005",
    "propositions, 'keeping_some.quantity / (1 EB/year)', 0.528584272, 0.0000000005",
    "propositions, 'keeping_nothing.time / (1 year) - keeping_some.time / (1 year)', 0.036, 0.0005",
    "quasi_static, 'slow.nash.time / (1 year)', 7.17506071865, 0.000000005",
    "quasi_static, 'moderate.nash.time / (1 year)', 5.03009965067, 0.000000005",
    "quasi_static, 'fast.nash.time / (1 year)', 1.98118077404, 0.000000005",
    "calibration, joint.xi, 0.026397, 0.0000005",
    "calibration, joint.sigma, 0.0041372, 0.00000005",
    "calibration, 'joint.r * (1 year)', 0.00862, 0.000005",
    "calibration, kept_at_zero, 0.502, 0.0005",
    "calibration, kept_at_mid, 0.658, 0.0005",
    "calibration, kept_at_high, 0.861, 0.0005",
    "calibration, 'displacement.Displacement.kept', 0.14, 0.005",
    "learning, 'source.s002_dram_alpha^2 * widest / source.s002_dram_r2', 175.6, 0.05",
    "learning, 'min(paid_a_year) / (1 BUSD/year)', 78, 0.5",
    "learning, 'max(paid_a_year) / (1 BUSD/year)', 1611, 0.5",
    "learning, seven.heterogeneity, 1.10, 0.005",
    "learning, seven.closer_by_chance, 0.019, 0.0005",
    "threshold, 'adoption.produced_2025 / (1 EB)', 2.49, 0.005",
    "threshold, multiple, 44.99, 0.005",
    "threshold, 'both.threshold_after(3) / (1 EB)', 0.944, 0.0005",
    "threshold, 'both.threshold_after(6) / (1 EB)', 0.046, 0.0005",
    "threshold, 'both.linear_threshold_after(3) / (1 EB)', 37.3, 0.05",
    "hardware, 'device(4).price_of_bandwidth / (1 USD/(GB/s))', 9.30, 0.005",
    "hardware, 'device(4).price_of_bandwidth_needed / (1 USD/(GB/s))', 1.875, 0.0005",
    "workloads, 'pool.quoted_growth * (1 year)', 0.192, 0.0005",
    "displacement, '(source.s002_ibm_losses - printed_losses) / (1 BUSD)', 4.9, 0.05",
  })
  void theDefinitionIs(String module, String expression, double figure, double half) {
    // what a model adds sees all that the one that it extends has
    String script =
        String.format(
            "import std.audit.%s as audited%nmodel inside extends audited { asked = %s }%n"
                + "show inside.asked",
            module, expression);
    Program program = Tide.builder().build().compile("asked.tide", script);
    assertTrue(program.isSound(), () -> script + program.diagnostics());
    Value value = program.run().shown().get(0).value();
    assertEquals(
        figure, ((QuantityValue) value).quantity().magnitude(), half, () -> module + expression);
  }
}
