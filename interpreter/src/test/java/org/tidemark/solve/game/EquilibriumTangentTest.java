package org.tidemark.solve.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.SymmetricGame;
import org.tidemark.solve.derivative.Gradient;
import org.tidemark.solve.derivative.SymmetricDerivatives;

/** Derivatives of equilibria along a direction: against differences, and against closed forms. */
class EquilibriumTangentTest {
  private static final double[] STENCIL = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};

  private record Inputs(double choke, double fall, double distance, List<Firm> firms) {
    Inputs moved(EquilibriumTangent.Direction d, double by) {
      List<Firm> all = new ArrayList<>();
      for (int i = 0; i < firms.size(); i++) {
        Firm firm = firms.get(i);
        EquilibriumTangent.FirmMove move = d.firms().get(i);
        all.add(
            new Firm(
                MarginalCost.of(firm.cost().at(0) + by * move.cost()),
                firm.capacity() + by * move.capacity(),
                firm.discountRate() + by * move.discountRate(),
                firm.continuationValue() + by * move.continuationValue()));
      }
      return new Inputs(
          choke + by * d.choke(), fall + by * d.fall(), distance + by * d.distance(), all);
    }

    GameSolution solve() {
      return new UnequalGame(InverseDemand.linear(choke, fall), firms).markovPerfectEquilibrium();
    }

    double[] answers() {
      MarketOutcome out = solve().at(distance);
      double[] all = new double[3 + 2 * firms.size()];
      all[0] = out.quantity();
      all[1] = out.price();
      all[2] = out.timeToCrossing();
      for (int i = 0; i < firms.size(); i++) {
        all[3 + 2 * i] = out.firms().get(i).value();
        all[4 + 2 * i] = out.firms().get(i).quantity();
      }
      return all;
    }
  }

  private static double[] flat(EquilibriumTangent.Motion motion) {
    double[] all = new double[3 + 2 * motion.values().length];
    all[0] = motion.quantity();
    all[1] = motion.price();
    all[2] = motion.time();
    for (int i = 0; i < motion.values().length; i++) {
      all[3 + 2 * i] = motion.values()[i];
      all[4 + 2 * i] = motion.outputs()[i];
    }
    return all;
  }

  @Test
  void agreesWithDifferencesOfOrderEight() {
    Random random = new Random(7);
    int compared = 0;
    for (int trial = 0; trial < 120; trial++) {
      int n = 1 + random.nextInt(5);
      List<Firm> firms = new ArrayList<>();
      List<EquilibriumTangent.FirmMove> moves = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        boolean capped = random.nextInt(3) == 0;
        firms.add(
            new Firm(
                MarginalCost.of(4 * random.nextDouble()),
                capped ? 1 + 3 * random.nextDouble() : Firm.UNLIMITED,
                0.03 + 0.05 * random.nextDouble(),
                5 + 20 * random.nextDouble()));
        moves.add(
            new EquilibriumTangent.FirmMove(
                random.nextGaussian(),
                capped ? random.nextGaussian() : 0,
                0.01 * random.nextGaussian(),
                random.nextGaussian()));
      }
      Inputs inputs = new Inputs(10, 1, 20 + 80 * random.nextDouble(), firms);
      EquilibriumTangent.Direction direction =
          new EquilibriumTangent.Direction(
              random.nextGaussian(), 0.1 * random.nextGaussian(), random.nextGaussian(), moves);
      double[] exact =
          flat(EquilibriumTangent.of(inputs.solve(), direction, inputs.distance()).orElseThrow());
      double[] there = inputs.answers();
      double[] wide = differences(inputs, direction, 1.0 / 256);
      double[] narrow = differences(inputs, direction, 1.0 / 512);
      for (int i = 0; i < exact.length; i++) {
        // a firm that switches within the stencil shows in differences that disagree
        if (Math.abs(wide[i] - narrow[i]) < 1e-9 * (1 + Math.abs(there[i]))) {
          compared++;
          assertEquals(
              narrow[i],
              exact[i],
              1e-8 * (Math.abs(there[i]) + Math.abs(exact[i])),
              "case " + trial);
        }
      }
    }
    assertTrue(compared > 600, "only " + compared + " derivatives could be compared");
  }

  private static double[] differences(
      Inputs inputs, EquilibriumTangent.Direction direction, double step) {
    double[] sum = new double[inputs.answers().length];
    for (int k = 1; k <= STENCIL.length; k++) {
      double[] up = inputs.moved(direction, k * step).answers();
      double[] down = inputs.moved(direction, -k * step).answers();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += STENCIL[k - 1] * (up[i] - down[i]) / step;
      }
    }
    return sum;
  }

  @Test
  void alikeFirmsGiveTheClosedFormsDerivatives() {
    double x = 60;
    SymmetricDerivatives closed =
        SymmetricDerivatives.of(new SymmetricGame(5, 10, 1, 0.05, 8.275), x);
    List<Firm> firms = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      firms.add(Firm.of(0, 0.05, 8.275));
    }
    GameSolution solution =
        new UnequalGame(InverseDemand.linear(10, 1), firms).markovPerfectEquilibrium();
    Gradient time = closed.nash().time();
    assertEquals(time.choke(), along(solution, 1, 0, 0, 0, 0, x).time(), 1e-11);
    assertEquals(time.slope(), along(solution, 0, 1, 0, 0, 0, x).time(), 1e-10);
    assertEquals(time.distance(), along(solution, 0, 0, 1, 0, 0, x).time(), 1e-12);
    assertEquals(time.discountRate(), along(solution, 0, 0, 0, 1, 0, x).time(), 1e-10);
    assertEquals(time.continuationValue(), along(solution, 0, 0, 0, 0, 1, x).time(), 1e-12);
    assertEquals(
        closed.nash().value().discountRate(), along(solution, 0, 0, 0, 1, 0, x).values()[2], 1e-8);
  }

  private static EquilibriumTangent.Motion along(
      GameSolution solution, double a, double b, double dx, double r, double s, double x) {
    List<EquilibriumTangent.FirmMove> moves = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      moves.add(new EquilibriumTangent.FirmMove(0, 0, r, s));
    }
    Optional<EquilibriumTangent.Motion> motion =
        EquilibriumTangent.of(solution, new EquilibriumTangent.Direction(a, b, dx, moves), x);
    return motion.orElseThrow();
  }
}
