package org.tidemark.solve.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.OutcomeAtDistance;
import org.tidemark.solve.PresentValues;
import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.solve.SymmetricGame;

/** What must hold of games of unequal firms, and what the papers say that does not. */
class UnequalGameTest {
  private static final double CLOSE = 1e-11;
  private static final InverseDemand UNIT = InverseDemand.linear(1, 1);

  private static UnequalGame duopoly(double cost, double worth) {
    return new UnequalGame(UNIT, List.of(Firm.of(cost, 1, worth), Firm.of(0, 1, 0)));
  }

  // ---- agreement with the closed forms

  @Provide
  Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(1, 30);
  }

  @Provide
  Arbitrary<Double> shares() {
    return Arbitraries.oneOf(Arbitraries.of(0.0, 1.0, 2.5), Arbitraries.doubles().between(0, 3));
  }

  @Property(tries = 60)
  void symmetricInputGivesTheClosedForms(
      @ForAll("numbers") int number, @ForAll("shares") double share, @ForAll("shares") double far) {
    SymmetricGame free = new SymmetricGame(number, 30, 0.6, 0.05, 0);
    SymmetricGame symmetric = free.withContinuationValue(share * free.nashBound());
    UnequalGame game =
        new UnequalGame(
            InverseDemand.linear(32, 0.6),
            Collections.nCopies(number, Firm.of(2, 0.05, symmetric.continuationValue())));
    double x = (0.01 + far) * 1000;
    agree(symmetric.markovPerfectEquilibrium(), game.markovPerfectEquilibrium(), x);
    agree(symmetric.cooperativeOutcome(), game.cooperativeOutcome(), x);
    agree(symmetric.plannerOutcome(), game.plannerOutcome(), x);
  }

  private static void agree(RemainingDistanceSolution closed, GameSolution solved, double x) {
    String what = solved.method() + " of " + closed.game() + " at " + x;
    OutcomeAtDistance expected = closed.at(x);
    MarketOutcome at = solved.at(x);
    assertEquals(1, at.quantity() / expected.aggregateOutput(), CLOSE, what);
    assertEquals(1, at.firms().get(0).value() / expected.value(), CLOSE, what);
    assertEquals(1, at.timeToCrossing() / expected.timeToCrossing(), CLOSE, what);
    assertEquals(32, at.price() - expected.price() + 30, CLOSE * 30, what);
    assertEquals(expected.marginalValue(), at.firms().get(0).shadowPrice(), CLOSE * 30, what);
    PresentValues values = solved.presentValues(x);
    PresentValues wanted = closed.presentValues(x);
    assertEquals(1, values.consumerSurplus() / wanted.consumerSurplus(), CLOSE, what);
    double size = Math.abs(wanted.profit()) + wanted.continuation();
    assertEquals(wanted.profit(), values.profit(), CLOSE * size, what);
    assertTrue(solved.residual(x) < 1e-10, what + solved.residual(x));
    double time = expected.timeToCrossing() / 3;
    assertEquals(1, solved.distanceCrossedIn(time) / closed.distanceCrossedIn(time), CLOSE, what);
  }

  @Test
  void whoNeverProducesChangesNothing() {
    List<Firm> firms = new ArrayList<>(Collections.nCopies(2, Firm.of(0, 1, 0.01)));
    double alone = new UnequalGame(UNIT, firms).markovPerfectEquilibrium().timeToCrossing(2);
    firms.add(Firm.of(1.5, 1, 0));
    GameSolution together = new UnequalGame(UNIT, firms).markovPerfectEquilibrium();
    assertEquals(alone, together.timeToCrossing(2), 1e-14);
    assertEquals(Activity.SHUT_DOWN, together.at(2).firms().get(2).activity());
  }

  // ---- the working paper's corollaries

  /** Equal costs, all inside: q_j - q_i = (r/a)(S_j - S_i) e^(-b r x/a), aggregate by mean S. */
  @Property(tries = 100)
  void corollaryTwoStarHoldsWithEqualCosts(
      @ForAll("shares") double one, @ForAll("shares") double other, @ForAll("shares") double far) {
    double bound = new SymmetricGame(2, 1, 1, 1, 0).nashBound();
    List<Firm> firms = List.of(Firm.of(0, 1, one * bound / 3), Firm.of(0, 1, other * bound / 3));
    GameSolution solved = new UnequalGame(UNIT, firms).markovPerfectEquilibrium();
    SymmetricGame mean = new SymmetricGame(2, 1, 1, 1, (one + other) * bound / 6);
    MarketOutcome at = solved.at(far);
    assertEquals(
        (other - one) * bound / 3 * Math.exp(-far),
        at.firms().get(1).quantity() - at.firms().get(0).quantity(),
        1e-13);
    assertEquals(mean.markovPerfectEquilibrium().aggregateOutput(far), at.quantity(), 1e-13);
  }

  @Test
  void corollaryTwoFailsWithAFirmAtACorner() {
    GameSolution dear = duopoly(0.55, 0).markovPerfectEquilibrium();
    GameSolution cheaper = duopoly(0.54, 0).markovPerfectEquilibrium();
    assertEquals(0.494957351, dear.at(2).quantity(), 5e-10);
    assertEquals(0.494574312, cheaper.at(2).quantity(), 5e-10);
    assertEquals(Activity.SHUT_DOWN, dear.at(2).firms().get(0).activity());
    assertEquals(Activity.INTERIOR, dear.at(0).firms().get(0).activity());
    assertTrue(
        cheaper.timeToCrossing(2) < dear.timeToCrossing(2), "the crossing still comes earlier");
  }

  @Test
  void corollaryTwoStarFailsWithUnequalCosts() {
    GameSolution without = duopoly(0.4, 0).markovPerfectEquilibrium();
    GameSolution with = duopoly(0.4, 0.02).markovPerfectEquilibrium();
    assertEquals(0.528800186, without.at(2).quantity(), 5e-10);
    assertEquals(0.528584272, with.at(2).quantity(), 5e-10);
    assertTrue(with.at(1.5).quantity() < without.at(1.5).quantity());
    assertEquals(-0.036, with.timeToCrossing(2) - without.timeToCrossing(2), 5e-4);
  }

  // ---- the firms together, and society

  @Test
  void togetherTheCheapestProduceFirst() {
    UnequalGame game =
        new UnequalGame(
            InverseDemand.linear(10, 1),
            List.of(
                Firm.of(1, 0.05, 8).withCapacity(1.5),
                Firm.of(3, 0.05, 0).withCapacity(1),
                Firm.of(5, 0.05, 3),
                Firm.of(12, 0.05, 0)));
    for (GameSolution solved : List.of(game.cooperativeOutcome(), game.plannerOutcome())) {
      List<RegimeSwitch> switches = solved.switches(400);
      assertTrue(switches.size() >= 2, switches.toString());
      assertTrue(solved.residual(400) < 1e-10, "residual " + solved.residual(400));
      assertTrue(solved.errorEstimate(400) < 1e-11, "error " + solved.errorEstimate(400));
      MarketOutcome at = solved.at(400);
      assertEquals(1.5, at.firms().get(0).quantity());
      assertEquals(0, at.firms().get(3).quantity());
      assertEquals(
          at.quantity(), at.firms().stream().mapToDouble(FirmOutcome::quantity).sum(), 1e-13);
    }
    double joint = game.cooperativeOutcome().at(60).industryValue();
    assertTrue(joint > game.markovPerfectEquilibrium().at(60).industryValue());
    assertTrue(joint > game.plannerOutcome().at(60).industryValue());
    double society = game.plannerOutcome().presentValues(60).totalSurplus();
    assertTrue(society > game.cooperativeOutcome().presentValues(60).totalSurplus());
    assertTrue(society > game.markovPerfectEquilibrium().presentValues(60).totalSurplus());
  }

  @Test
  void oneWithoutRivalsIsItsOwnCooperative() {
    for (double cap : new double[] {0.01, 2, Firm.UNLIMITED}) {
      UnequalGame game =
          new UnequalGame(
              InverseDemand.linear(10, 1), List.of(Firm.of(1, 0.05, 0).withCapacity(cap)));
      MarketOutcome alone = game.markovPerfectEquilibrium().at(50);
      MarketOutcome owned = game.cooperativeOutcome().at(50);
      assertEquals(1, alone.quantity() / owned.quantity(), CLOSE);
      assertEquals(1, alone.industryValue() / owned.industryValue(), CLOSE);
      assertEquals(1, alone.timeToCrossing() / owned.timeToCrossing(), CLOSE);
    }
  }

  // ---- other demands, moving costs, own discount rates

  @Test
  void aDemandKnownByItsValuesGivesTheSame() {
    InverseDemand law = InverseDemand.isoelastic(10, 1, 1.5);
    InverseDemand values = InverseDemand.numeric(q -> 10 * Math.pow(q, -1 / 1.5), 1);
    List<Firm> firms =
        List.of(Firm.of(2, 0.05, 4), Firm.of(3, 0.07, 2).withCapacity(0.8), Firm.of(2.5, 0.05, 0));
    GameSolution exact = new UnequalGame(law, firms).markovPerfectEquilibrium();
    GameSolution differenced = new UnequalGame(values, firms).markovPerfectEquilibrium();
    MarketOutcome one = exact.at(20);
    MarketOutcome other = differenced.at(20);
    assertEquals(1, other.quantity() / one.quantity(), 1e-9);
    assertEquals(1, other.timeToCrossing() / one.timeToCrossing(), 1e-9);
    assertTrue(exact.residual(20) < 1e-10, "residual " + exact.residual(20));
    assertTrue(exact.errorEstimate(20) < 1e-11, "error " + exact.errorEstimate(20));
    assertTrue(one.firms().get(0).value() > one.firms().get(2).value());
  }

  @Test
  void anInelasticMonopolistHasNoBestReply() {
    UnequalGame game =
        new UnequalGame(InverseDemand.isoelastic(10, 1, 0.8), List.of(Firm.of(2, 0.05, 4)));
    NoEquilibrium refused = assertThrows(NoEquilibrium.class, game::cooperativeOutcome);
    assertTrue(refused.reason().contains("marginal revenue"), refused.getMessage());
    assertThrows(NoEquilibrium.class, () -> game.markovPerfectEquilibrium().at(1));
  }

  @Test
  void withoutAChokePriceAMonopolistPutsTheCrossingOff() {
    UnequalGame game =
        new UnequalGame(InverseDemand.isoelastic(10, 1, 1.5), List.of(Firm.of(2, 0.05, 0)));
    NoEquilibrium refused = assertThrows(NoEquilibrium.class, game::markovPerfectEquilibrium);
    assertTrue(refused.reason().contains("put off for ever"), refused.getMessage());
  }

  @Test
  void costsThatFallAlongTheWay() {
    MarginalCost flat = MarginalCost.along(x -> 2);
    MarginalCost falling = MarginalCost.along(x -> 1 + Math.pow((5 + x) / 25, 0.3));
    InverseDemand demand = InverseDemand.linear(10, 1);
    List<Firm> constant = List.of(Firm.of(2, 0.05, 5), Firm.of(1, 0.05, 5));
    List<Firm> same = List.of(new Firm(flat, Firm.UNLIMITED, 0.05, 5), Firm.of(1, 0.05, 5));
    List<Firm> curved = List.of(new Firm(falling, Firm.UNLIMITED, 0.05, 5), Firm.of(1, 0.05, 5));
    double expected =
        new UnequalGame(demand, constant).markovPerfectEquilibrium().timeToCrossing(20);
    GameSolution again = new UnequalGame(demand, same).markovPerfectEquilibrium();
    assertEquals(1, again.timeToCrossing(20) / expected, 1e-12);
    UnequalGame game = new UnequalGame(demand, curved);
    for (GameSolution solved :
        List.of(
            game.markovPerfectEquilibrium(), game.cooperativeOutcome(), game.plannerOutcome())) {
      assertTrue(solved.residual(20) < 1e-10, "residual " + solved.residual(20));
      assertTrue(solved.errorEstimate(20) < 1e-11, "error " + solved.errorEstimate(20));
    }
  }

  /** Output starts from zero, where no series in the distance begins. */
  @Test
  void aSoleProducerWithAMovingCostThatStandsStill() {
    Firm flat = new Firm(MarginalCost.along(x -> 2), Firm.UNLIMITED, 0.05, 0);
    GameSolution solved =
        new UnequalGame(InverseDemand.linear(10, 1), List.of(flat)).markovPerfectEquilibrium();
    double closed = new SymmetricGame(1, 8, 1, 0.05, 0).cooperativeOutcome().timeToCrossing(20);
    assertEquals(1, solved.timeToCrossing(20) / closed, CLOSE);
  }

  @Test
  void whoIsImpatientProducesMore() {
    UnequalGame game =
        new UnequalGame(
            InverseDemand.linear(10, 1), List.of(Firm.of(1, 0.05, 5), Firm.of(1, 0.2, 5)));
    GameSolution solved = game.markovPerfectEquilibrium();
    MarketOutcome at = solved.at(30);
    assertTrue(at.firms().get(1).quantity() > at.firms().get(0).quantity());
    assertThrows(NoEquilibrium.class, game::cooperativeOutcome);
    assertThrows(NoEquilibrium.class, () -> solved.presentValues(30));
  }

  @Test
  void refusalsNameTheFirm() {
    NoEquilibrium cost =
        assertThrows(
            NoEquilibrium.class,
            () -> new UnequalGame(UNIT, List.of(Firm.of(0, 1, 0), Firm.of(1.5, 1, 1))));
    assertEquals(1, cost.firm());
    NoEquilibrium worth =
        assertThrows(
            NoEquilibrium.class,
            () -> new UnequalGame(UNIT, List.of(Firm.of(0, 1, 0), Firm.of(0.5, 1, -1))));
    assertEquals("continuationValue", worth.parameter());
    assertThrows(NoEquilibrium.class, () -> new UnequalGame(UNIT, List.of(Firm.of(2, 1, 0))));
  }

  // ---- one moment

  @Test
  void marketsAtOneMoment() {
    double[] costs = {1, 2, 2, 9};
    double[] none = {Firm.UNLIMITED, Firm.UNLIMITED, Firm.UNLIMITED, Firm.UNLIMITED};
    InverseDemand demand = InverseDemand.linear(10, 2);
    UnequalMarket.Outcome cournot = new UnequalMarket(demand, costs, none).equilibrium();
    assertEquals((3 * 10 - 5) / 8.0, cournot.quantity(), 1e-14);
    assertEquals(0, cournot.outputs()[3]);
    assertEquals(
        (10 - 1) / 4.0, new UnequalMarket(demand, costs, none).cooperative().quantity(), 1e-14);
    double[] caps = {1, 0.5, 0.25, Firm.UNLIMITED};
    UnequalMarket.Outcome best = new UnequalMarket(demand, costs, caps).planner();
    assertEquals(1.75, best.quantity(), 1e-14);
    assertEquals(6.5, best.price(), 1e-14);
  }
}
