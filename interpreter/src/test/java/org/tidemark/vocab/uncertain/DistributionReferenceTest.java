package org.tidemark.vocab.uncertain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.chance.SharedData;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.Truncated;

/** Against what R computes, for every distribution that the vocabulary can make. */
class DistributionReferenceTest {
  /** The file has fifteen digits, and R's own quantiles are good to about this. */
  private static final double TOLERANCE = 1e-13;

  private static final Pattern TRUNCATED =
      Pattern.compile("truncated\\(Normal\\((.+), (.+?)\\)(?:, lower=(.+?))?(?:, upper=(.+?))?\\)");

  @Test
  void distributionsAreThoseOfR() throws IOException {
    String text = SharedData.read("distributions/continuous.ref.json");
    int compared = 0;
    for (JsonNode entry : new ObjectMapper().readTree(text)) {
      Optional<Distribution> distribution = made(entry);
      if (distribution.isPresent()) {
        compare(entry, distribution.get());
        compared++;
      }
    }
    assertTrue(compared >= 40, compared + " compared");
  }

  private static void compare(JsonNode entry, Distribution distribution) {
    String expression = entry.get("expr").asText();
    for (JsonNode point : entry.get("points")) {
      double x = point.get("x").asDouble();
      double cdf = point.get("cdf").asDouble();
      // how far the fifteen digits of x may move its probability
      double moved = Math.abs(x * point.get("pdf").asDouble()) * TOLERANCE;
      assertEquals(
          cdf, distribution.cumulative(x), TOLERANCE * cdf + moved, expression + " at " + x);
    }
    for (JsonNode quantile : entry.get("quans")) {
      double q = quantile.get("q").asDouble();
      double x = quantile.get("x").asDouble();
      assertEquals(
          x, distribution.quantile(q), 1e-10 * Math.max(1e-3, Math.abs(x)), expression + " " + q);
    }
    JsonNode median = entry.get("properties").get("median");
    if (median != null && median.isNumber()) {
      double middle = median.asDouble();
      assertEquals(
          middle, distribution.median(), 1e-10 * Math.max(1, Math.abs(middle)), expression);
    }
  }

  private static Optional<Distribution> made(JsonNode entry) {
    String expression = entry.get("expr").asText();
    Matcher truncated = TRUNCATED.matcher(expression);
    if (truncated.matches()) {
      double mean = Double.parseDouble(truncated.group(1));
      double sd = Double.parseDouble(truncated.group(2));
      String low = truncated.group(3);
      String high = truncated.group(4);
      return Optional.of(
          new Truncated(
              new Normal(mean, sd),
              low == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(low),
              high == null ? Double.POSITIVE_INFINITY : Double.parseDouble(high)));
    }
    String inside = expression.replaceAll(".*\\(|\\)", "");
    double[] given =
        inside.isEmpty()
            ? new double[0]
            : Arrays.stream(inside.split(", ")).mapToDouble(Double::parseDouble).toArray();
    double first = given.length > 0 ? given[0] : Double.NaN;
    double second = given.length > 1 ? given[1] : Double.NaN;
    return Optional.ofNullable(
        switch (entry.get("dtype").asText()) {
          case "Normal" -> new Normal(given.length > 0 ? first : 0, given.length > 1 ? second : 1);
          case "LogNormal" ->
              new LogNormal(
                  Math.exp(given.length > 0 ? first : 0), given.length > 1 ? second : 1, false);
          case "Uniform" ->
              new Uniform(given.length > 0 ? first : 0, given.length > 1 ? second : 1);
          case "Exponential" -> new Exponential(given.length > 0 ? first : 1);
          case "Beta" -> Scaled.beta(first, second);
          case "Gamma", "Erlang" ->
              Scaled.gamma(given.length > 0 ? first : 1, given.length > 1 ? second : 1);
          case "Chisq" -> Scaled.gamma(first / 2, 2);
          case "TDist" -> Scaled.studentT(first, 0, 1);
          case "TriangularDist" ->
              Scaled.triangular(first, given.length > 2 ? given[2] : (first + second) / 2, second);
          case "SymTriangularDist" -> {
            double centre = given.length > 0 ? first : 0;
            double half = given.length > 1 ? second : 1;
            yield Scaled.triangular(centre - half, centre, centre + half);
          }
          default -> null;
        });
  }
}
