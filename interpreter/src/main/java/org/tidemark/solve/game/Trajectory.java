package org.tidemark.solve.game;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tidemark.solve.aside.Watched;

/**
 * A solution from the crossing on, as far as anybody has asked. It is followed farther when
 * somebody asks farther; what is found does not depend on who asked what before.
 */
final class Trajectory {
  /** Numbers kept; a game that needs more is so stiff that going on would take for ever. */
  private static final int MOST_NUMBERS = 4_000_000;

  private final Dynamics dynamics;
  private volatile List<Piece> known;

  Trajectory(Dynamics dynamics) {
    this.dynamics = dynamics;
    this.known = List.of(dynamics.first());
  }

  Dynamics dynamics() {
    return dynamics;
  }

  /** The pieces up to the one that holds a distance. */
  List<Piece> upTo(double x) {
    List<Piece> pieces = until(piece -> piece.to() >= x);
    return pieces.subList(0, index(pieces, x) + 1);
  }

  /** The piece that holds a distance. */
  Piece at(double x) {
    List<Piece> pieces = until(piece -> piece.to() >= x);
    return pieces.get(index(pieces, x));
  }

  /** The first piece with some property, which the last piece of all has. */
  Piece first(Predicate<Piece> wanted) {
    List<Piece> pieces = until(wanted);
    for (Piece piece : pieces) {
      if (wanted.test(piece)) {
        return piece;
      }
    }
    return pieces.get(pieces.size() - 1);
  }

  private static int index(List<Piece> pieces, double x) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).to() >= x) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private List<Piece> until(Predicate<Piece> enough) {
    List<Piece> pieces = known;
    return enough.test(pieces.get(pieces.size() - 1)) ? pieces : extend(enough);
  }

  private synchronized List<Piece> extend(Predicate<Piece> enough) {
    List<Piece> pieces = new ArrayList<>(known);
    Piece last = pieces.get(pieces.size() - 1);
    while (!enough.test(last) && last.to() < Double.POSITIVE_INFINITY) {
      if (pieces.size() == MOST_NUMBERS / dynamics.size()) {
        throw NoEquilibrium.at(
            last.to() * dynamics.scales().distance(),
            NoEquilibrium.NO_FIRM,
            Double.NaN,
            "firms adjust so fast beside the way that is left that following them takes more than "
                + pieces.size()
                + " steps",
            "bring the firms' costs, values and discount rates closer together, or ask nearer to the"
                + " crossing");
      }
      Watched.look();
      last = dynamics.next(last);
      pieces.add(last);
    }
    known = pieces;
    return pieces;
  }
}
