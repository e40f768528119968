package org.tidemark.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
 * The reference cases of adoption, its threshold, its lag and of times to a threshold, asked of the
 * command: processes and crossings in, JSON out, each to 1e-9 relative.
 */
class ProcessCasesThroughTheCommandTest {
  private static final Path CASES = Path.of("..", "..", "shared", "reference", "gmap.json");
  private static final double RELATIVE = 1e-9;

  private final StringBuilder script = new StringBuilder("import std.adoption\n");
  private final Map<String, String> expected = new LinkedHashMap<>();
  private int models;

  @Test
  void thresholdsPathsTimesAndLags(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(
        Files.exists(CASES), "skipped: the reference cases are not beside the project");
    JsonNode cases = new ObjectMapper().readTree(CASES.toFile());
    cases.get("qbar_star").forEach(this::threshold);
    cases.get("adoption").forEach(this::adoption);
    cases.get("time_to_threshold").forEach(this::time);
    cases.get("lag").forEach(this::lag);
    Path file = folder.resolve("cases.tide");
    Files.writeString(file, script);
    Map<String, JsonNode> results = new LinkedHashMap<>();
    CommandLine.json(file)
        .get("shown")
        .forEach(entry -> results.put(entry.get("name").asText(), entry.get("value")));

    List<String> wrong = new ArrayList<>();
    double worst = 0;
    for (Map.Entry<String, String> each : expected.entrySet()) {
      JsonNode value = results.get(each.getKey());
      if (each.getValue().startsWith("Infinity")) {
        if (value == null || !value.isNull()) {
          wrong.add(each.getKey() + ": " + value + " for never");
        }
        continue;
      }
      double wanted = Double.parseDouble(each.getValue());
      double error = value == null ? Double.NaN : Math.abs(value.asDouble() / wanted - 1);
      worst = Math.max(worst, error);
      if (!(error <= RELATIVE)) {
        wrong.add(each.getKey() + ": " + value + " for " + wanted);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(expected.size() > 50, "only " + expected.size() + " numbers were compared");
    System.out.println(expected.size() + " numbers of processes; largest relative error " + worst);
  }

  private void threshold(JsonNode one) {
    show(
        String.format(
            "adoption.production_threshold(%s EB, %s USD/GB, %s, %s /year, %s /year, %s,"
                + " %s USD/GB) as EB",
            text(one, "Qbar"),
            text(one, "cstar"),
            text(one, "alpha"),
            text(one, "kappa"),
            text(one, "mu"),
            text(one, "gamma"),
            text(one, "lam")),
        text(one, "Qbar_star"));
  }

  private void adoption(JsonNode one) {
    String model =
        model(
            String.format(
                "adoption.Adoption with { telling = %s /year, reach = %s, friction = %s /year,"
                    + " leaving = %s /year, first_share = %s, span = 20000 year }",
                text(one, "beta"),
                text(one, "gamma"),
                text(one, "kappa"),
                text(one, "mu"),
                text(one, "s0")));
    show(model + ".R0", text(one, "R0"));
    for (JsonNode point : one.get("path")) {
      show(
          model + ".adoption.share(" + Double.parseDouble(text(point, "t")) + " year) as 1",
          text(point, "s"));
    }
    if (!one.get("half_time").isNull()) {
      show(model + ".half.time as year", text(one.get("half_time"), "t"));
    }
  }

  private void time(JsonNode one) {
    String name = "growth" + models++;
    script.append(
        String.format(
            """
            curve c_%1$s = wright(cost: %2$s USD/GB, at: %3$s EB, elasticity: alpha_%1$s)
            param alpha_%1$s = %4$s @assumed("a case")
            process %1$s {
              state made = %3$s EB
              state output = %5$s EB/year
              der made = output
              der output = %6$s /year * output
              drives = c_%1$s; produced = made
              let cost = c_%1$s
              horizon = 200 year
            }
            crossing x_%1$s when %1$s.cost <= %7$s USD/GB
            """,
            name,
            text(one, "c0"),
            text(one, "Q0"),
            text(one, "alpha"),
            text(one, "q0"),
            text(one, "g"),
            text(one, "cstar")));
    show("x_" + name + ".time as year", text(one, "t"));
  }

  private void lag(JsonNode one) {
    String model =
        model(
            String.format(
                "adoption.CoordinationLag with { produced = %s EB, growth = %s /year, parity = %s"
                    + " EB, elasticity = %s, friction = %s /year, least_friction = %s /year,"
                    + " compression = %s year, leaving = %s /year, reach = %s, latency = %s USD/GB,"
                    + " target = %s USD/GB }",
                text(one, "Q0"),
                text(one, "g"),
                text(one, "Qbar"),
                text(one, "alpha"),
                text(one, "kappa0"),
                text(one, "kappa_inf"),
                text(one, "tau"),
                text(one, "mu"),
                text(one, "gamma"),
                text(one, "lam"),
                text(one, "cstar")));
    show(model + ".hardware.time as year", text(one, "t_hardware"));
    show(model + ".sustained.time as year", text(one, "t_R0"));
    show(model + ".lag as year", text(one, "lag"));
  }

  private static String text(JsonNode one, String key) {
    return one.get(key).asText();
  }

  private String model(String expression) {
    String name = "model" + models++;
    script.append(name).append(" = ").append(expression).append('\n');
    return name;
  }

  private void show(String expression, String value) {
    String name = "n" + expected.size();
    expected.put(name, value);
    script.append("show ").append(name).append(": ").append(expression).append('\n');
  }
}
