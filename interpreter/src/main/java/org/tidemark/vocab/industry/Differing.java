package org.tidemark.vocab.industry;

import java.util.Locale;
import org.tidemark.spi.Problem;

/** What cannot be said in one number of firms that differ. */
final class Differing {
  private Differing() {}

  /** A measure of one firm where there is no one firm. */
  static Problem firms(Measure measure, MarketValue market) {
    FirmValue first = market.firms().get(0);
    String member = measure.name().toLowerCase(Locale.ROOT);
    return Refusal.missing(
            "the firms of "
                + market.name()
                + " differ, so "
                + measure.words()
                + " is not one number")
        .withHelp("ask for one firm's: .firm(" + first.name() + ")." + member)
        .withHelp("or for that of all firms together: .industry." + member);
  }

  /** Refuses a surplus that has no bound. */
  static double finite(Measure measure, double value) {
    if (Double.isInfinite(value)) {
      throw Problem.noSolution(
              "E0601",
              measure.words()
                  + " is infinite: buyers would pay any price for the first units of this demand")
          .withHelp("give a demand that is more elastic than 1, or has a choke price");
    }
    return value;
  }
}
