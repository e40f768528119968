package org.tidemark.solve;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Games and distances over everything the closed forms are meant for. */
final class GameArbitraries {
  private GameArbitraries() {}

  /** A game and a remaining distance in it. */
  record Place(SymmetricGame game, double remaining) {
    double xi() {
      return game.xi(remaining);
    }
  }

  /**
   * Up to fifty firms, units over eight decades each, continuation values up to three times the
   * Nash bound, distances from 1e-12 to 2000 times a/(b r).
   */
  static Arbitrary<Place> places() {
    Arbitrary<Double> fractions =
        Arbitraries.oneOf(
            Arbitraries.of(0.0, 1e-9, 1e-4, 0.02, 0.5, 0.95, 0.999, 1.0, 1.05, 3.0),
            Arbitraries.doubles().between(0, 3).ofScale(9));
    Arbitrary<Double> distances =
        Arbitraries.oneOf(
            Arbitraries.of(0.0, 1e-12, 2000.0),
            decades(-12, 3.3).edgeCases(c -> c.none()),
            decades(-2, 1));
    return Combinators.combine(
            Arbitraries.integers().between(1, 50),
            decades(-4, 4),
            decades(-4, 4),
            decades(-3, 1),
            fractions,
            distances)
        .as(
            (firms, choke, slope, rate, fraction, xi) -> {
              SymmetricGame free = new SymmetricGame(firms, choke, slope, rate, 0);
              return new Place(
                  free.withContinuationValue(fraction * free.nashBound()),
                  xi * free.distanceScale());
            });
  }

  private static Arbitrary<Double> decades(double from, double to) {
    return Arbitraries.doubles().between(from, to).ofScale(9).map(power -> Math.pow(10, power));
  }
}
