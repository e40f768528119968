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
 * The high-precision derivatives of the symmetric game, asked of the command through {@code
 * sensitivity(…, to: …)}. To 1e-8 of the larger of the derivative and a millionth of the elasticity
 * one, which leaves room for derivatives that vanish.
 */
class SensitivityThroughTheCommandTest {
  private static final Path POINTS =
      Path.of("..", "..", "shared", "reference", "derivs_public.json");

  private static final Map<String, String> ANSWERS = new LinkedHashMap<>();
  private static final Map<String, String> INPUTS = new LinkedHashMap<>();

  static {
    ANSWERS.put("T_N", "nash.time");
    ANSWERS.put("T_C", "coop.time");
    ANSWERS.put("L", "value_loss(%1$s.nash, %1$s.coop)");
    ANSWERS.put("V_N", "nash.value");
    ANSWERS.put("V_C", "coop.value");
    ANSWERS.put("Q_N", "nash.quantity");
    ANSWERS.put("Q_C", "coop.quantity");
    INPUTS.put("a", "gpus.demand.choke");
    INPUTS.put("b", "gpus.demand.slope");
    INPUTS.put("r", "rate");
    INPUTS.put("S", "f[0].continuation_value");
    INPUTS.put("x0", "gpus.remaining");
  }

  @Test
  void everyPartialDerivative(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(
        Files.exists(POINTS), "skipped: the reference cases are not beside the project");
    JsonNode points = new ObjectMapper().readTree(POINTS.toFile()).get("points");
    StringBuilder script = new StringBuilder();
    for (JsonNode point : points) {
      if (!isWhole(point)) {
        // a number of firms that is no whole number has a test of its own below the language
        continue;
      }
      model(script, point);
    }
    Path file = folder.resolve("derivatives.tide");
    Files.writeString(file, script);
    Map<String, JsonNode> results = new LinkedHashMap<>();
    CommandLine.json(file)
        .get("shown")
        .forEach(entry -> results.put(entry.get("name").asText(), entry.get("value")));

    List<String> wrong = new ArrayList<>();
    int compared = 0;
    double worst = 0;
    for (JsonNode point : points) {
      for (String answer : ANSWERS.keySet()) {
        double value = point.get("value").get(answer).asDouble();
        if (!isWhole(point) || value == 0) {
          continue;
        }
        for (String input : INPUTS.keySet()) {
          String name = point.get("id").asText() + "_" + answer + "_" + input;
          JsonNode derivative = point.get("d").get(answer).get(input);
          // shown as an elasticity, which has no unit
          double at = point.get(input).asDouble();
          BigDecimal expected = new BigDecimal(derivative.asText());
          double elasticity = expected.doubleValue() * at / value;
          JsonNode found = results.get(name);
          if (found == null || !found.isNumber()) {
            wrong.add(name + " has no value");
            continue;
          }
          compared++;
          double error = Math.abs(found.asDouble() - elasticity);
          double size = Math.max(Math.abs(elasticity), 1e-6);
          worst = Math.max(worst, error / size);
          if (!(error <= 1e-8 * size)) {
            wrong.add(name + ": " + found.asText() + " for " + elasticity);
          }
          if (!results.get(name + "_method").asText().equals("exact")) {
            wrong.add(name + " is " + results.get(name + "_method").asText());
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(compared >= 90, "only " + compared + " derivatives were compared");
    System.out.println(compared + " elasticities; largest relative error " + worst);
  }

  private static boolean isWhole(JsonNode point) {
    double firms = point.get("N").asDouble();
    return firms == Math.rint(firms);
  }

  private static void model(StringBuilder script, JsonNode point) {
    String id = point.get("id").asText();
    script.append(
        """
        model %s {
          rate = %s /year
          firm f[%d] { discount_rate = rate; continuation_value = %s BUSD }
          market gpus {
            demand = linear(choke: %s USD/GB, slope: %s USD/GB/(EB/year))
            firms = f
            remaining = %s EB
          }
          nash = equilibrium(gpus)
          coop = cooperative(gpus)
        }
        """
            .formatted(
                id,
                point.get("r").asText(),
                (int) point.get("N").asDouble(),
                point.get("S").asText(),
                point.get("a").asText(),
                point.get("b").asText(),
                point.get("x0").asText()));
    ANSWERS.forEach(
        (answer, expression) ->
            INPUTS.forEach(
                (input, path) -> {
                  String asked =
                      expression.contains("%")
                          ? String.format(expression, id)
                          : id + "." + expression;
                  String call = "sensitivity(" + asked + ", to: " + id + "." + path + ")";
                  String name = id + "_" + answer + "_" + input;
                  script.append("show ").append(name).append(": ").append(call);
                  script.append(".elasticity, ").append(name).append("_method: ");
                  script.append(call).append(".method\n");
                }));
  }
}
