package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.SymmetricGame;
import org.tidemark.solve.capacity.ConstructionLag;
import org.tidemark.spi.value.Value;

/** The equilibrium of a market whose firms have capacity under construction. */
final class ConstructionSolutionValue extends TimedSolutionValue {
  private final ConstructionLag lag;

  ConstructionSolutionValue(SymmetricMarket symmetric, double asked, ConstructionLag lag) {
    super(symmetric, Concept.EQUILIBRIUM, asked);
    this.lag = lag;
  }

  @Override
  double seconds() {
    return lag.crossingTime();
  }

  @Override
  double remainingAfter(double seconds) {
    return lag.remainingAfter(seconds);
  }

  @Override
  State along(double seconds) {
    return state(lag, seconds);
  }

  /** With the same construction ahead. */
  @Override
  State elsewhere(double remaining) {
    return state(lag.from(remaining), 0);
  }

  private static State state(ConstructionLag lag, double seconds) {
    SymmetricGame game = lag.afterwards().game();
    double output = game.firms() * lag.output(seconds);
    return new State(output, game.choke() - game.slope() * output, lag.value(seconds));
  }

  @Override
  double capacityUntil() {
    return lag.bindsUntil();
  }

  @Override
  double delay() {
    return lag.delay();
  }

  @Override
  String method() {
    return lag.method();
  }

  @Override
  double residual() {
    return lag.residual();
  }

  @Override
  String regime() {
    return symmetric().game().markovPerfectEquilibrium().regime().name().toLowerCase(Locale.ROOT);
  }

  @Override
  Value bound() {
    return Values.of(new Quantity(symmetric().game().nashBound(), units().value()));
  }

  @Override
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notePassed(notes);
    if (lag.bindsUntil() == 0 && start() > 0) {
      notes.add("the capacity does not bind: the firms make what they want from the start");
    } else if (lag.bindsUntil() < Math.min(lag.delayBound(), lag.crossingTime())) {
      notes.add(
          "the capacity binds until "
              + DisplayUnits.years(lag.bindsUntil()).text()
              + ", before construction is done");
    }
    return notes;
  }
}
