package org.tidemark.solve.chance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final Draws DRAWS = new Draws(7);
  private static final long KEY = Draws.key("alpha");

  @Test
  void layoutIsTheDocumentedOne() {
    Draws seed = new Draws(0x299f31d0a4093822L);
    // the third known answer of Philox-4x32-10: the digits of pi
    assertEquals(0x94fdcceb_d16cfe09L, seed.bits(0x85a308d3_243f6a88L, 0x03707344_13198a2eL, 0));
    assertEquals(0x24126ea1_5001e420L, seed.bits(0x85a308d3_243f6a88L, 0x03707344_13198a2eL, 1));
    // FNV-1a's published answers
    assertEquals(0xaf63dc4c8601ec8cL, Draws.key("a"));
    assertEquals(0x85944171f73967e8L, Draws.key("foobar"));
  }

  @Test
  void unitIntervalIsOpenAndSymmetric() {
    assertEquals(0x1p-53, Draws.openUnit(0));
    assertEquals(1 - 0x1p-53, Draws.openUnit(-1));
    assertEquals(1, Draws.openUnit(123456789L << 20) + Draws.openUnit(~(123456789L << 20)));
  }

  @Test
  void drawsAreUniformAndIndependentAlongEveryPartOfTheirAddress() {
    int n = 100_000;
    double[] alongDraws = LongStream.range(0, n).mapToDouble(i -> DRAWS.uniform(i, KEY)).toArray();
    double[] alongKeys = LongStream.range(0, n).mapToDouble(k -> DRAWS.uniform(3, k)).toArray();
    double[] alongSeeds =
        LongStream.range(0, n).mapToDouble(s -> new Draws(s).uniform(3, KEY)).toArray();
    double[] otherLane =
        LongStream.range(0, n).mapToDouble(i -> DRAWS.uniform(i, KEY, 1)).toArray();
    for (double[] sample : new double[][] {alongDraws, alongKeys, alongSeeds, otherLane}) {
      // chi square over 100 cells has 99 degrees of freedom; 6 of its standard deviations
      double[] cells = new double[100];
      double neighbours = 0;
      for (int i = 0; i < n; i++) {
        cells[(int) (sample[i] * 100)]++;
        neighbours += (sample[i] - 0.5) * (sample[(i + 1) % n] - 0.5);
      }
      double square = 0;
      for (double cell : cells) {
        square += (cell - n / 100.0) * (cell - n / 100.0) / (n / 100.0);
      }
      assertEquals(99, square, 6 * Math.sqrt(2 * 99));
      assertEquals(0, neighbours / n, 6 / 12.0 / Math.sqrt(n));
    }
    double products = 0;
    for (int i = 0; i < n; i++) {
      products += (alongDraws[i] - 0.5) * (otherLane[i] - 0.5);
    }
    assertEquals(0, products / n, 6 / 12.0 / Math.sqrt(n));
  }

  @Test
  void orderAndThreadsDoNotMatter() {
    double[] one = IntStream.range(0, 10_000).mapToDouble(i -> DRAWS.uniform(i, KEY)).toArray();
    double[] many =
        IntStream.range(0, 10_000).parallel().mapToDouble(i -> DRAWS.uniform(i, KEY)).toArray();
    assertArrayEquals(one, many);
    for (int i = 0; i < 1000; i++) {
      int below = DRAWS.below(7, i, KEY);
      assertTrue(below >= 0 && below < 7);
    }
  }
}
