package org.tidemark.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tidemark.support.Command;
import org.tidemark.support.Repository;

/**
 * The audit of the essays finds what is known to be wrong with them: the inconsistencies B15 to B21
 * of the list that came with the sources, with their figures.
 */
class EssaysAuditTest {
  private static final List<String> MODULES =
      List.of(
          "std.audit.across",
          "std.audit.aristocracy",
          "std.audit.feudalism",
          "std.audit.inference",
          "std.audit.inflation");

  /**
   * Item, claim with its reading, where it has several, and the figure in a unit. The figure is as
   * the list prints it: half a unit of its last digit is allowed. A power of ten behind it shifts
   * the point and not that digit.
   */
  private static final String FIGURES =
      """
      B15 feudalism.break_even_rented.cheap                    5.475 e9  token/month
      B15 feudalism.break_even_rented.dear                     14.6 e9   token/month
      B15 feudalism.break_even_owned.cheap                     54.9 e9   token/month
      B15 feudalism.break_even_owned.dear                      88.9 e9   token/month
      B15 feudalism.cloud_bill.at_lower_end                    2 e0      USD/month
      B15 feudalism.cloud_bill.at_upper_end                    4 e0      USD/month
      B15 feudalism.implied_price.least                        219 e0    USD/Mtoken
      B15 feudalism.implied_price.most                         1168 e0   USD/Mtoken
      B15 feudalism.self_host_ratio.cheap                      10950 e0  1
      B15 feudalism.self_host_ratio.dear                       29200 e0  1
      B15 feudalism.self_host_ratio_within.lower_end           10 e0     1
      B16 feudalism.first_bill                                 .20 e0    USD/month
      B16 feudalism.first_volume                               500 e6    token/month
      B16 feudalism.second_bill                                10000 e0  USD/month
      B16 feudalism.third_volume                               250 e9    token/month
      B16 feudalism.swing.cheap                                22 e3     USD/month
      B16 feudalism.swing.dear                                 36 e3     USD/month
      B17 inference.elasticity.volume_18_months                .903 e0   1
      B17 inference.elasticity.revenue_18_months               1.903 e0  1
      B17 inference.elasticity.volume_24_months                1.204 e0  1
      B17 inference.elasticity.volume_18_months_threefold      .716 e0   1
      B17 inference.elasticity.revenue_18_months_threefold     1.716 e0  1
      B17 inference.bill_growth.volume_18_months               .862 e0   1
      B17 inference.bill_growth.volume_24_months               1.265 e0  1
      B17 across.market_growth                                 19.2 e-2  1/year
      B17 across.market_2030                                   108544 e0 BUSD/year
      B18 feudalism.price_fall.from_lower_price                75 e0     1
      B18 feudalism.price_fall.from_upper_price                90 e0     1
      B18 feudalism.price_fall_yearly.from_lower_price         76 e-2    1
      B18 feudalism.price_fall_yearly.from_upper_price         78 e-2    1
      B18 feudalism.price_after_fall.from_lower_price          .03 e0    USD/Mtoken
      B18 feudalism.price_after_fall.from_upper_price          .036 e0   USD/Mtoken
      B18 across.yearly_price_fall.paper                       94.7 e0   %
      B18 across.yearly_price_fall.economy_18_months           78.5 e0   %
      B18 across.yearly_price_fall.economy_24_months           68.4 e0   %
      B18 across.price_now                                     .40 e0    USD/Mtoken
      B19 feudalism.announced_sum.lower_ends                   635 e0    BUSD/year
      B19 feudalism.announced_sum.upper_ends                   670 e0    BUSD/year
      B19 feudalism.infrastructure_spending.as_capital_spending 450 e0   BUSD/year
      B19 feudalism.inference_spending                         20.6 e0   BUSD/year
      B19 across.inference_share_2026                          67 e-2    1
      B19 across.infrastructure_growth.totals                  88 e-2    1/year
      B19 across.capex_accelerates.total                       37.6 e-2  1/year
      B20 inference.headline_ratio.money_lower_end             10 e0     1
      B20 inference.headline_ratio.money_upper_end             20 e0     1
      B20 across.lifetime_ratio                                15 e0     1
      B21 feudalism.llama_growth.between_the_counts            2.86 e0   1
      B21 feudalism.task_tokens.cheap                          12.5 e6   token/task
      B21 feudalism.task_tokens.dear                           20 e6     token/task
      B21 feudalism.task_cost                                  .08 e0    USD/task
      B21 feudalism.task_price.cheap                           25 e0     USD/Mtoken
      B21 feudalism.task_price.dear                            40 e0     USD/Mtoken
      B21 feudalism.midjourney_saving                          66.7 e-2  1
      B21 feudalism.trainium_saving.smaller                    23 e-2    1
      B21 feudalism.trainium_saving.larger                     29 e-2    1
      B21 inflation.video_times.cheap                          25 e0     1
      B21 inflation.video_times.dear                           83 e0     1
      B21 inflation.video_premium.cheap                        1.4 e0    1
      B21 inflation.video_premium.dear                         1.9 e0    1
      B21 inflation.agent_times.cheap                          3.3 e0    1
      B21 inflation.agent_times.dear                           16.7 e0   1
      B21 inflation.agent_premium.cheap                        .5 e0     1
      B21 inflation.agent_premium.dear                         1.2 e0    1
      B21 inflation.agent_times_large.cheap                    .07 e0    1
      B21 inflation.agent_times_large.dear                     .33 e0    1
      B21 across.memory_70b.weights_alone                      35 e0     GB
      B21 across.memory_70b.paper                              40 e0     GB
      """;

  /** What the list says of each, in the words of the audit. */
  private static final String VERDICTS =
      """
      feudalism.break_even_rented     contradicted
      feudalism.break_even_sunk       not reproducible
      feudalism.self_host_ratio       contradicted
      feudalism.first_bill            contradicted
      feudalism.second_bill           reproduced
      feudalism.third_bill            contradicted
      inference.elasticity            ambiguous
      feudalism.price_fall            contradicted
      across.price_now_or_less        ambiguous
      feudalism.announced_sum         contradicted
      feudalism.infrastructure_scope  ambiguous
      feudalism.inference_spending    reproduced
      across.infrastructure_growth    contradicted
      across.capex_accelerates        contradicted
      inference.headline_ratio        contradicted
      across.lifetime_ratio           reproduced
      feudalism.llama_growth          contradicted
      across.downloads                ambiguous
      feudalism.midjourney_saving     reproduced
      inflation.video_premium         reproduced
      inflation.agent_premium         ambiguous
      aristocracy.tenfold_fall        reproduced
      across.specialists              ambiguous
      feudalism.window_begin          reproduced
      feudalism.window_end            contradicted
      across.memory_70b               ambiguous
      """;

  private static final Map<String, JsonNode> claims = new TreeMap<>();

  @BeforeAll
  static void audit() throws IOException {
    List<String> words = new ArrayList<>(List.of("audit", "--json"));
    words.addAll(MODULES);
    Command.Result result = Command.run(Repository.TOP, words.toArray(new String[0]));
    assertEquals(0, result.status(), result::toString);
    for (JsonNode claim : new ObjectMapper().readTree(result.out()).get("claims")) {
      String module = claim.get("module").textValue().substring("std.audit.".length());
      claims.put(module + "." + claim.get("id").textValue(), claim);
    }
  }

  /** Every item has claims, and the list of figures leaves none out. */
  @Test
  void everyInconsistencyHasClaims() {
    TreeSet<String> items =
        claims.values().stream()
            .map(claim -> claim.get("item").asText())
            .filter(item -> item.startsWith("B"))
            .collect(Collectors.toCollection(TreeSet::new));
    TreeSet<String> expected =
        new TreeSet<>(List.of("B15", "B16", "B17", "B18", "B19", "B20", "B21"));
    assertEquals(expected, items);
    assertEquals(
        expected,
        FIGURES.lines().map(line -> line.substring(0, 3)).collect(Collectors.toSet()),
        "items with figures");
  }

  @Test
  void figuresAgree() {
    List<String> wrong = new ArrayList<>();
    for (String line : FIGURES.lines().toList()) {
      String[] words = line.trim().split(" +");
      String[] path = words[1].split("\\.");
      JsonNode claim = claims.get(path[0] + "." + path[1]);
      BigDecimal shift = new BigDecimal("1" + words[3]);
      double figure = new BigDecimal(words[2]).multiply(shift).doubleValue();
      double allowed = new BigDecimal(words[2]).ulp().multiply(shift).doubleValue() * (0.5 + 1e-9);
      double computed = computed(claim, path.length > 2 ? path[2] : null);
      String unit = claim.get("unit").textValue();
      if (!claim.get("item").asText().equals(words[0])
          || !unit.equals(words[4])
          || !(Math.abs(computed - figure) <= allowed)) {
        wrong.add(line + ": " + claim.get("item") + " " + computed + " " + unit);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static double computed(JsonNode claim, String reading) {
    if (reading == null) {
      return claim.get("computed").asDouble(Double.NaN);
    }
    for (JsonNode each : claim.get("readings")) {
      if (each.get("name").textValue().equals(reading)) {
        return each.get("computed").asDouble(Double.NaN);
      }
    }
    throw new AssertionError("no reading " + reading + " in " + claim);
  }

  /** The break-even is a thousand times off, which is a ratio that no claim states. */
  @Test
  void theBreakEvenIsAThousandTimesOff() {
    JsonNode claim = claims.get("feudalism.break_even_rented");
    double low = computed(claim, "cheap") / claim.get("reported").get(0).doubleValue();
    double high = computed(claim, "dear") / claim.get("reported").get(1).doubleValue();
    assertEquals(1095, low, 0.5);
    assertEquals(1460, high, 0.5);
  }

  /** A claim that cannot be computed names what is missing; the figure in it is what is wanted. */
  @Test
  void whatCannotBeComputedSaysWhatIsMissing() {
    JsonNode claim = claims.get("feudalism.cards_in_time");
    assertEquals("not reproducible", claim.get("verdict").textValue());
    assertEquals("cards_make", claim.get("needs").get(0).get("name").textValue());
    assertEquals(2083, claim.get("reported").get(0).doubleValue(), 0.5);
    assertEquals(5556, claim.get("reported").get(1).doubleValue(), 0.5);
    for (JsonNode each : claims.values()) {
      if (each.get("verdict").textValue().equals("not reproducible")) {
        assertTrue(each.get("needs").size() > 0, each::toString);
      }
    }
  }

  @Test
  void verdictsAgree() {
    Map<String, String> expected = new TreeMap<>();
    VERDICTS.lines().map(line -> line.split(" +", 2)).forEach(w -> expected.put(w[0], w[1]));
    Map<String, String> found = new TreeMap<>();
    expected.keySet().forEach(id -> found.put(id, claims.get(id).get("verdict").textValue()));
    assertEquals(expected, found);
  }

  /** What a claim checks is a row of the sources, and every claim checks one. */
  @Test
  void rowsAreThoseOfTheSources() {
    TreeSet<String> rows =
        LibrarySource.read().modules().stream()
            .filter(module -> module.name().startsWith("std.sources."))
            .flatMap(module -> module.members().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> wrong = new ArrayList<>();
    claims.forEach(
        (id, claim) -> {
          if (claim.get("rows").isEmpty()) {
            wrong.add(id + " checks nothing");
          }
          for (JsonNode row : claim.get("rows")) {
            if (!rows.contains(row.textValue().replace('-', '_'))) {
              wrong.add(id + " checks " + row + ", which there is not");
            }
          }
        });
    assertEquals(List.of(), wrong);
  }
}
