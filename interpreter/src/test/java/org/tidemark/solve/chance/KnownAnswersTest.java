package org.tidemark.solve.chance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The authors' own vectors for the generators. */
class KnownAnswersTest {
  /** Variants times rounds times vectors that the file has for Philox and Threefry. */
  private static final int VECTORS = 60;

  @Test
  void generatorsGiveTheirKnownAnswers() {
    int checked = 0;
    for (String line : SharedData.read("rng/random123_kat_vectors.txt").lines().toList()) {
      String[] words = line.strip().split("\\s+");
      if (words[0].startsWith("philox") || words[0].startsWith("threefry")) {
        check(words);
        checked++;
      }
    }
    assertEquals(VECTORS, checked);
  }

  private static void check(String[] words) {
    String name = words[0];
    int rounds = Integer.parseInt(words[1]);
    int n = name.contains("2x") ? 2 : 4;
    int keys = name.startsWith("philox") ? n / 2 : n;
    long[] numbers =
        Arrays.stream(words).skip(2).mapToLong(word -> Long.parseUnsignedLong(word, 16)).toArray();
    long[] counter = Arrays.copyOfRange(numbers, 0, n);
    long[] key = Arrays.copyOfRange(numbers, n, n + keys);
    long[] expected = Arrays.copyOfRange(numbers, n + keys, 2 * n + keys);
    long[] actual =
        switch (name) {
          case "philox2x32" -> wide(Philox.of2x32(rounds, narrow(counter), narrow(key)));
          case "philox4x32" -> wide(Philox.of4x32(rounds, narrow(counter), narrow(key)));
          case "philox2x64" -> Philox.of2x64(rounds, counter, key);
          case "philox4x64" -> Philox.of4x64(rounds, counter, key);
          case "threefry2x32" -> wide(Threefry.of2x32(rounds, narrow(counter), narrow(key)));
          case "threefry4x32" -> wide(Threefry.of4x32(rounds, narrow(counter), narrow(key)));
          case "threefry2x64" -> Threefry.of2x64(rounds, counter, key);
          case "threefry4x64" -> Threefry.of4x64(rounds, counter, key);
          default -> throw new IllegalArgumentException(name);
        };
    assertArrayEquals(expected, actual, () -> String.join(" ", List.of(words)));
  }

  private static int[] narrow(long[] words) {
    return Arrays.stream(words).mapToInt(word -> (int) word).toArray();
  }

  private static long[] wide(int[] words) {
    return Arrays.stream(words).mapToLong(word -> word & 0xFFFFFFFFL).toArray();
  }
}
