package org.tidemark.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SpellingTest {
  private static final List<String> FIELDS =
      List.of("cost", "capacity", "discount_rate", "continuation_value", "Cost");

  @Test
  void findsTheClosest() {
    assertEquals(List.of("capacity"), Spelling.closest("capcity", FIELDS, 3));
    assertEquals(List.of("capacity"), Spelling.closest("cpaacity", FIELDS, 3));
    assertEquals(List.of("discount_rate"), Spelling.closest("discuont_rat", FIELDS, 3));
    assertEquals(List.of("cost"), Spelling.closest("cots", FIELDS, 3));
    assertEquals(List.of("cost"), Spelling.closest("cots", FIELDS, 1));
    assertEquals(List.of("cost", "Cost"), Spelling.closest("COST", FIELDS, 9));
    assertEquals(List.of(), Spelling.closest("price", FIELDS, 3));
    assertEquals(List.of(), Spelling.closest("", FIELDS, 3));
    assertEquals(List.of(), Spelling.closest("x".repeat(100_000), FIELDS, 3));
  }

  @Test
  void prefersTheRightCaseAndTheSameStart() {
    assertEquals(List.of("kB"), Spelling.closest("kb", List.of("B", "KB2", "kB"), 1));
    assertEquals(List.of("rate"), Spelling.closest("rat", List.of("cat", "rate"), 1));
    assertEquals(List.of("N"), Spelling.closest("n", List.of("m", "N", "s"), 3));
  }

  @Property
  void theDistanceIsSymmetricAndZeroOnlyForEquals(
      @ForAll @AlphaChars @StringLength(max = 12) String a,
      @ForAll @AlphaChars @StringLength(max = 12) String b) {
    assertEquals(Spelling.distance(a, b), Spelling.distance(b, a));
    assertEquals(a.equals(b), Spelling.distance(a, b) == 0);
  }
}
