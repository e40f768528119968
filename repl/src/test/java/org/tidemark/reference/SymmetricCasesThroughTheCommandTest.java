package org.tidemark.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The high-precision cases of the symmetric game, asked of the command: a script with units in,
 * JSON out. The tolerance is 1e-12 relative where the condition number is under 100 and 1e-14 times
 * it otherwise; about ten roundings separate the script's units from the solver's.
 */
class SymmetricCasesThroughTheCommandTest {
  private static final Path CASES = Path.of("..", "..", "shared", "reference", "cases_public.json");

  private static final Map<String, String> EXPRESSIONS = new LinkedHashMap<>();

  static {
    EXPRESSIONS.put("V_N", "%1$s.nash.value as USD/GB*EB");
    EXPRESSIONS.put("V_C", "%1$s.coop.value as USD/GB*EB");
    EXPRESSIONS.put("Q_N", "%1$s.nash.quantity as EB/year");
    EXPRESSIONS.put("Q_C", "%1$s.coop.quantity as EB/year");
    EXPRESSIONS.put("q_N", "(%1$s.nash.quantity / %1$s.n) as EB/year");
    EXPRESSIONS.put("q_C", "(%1$s.coop.quantity / %1$s.n) as EB/year");
    EXPRESSIONS.put("T_N", "%1$s.nash.time as year");
    EXPRESSIONS.put("T_C", "%1$s.coop.time as year");
    EXPRESSIONS.put("welfare_loss", "value_loss(%1$s.nash, %1$s.coop)");
    EXPRESSIONS.put("Q_N_at0", "%1$s.nash.quantity(0 EB) as EB/year");
    EXPRESSIONS.put("Q_C_at0", "%1$s.coop.quantity(0 EB) as EB/year");
  }

  @Test
  void everyValueOutputTimeAndLoss(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(
        Files.exists(CASES), "skipped: the reference cases are not beside the project");
    JsonNode cases = new ObjectMapper().readTree(CASES.toFile()).get("cases");
    StringBuilder script = new StringBuilder();
    for (JsonNode one : cases) {
      model(script, one);
    }
    Path file = folder.resolve("cases.tide");
    Files.writeString(file, script);
    JsonNode shown = CommandLine.json(file).get("shown");
    Map<String, JsonNode> results = new LinkedHashMap<>();
    shown.forEach(entry -> results.put(entry.get("name").asText(), entry.get("value")));

    List<String> wrong = new ArrayList<>();
    int compared = 0;
    double worst = 0;
    for (JsonNode one : cases) {
      String id = one.get("id").asText();
      for (String key : EXPRESSIONS.keySet()) {
        if (!one.get("expected").has(key)) {
          continue;
        }
        BigDecimal expected = new BigDecimal(one.get("expected").get(key).asText());
        JsonNode value = results.get(id + "_" + key);
        if (value == null || !value.isNumber()) {
          wrong.add(id + " " + key + " has no value");
          continue;
        }
        compared++;
        double condition = one.get("cond").has(key) ? one.get("cond").get(key).asDouble() : 1;
        double relative = condition < 100 ? 1e-12 : 1e-14 * condition;
        double error = value.decimalValue().subtract(expected).abs().doubleValue();
        double scale = Math.abs(expected.doubleValue());
        worst = Math.max(worst, scale == 0 ? 0 : error / scale);
        // an exact zero is met to the rounding of what it is the difference of
        double tolerance = scale == 0 ? 1e-12 : relative * scale;
        if (!(error <= tolerance)) {
          wrong.add(id + " " + key + ": " + value.asText() + " for " + expected);
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(compared > 400, "only " + compared + " numbers were compared");
    System.out.println(
        compared + " numbers of the symmetric game; largest relative error " + worst);
  }

  private static void model(StringBuilder script, JsonNode one) {
    String id = one.get("id").asText();
    script
        .append("model ")
        .append(id)
        .append(" {\n  n = ")
        .append(one.get("N").asText())
        .append("\n  firm f[n] { discount_rate = ")
        .append(one.get("r").asText())
        .append(" / (1 year); continuation_value = ")
        .append(one.get("S").asText())
        .append(" * 1 USD/GB*EB }\n  market m { demand = linear(choke: ")
        .append(one.get("a").asText())
        .append(" USD/GB, slope: ")
        .append(one.get("b").asText())
        .append(" USD/GB/(EB/year)); firms = f; remaining = ")
        .append(one.get("x0").asText())
        .append(" EB }\n  nash = equilibrium(m)\n  coop = cooperative(m)\n}\n");
    EXPRESSIONS.forEach(
        (key, expression) ->
            script
                .append("show ")
                .append(id)
                .append('_')
                .append(key)
                .append(": ")
                .append(String.format(expression, id))
                .append('\n'));
  }
}
