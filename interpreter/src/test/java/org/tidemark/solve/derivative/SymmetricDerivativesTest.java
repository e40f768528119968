package org.tidemark.solve.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.SharedReference;
import org.tidemark.solve.SymmetricGame;
import org.tidemark.solve.WelfareLoss;

class SymmetricDerivativesTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "a", "choke",
          "b", "slope",
          "r", "discountRate",
          "S", "continuationValue",
          "x0", "distance",
          "N", "firms",
          "I", "depletion");

  private static Gradient named(SymmetricDerivatives derivatives, String output) {
    return switch (output) {
      case "T_N" -> derivatives.nash().time();
      case "T_C" -> derivatives.cooperative().time();
      case "L" -> derivatives.loss();
      case "V_N" -> derivatives.nash().value();
      case "V_C" -> derivatives.cooperative().value();
      case "Q_N" -> derivatives.nash().aggregateOutput();
      case "Q_C" -> derivatives.cooperative().aggregateOutput();
      default -> throw new IllegalArgumentException(output);
    };
  }

  @Test
  void referencePoints() {
    List<String> wrong = new ArrayList<>();
    for (JsonNode point : SharedReference.read("derivs_public.json").get("points")) {
      SymmetricDerivatives derivatives =
          SymmetricDerivatives.of(
              point.get("N").asDouble(),
              point.get("a").asDouble(),
              point.get("b").asDouble(),
              point.get("r").asDouble(),
              point.get("S").asDouble(),
              point.get("x0").asDouble());
      point
          .get("d")
          .properties()
          .forEach(
              output -> {
                Gradient gradient = named(derivatives, output.getKey());
                Map<String, Double> partials = gradient.byInput();
                output
                    .getValue()
                    .properties()
                    .forEach(
                        partial -> {
                          double expected = partial.getValue().asDouble();
                          double found = partials.get(NAMES.get(partial.getKey()));
                          double error =
                              Math.abs(found - expected)
                                  / (expected == 0 ? 1e-2 : Math.abs(expected));
                          if (!(error <= 1e-13)) {
                            wrong.add(
                                "%s d%s/d%s: %s, expected %s, off by %.2g"
                                    .formatted(
                                        point.get("id").asText(),
                                        output.getKey(),
                                        partial.getKey(),
                                        found,
                                        expected,
                                        error));
                          }
                        });
              });
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  /** Homogeneity: a quantity of degree p, q, s in the units of money, output and time. */
  @Property(tries = 400)
  void eulerIdentities(
      @ForAll @DoubleRange(min = 1, max = 30) double firms,
      @ForAll @DoubleRange(min = -3, max = 1.3) double logXi,
      @ForAll @DoubleRange(min = 0.01, max = 1) double terminal) {
    double a = 7.5;
    double b = 0.4;
    double r = 0.06;
    double worth = a * a / (b * r * (firms + 1) * (firms + 1)) * terminal;
    double x = StrictMath.pow(10, logXi) * a / (b * r);
    SymmetricDerivatives derivatives = SymmetricDerivatives.of(firms, a, b, r, worth, x);
    for (SymmetricDerivatives.Outcome outcome :
        List.of(derivatives.nash(), derivatives.cooperative(), derivatives.planner())) {
      Gradient time = outcome.time();
      // money, output, time
      euler(0, a * time.choke(), b * time.slope(), worth * time.continuationValue());
      euler(0, x * time.distance(), -b * time.slope(), worth * time.continuationValue());
      euler(time.value(), -r * time.discountRate(), b * time.slope());
      Gradient value = outcome.value();
      euler(value.value(), a * value.choke(), b * value.slope(), worth * value.continuationValue());
      Gradient quantity = outcome.aggregateOutput();
      euler(0, a * quantity.choke(), b * quantity.slope(), worth * quantity.continuationValue());
      euler(1, quantity.value() * time.distance());
      Gradient price = outcome.price();
      euler(price.value(), a * price.choke(), b * price.slope(), worth * price.continuationValue());
    }
    Gradient loss = derivatives.loss();
    euler(0, a * loss.choke(), b * loss.slope(), worth * loss.continuationValue());
  }

  private static void euler(double sum, double... terms) {
    double total = 0;
    double size = Math.abs(sum);
    for (double term : terms) {
      total += term;
      size = Math.max(size, Math.abs(term));
    }
    assertEquals(sum, total, 2e-13 * size);
  }

  /** Against differences of the outcomes that the classes of the game compute by themselves. */
  @Property(tries = 60)
  void agreeWithDifferences(
      @ForAll @net.jqwik.api.constraints.IntRange(min = 2, max = 9) int firms,
      @ForAll @DoubleRange(min = -2, max = 0.7) double logXi,
      @ForAll @DoubleRange(min = 0.05, max = 1) double terminal) {
    double a = 7.5;
    double b = 0.4;
    double r = 0.06;
    double bound = new SymmetricGame(firms, a, b, r, 0).nashBound();
    double x = StrictMath.pow(10, logXi) * a / (b * r);
    SymmetricDerivatives derivatives =
        SymmetricDerivatives.of(new SymmetricGame(firms, a, b, r, terminal * bound), x);
    double h = 1e-5 * r;
    SymmetricGame over = new SymmetricGame(firms, a, b, r + h, terminal * bound);
    SymmetricGame under = new SymmetricGame(firms, a, b, r - h, terminal * bound);
    var up = over.plannerOutcome().at(x);
    var down = under.plannerOutcome().at(x);
    close(
        (up.value() - down.value()) / (2 * h),
        derivatives.planner().value().discountRate(),
        up.value() / r);
    close(
        (up.timeToCrossing() - down.timeToCrossing()) / (2 * h),
        derivatives.planner().time().discountRate(),
        up.timeToCrossing() / r);
    close(
        (up.aggregateOutput() - down.aggregateOutput()) / (2 * h),
        derivatives.planner().aggregateOutput().discountRate(),
        up.aggregateOutput() / r);
    close((loss(over, x) - loss(under, x)) / (2 * h), derivatives.loss().discountRate(), 1 / r);
  }

  private static double loss(SymmetricGame game, double x) {
    return WelfareLoss.of(game.markovPerfectEquilibrium(), game.cooperativeOutcome(), x);
  }

  private static void close(double difference, double derivative, double size) {
    assertEquals(difference, derivative, 1e-8 * size);
  }

  @Test
  void nothingIsEverUndefined() {
    for (double firms : new double[] {1, 1.5, 2, 40}) {
      for (double terminal : new double[] {0, 1e-9, 5, 1e4}) {
        for (double x : new double[] {0, 1e-12, 3, 1e9}) {
          SymmetricDerivatives derivatives =
              SymmetricDerivatives.of(firms, 10, 1, 0.05, terminal, x);
          for (SymmetricDerivatives.Outcome outcome :
              List.of(derivatives.nash(), derivatives.cooperative(), derivatives.planner())) {
            for (Gradient gradient :
                List.of(
                    outcome.time(),
                    outcome.value(),
                    outcome.aggregateOutput(),
                    outcome.output(),
                    outcome.price(),
                    derivatives.loss())) {
              gradient
                  .byInput()
                  .forEach(
                      (input, partial) ->
                          assertTrue(
                              !partial.isNaN(),
                              () ->
                                  input + " of " + gradient + " at " + firms + ", " + terminal
                                      + ", " + x));
            }
          }
        }
      }
    }
  }
}
