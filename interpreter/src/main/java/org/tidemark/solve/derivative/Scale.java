package org.tidemark.solve.derivative;

import org.tidemark.solve.SymmetricGame;

/**
 * The inputs of a symmetric game with a real number of firms, and how derivatives in its numbers
 * without unit turn into derivatives in those inputs.
 *
 * <p>With sigma = b r S/a^2, xi = b r x/a and iota = b I/a, every quantity is a unit, a product of
 * powers of a, b and r, times a function of N, sigma, xi and iota.
 */
record Scale(
    double firms, double choke, double slope, double rate, double terminal, double distance) {

  static Scale of(SymmetricGame game, double distance) {
    return new Scale(
        game.firms(),
        game.choke(),
        game.slope(),
        game.discountRate(),
        game.continuationValue(),
        distance);
  }

  /**
   * Checks the inputs by making a game of them; the number of firms is checked here, as a real one.
   */
  Scale {
    if (!(firms >= 1) || Double.isInfinite(firms)) {
      throw new IllegalArgumentException(
          "firms = " + firms + ": a market needs somebody to produce; give one firm at least");
    }
    new SymmetricGame(1, choke, slope, rate, terminal).cooperativeOutcome().at(distance);
  }

  double sigma() {
    return slope * rate / choke * (terminal / choke);
  }

  double xi() {
    return slope * rate * (distance / choke);
  }

  /** 1 - multiple sigma, rounded hardly more than once. */
  double shortfall(double multiple) {
    double growth = slope * rate;
    double growthError = Math.fma(slope, rate, -growth);
    double square = choke * choke;
    double squareError = Math.fma(choke, choke, -square);
    double worth = growth * terminal;
    double worthError = Math.fma(growth, terminal, -worth) + growthError * terminal;
    double needed = worth * multiple;
    double neededError = Math.fma(worth, multiple, -needed) + worthError * multiple;
    return ((square - needed) + (squareError - neededError)) / square;
  }

  /**
   * The gradient of unit times a function.
   *
   * @param form the function and its derivatives
   */
  Gradient gradient(double unit, Dimensionless form) {
    return new Gradient(
        unit * form.value(),
        unit * form.logChoke() / choke,
        unit * form.logSlope() / slope,
        unit * form.logRate() / rate,
        unit * form.sigma() * (slope * rate / choke) / choke,
        unit * form.xi() * (slope * rate / choke),
        unit * form.firms(),
        unit * form.iota() * (slope / choke));
  }
}
