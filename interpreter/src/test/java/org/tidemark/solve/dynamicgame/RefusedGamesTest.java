package org.tidemark.solve.dynamicgame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.dynamicgame.DynamicGame.Bounds;

/** Games without a solution of the kind looked for are refused with the reason. */
class RefusedGamesTest {
  private static final double TOLERANCE = 1e-9;

  private static UnsolvedGame refused(DynamicGame game) {
    return Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> assertThrows(UnsolvedGame.class, () -> FeedbackEquilibrium.of(game, TOLERANCE)));
  }

  private static DynamicGame stickyPrices(double low, double high, Bounds bounds) {
    return ClosedFormGamesTest.stickyPrices(0.1, 0.5, 10, 1, low, high, bounds);
  }

  @Test
  void controlThatMeetsItsBoundWithinTheInterval() {
    UnsolvedGame corner = refused(stickyPrices(0, 10, Bounds.fixed(0, 20)));
    assertTrue(corner.reason().contains("lowest value"), corner::reason);
    // production begins at 1.7213
    assertTrue(corner.state().orElseThrow() < 1.75, corner.state()::toString);
    assertTrue(corner.player().isPresent());
    UnsolvedGame capacity = refused(stickyPrices(3, 10, Bounds.fixed(0, 4)));
    assertTrue(capacity.reason().contains("highest value"), capacity::reason);
  }

  @Test
  void stateThatLeavesTheInterval() {
    UnsolvedGame leaves = refused(stickyPrices(5.5, 10, Bounds.fixed(0, 20)));
    assertTrue(leaves.reason().contains("leaves the interval"), leaves::reason);
    assertEquals(5.5, leaves.state().orElseThrow());
    // it would come to rest at 4.85; what pins the strategies down lies at 4.35
    UnsolvedGame family = refused(stickyPrices(4.5, 10, Bounds.fixed(0, 20)));
    assertTrue(family.reason().contains("family"), family::reason);
    assertEquals(4.5, family.state().orElseThrow());
  }

  @Test
  void payoffWithoutALimit() {
    DynamicGame convex =
        new DynamicGame(
            Timing.CONTINUOUS,
            1,
            2,
            false,
            List.of(0.1),
            (i, x, c) -> c[0] * c[0],
            (x, c) -> c[0] - x,
            Bounds.fixed(0, 5));
    assertTrue(refused(convex).reason().contains("not concave"));
    DynamicGame nowhere =
        new DynamicGame(
            Timing.CONTINUOUS,
            1,
            2,
            false,
            List.of(0.1),
            (i, x, c) -> Double.NaN,
            (x, c) -> c[0] - x,
            Bounds.fixed(0, 5));
    assertTrue(refused(nowhere).reason().contains("no control tried has a payoff"));
    DynamicGame linear =
        new DynamicGame(
            Timing.CONTINUOUS,
            1,
            2,
            false,
            List.of(0.1),
            (i, x, c) -> c[0],
            (x, c) -> x - c[0],
            Bounds.fixed(0, 5));
    assertTrue(refused(linear).reason().contains("not concave"));
  }

  @Test
  void nonsense() {
    Bounds bounds = Bounds.fixed(0, 1);
    assertThrows(
        UnsolvedGame.class, () -> ClosedFormGamesTest.stickyPrices(0, 1, 1, 0, 0, 1, bounds));
    assertThrows(UnsolvedGame.class, () -> stickyPrices(2, 1, bounds));
    assertThrows(UnsolvedGame.class, () -> stickyPrices(Double.NaN, 1, bounds));
    assertThrows(UnsolvedGame.class, () -> ClosedFormGamesTest.fishWar(2, 0.3, 0.95, 0, 1, true));
    assertThrows(UnsolvedGame.class, () -> ClosedFormGamesTest.fishWar(2, 0.3, 1, 0.1, 1, true));
  }
}
