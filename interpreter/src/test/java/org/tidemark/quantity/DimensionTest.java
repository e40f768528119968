package org.tidemark.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionTest {
  private static final BaseDimension[] BASES = {
    StandardUnits.MONEY, StandardUnits.INFORMATION, StandardUnits.DURATION, StandardUnits.MASS
  };

  @ParameterizedTest
  @CsvSource({
    "1, a pure number",
    "%, a pure number",
    "USD/GB, money / information",
    "EUR, money in EUR",
    "GB, information",
    "1/year, 1 / time",
    "Hz, 1 / time",
    "USD/GB/(EB/year), money * time / information^2",
    "USD/token/year, money / tokens / time",
    "USD/kWh, money / energy",
    "kW, power",
    "kWh/token, energy / tokens",
    "W/gpu, power / gpus",
    "GW/year, power / time",
    "USD/GW, money / power",
    "kg*m/s^2, mass * length / time^2",
    "kg, mass",
    "m/s^2, length / time^2",
    "USD^(1/2), money^(1/2)",
    "FLOP/s, computation / time"
  })
  void describesItselfInTheWordsOfTheField(String unit, String words) {
    assertEquals(words, UnitParser.parse(unit).dimension().describe());
  }

  @Test
  void namesAScriptsOwnBeforeTime() {
    UnitTable table = UnitTable.standard().extend();
    table.declareBase("wafer");
    assertEquals("wafer / time", UnitParser.parse(table, "wafer/month").dimension().describe());
    assertEquals("money / wafer", UnitParser.parse(table, "USD/wafer").dimension().describe());
  }

  @Test
  void keepsBasesOfEqualNameApart() {
    Unit one = UnitTable.standard().extend().declareBase("wafer");
    Unit other = UnitTable.standard().extend().declareBase("wafer");
    assertNotEquals(one.dimension(), other.dimension());
    assertNotEquals(one, other);
    assertEquals("wafer / wafer", one.dimension().over(other.dimension()).describe());
  }

  @Test
  void listsItsExponents() {
    Dimension slope = UnitParser.parse("USD/GB/(EB/year)").dimension();
    assertEquals("{money=1, information=-2, time=1}", slope.exponents().toString());
    assertTrue(Dimension.NONE.exponents().isEmpty());
    assertSame(Dimension.NONE, slope.over(slope.times(Dimension.NONE)));
  }

  @Property
  void formsAnAbelianGroup(
      @ForAll @Size(12) List<@IntRange(min = -3, max = 3) Integer> exponents,
      @ForAll @IntRange(min = -4, max = 4) int n) {
    List<Dimension> abc = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Dimension product = Dimension.NONE;
      for (int j = 0; j < BASES.length; j++) {
        Rational exponent = Rational.of(exponents.get(i * BASES.length + j), 2);
        product = product.times(Dimension.of(BASES[j]).power(exponent));
      }
      abc.add(product);
    }
    Dimension a = abc.get(0);
    Dimension b = abc.get(1);
    Dimension c = abc.get(2);
    assertEquals(a.times(b), b.times(a));
    assertEquals(a.times(b).hashCode(), b.times(a).hashCode());
    assertEquals(a.times(b).times(c), a.times(b.times(c)));
    assertEquals(a, a.times(b).over(b));
    assertEquals(a.over(b), b.over(a).inverse());
    assertTrue(a.times(a.inverse()).isNone());
    assertEquals(
        a.times(b).power(Rational.of(n, 3)),
        a.power(Rational.of(n, 3)).times(b.power(Rational.of(n, 3))));
  }
}
