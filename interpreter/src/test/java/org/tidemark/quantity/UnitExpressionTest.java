package org.tidemark.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitExpressionTest {
  @Provide
  Arbitrary<UnitExpression> expressions() {
    Arbitrary<UnitExpression> factor =
        Combinators.combine(
                Arbitraries.of(UnitTable.standard().names()),
                Arbitraries.of(-2, -1, -1, -1, 1, 1, 1, 2, 3))
            .as(
                (name, exponent) ->
                    UnitParser.parse(name)
                        .power(exponent == 3 ? Rational.of(1, 2) : Rational.of(exponent)));
    return factor
        .list()
        .ofMaxSize(4)
        .map(
            factors -> {
              UnitExpression product = UnitExpression.NONE;
              for (UnitExpression each : factors) {
                product = product.times(each);
              }
              return product;
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "%",
        "%/year",
        "1/year",
        "USD/GB",
        "USD/GB/(EB/year)",
        "USD/GB/year",
        "USD*token/(GB*kg)",
        "USD*hour",
        "USD*kg/GB",
        "m/s^2",
        "1/year^2",
        "USD^(1/2)",
        "EB/year",
        "gpu*hour",
        "1/GB/year"
      })
  void writesWhatWasWritten(String text) {
    assertEquals(text, UnitParser.parse(text).text());
  }

  @Property
  void textReadsBack(@ForAll("expressions") UnitExpression a) {
    UnitExpression back = UnitParser.parse(a.text());
    assertEquals(a.dimension(), back.dimension());
    assertEquals(a.text(), back.text());
    for (Unit unit : a.units()) {
      assertEquals(a.exponentOf(unit), back.exponentOf(unit));
    }
    assertEquals(a.units().size(), back.units().size());
  }

  @ParameterizedTest
  @CsvSource({
    "USD/GB, EB, USD",
    "EB, USD/GB, USD",
    "USD/GB/(EB/year), EB/year, USD/GB",
    "USD/GB/(EB/year), TB/month, USD/GB",
    "EB/year, year, EB",
    "EB/year, month, EB",
    "%/year, year, %",
    "%/year, month, %",
    "%/year, USD, USD/year",
    "%, %, %",
    "%, %/year, %/year",
    "%, 1, %",
    "1, %/year, %/year",
    "%, USD, USD",
    "%, year, year",
    "%/year, 1/year, 1/year^2",
    "1/year, year, ''",
    "Hz, s, ''",
    "GB, EB, GB^2",
    "m, cm, m^2",
    "kW, hour, kWh",
    "USD/kWh, kW*hour, USD",
    "USD/kWh*kW, hour, USD",
    "token/s, year, token",
    "USD/token, Mtoken/year, USD/year",
    "gpu, hour, gpu*hour",
    "USD/gpu/hour, gpu*year, USD",
    "USD, EUR, USD*EUR"
  })
  void showsAProductWell(String a, String b, String product) {
    assertEquals(
        product, UnitExpression.ofProduct(UnitParser.parse(a), UnitParser.parse(b)).text());
  }

  @ParameterizedTest
  @CsvSource({
    "USD, GB, USD/GB",
    "USD/GB, EB/year, USD/GB/(EB/year)",
    "USD, USD, ''",
    "USD, kUSD, ''",
    "EB, EB/year, year",
    "EB, TB/month, month",
    "%, %, ''",
    "%, %/year, year",
    "1, %, ''",
    "1, %/year, year",
    "%/year, 1, %/year",
    "USD, %/year, USD*year",
    "1, year, 1/year",
    "kWh, kW, hour",
    "J, s, W",
    "kWh, year, kWh/year",
    "kUSD*kW, kWh, USD/year",
    "km, hour, km/hour",
    "km/hour, s, km/hour/s",
    "USD/year, GB/year, USD/GB",
    "BUSD/year, EB, BUSD/EB/year",
    "kWh/year, gpu, kWh/gpu/year"
  })
  void showsAQuotientWell(String a, String b, String quotient) {
    assertEquals(
        quotient, UnitExpression.ofQuotient(UnitParser.parse(a), UnitParser.parse(b)).text());
  }

  @ParameterizedTest
  @CsvSource({
    "USD, 2, 1, USD^2",
    "USD^2, 1, 2, USD",
    "%, 2, 1, %",
    "%, 1, 2, %",
    "%, -1, 1, ''",
    "year, -1, 1, 1/year",
    "USD/GB, 0, 1, ''",
    "USD/GB, 1, 1, USD/GB",
    "USD/GB, -1, 1, GB/USD",
    "USD/GB, 1, 3, USD^(1/3)/GB^(1/3)"
  })
  void showsAPowerWell(String a, long n, long d, String power) {
    assertEquals(power, UnitExpression.ofPower(UnitParser.parse(a), Rational.of(n, d)).text());
  }

  @Property
  void arithmeticKeepsTheDimension(
      @ForAll("expressions") UnitExpression a, @ForAll("expressions") UnitExpression b) {
    Dimension product = a.dimension().times(b.dimension());
    assertEquals(product, UnitExpression.ofProduct(a, b).dimension());
    assertEquals(product, UnitExpression.ofProduct(b, a).dimension());
    assertEquals(product, a.times(b).dimension());
    Dimension quotient = a.dimension().over(b.dimension());
    assertEquals(quotient, UnitExpression.ofQuotient(a, b).dimension());
    assertEquals(quotient, a.over(b).dimension());
    Rational third = Rational.of(-1, 3);
    assertEquals(a.dimension().power(third), UnitExpression.ofPower(a, third).dimension());
    assertEquals(a.dimension().power(third), a.power(third).dimension());
  }

  @Property
  void arithmeticIsAssociativeInDimension(
      @ForAll("expressions") UnitExpression a,
      @ForAll("expressions") UnitExpression b,
      @ForAll("expressions") UnitExpression c) {
    UnitExpression left = UnitExpression.ofProduct(UnitExpression.ofProduct(a, b), c);
    UnitExpression right = UnitExpression.ofProduct(a, UnitExpression.ofProduct(b, c));
    assertEquals(left.dimension(), right.dimension());
    UnitExpression first = a.times(b).times(c);
    UnitExpression last = a.times(b.times(c));
    assertEquals(first.units().size(), last.units().size());
    for (Unit unit : first.units()) {
      assertEquals(first.exponentOf(unit), last.exponentOf(unit));
    }
  }

  @Property
  void whatIsShownIsParsable(
      @ForAll("expressions") UnitExpression a, @ForAll("expressions") UnitExpression b) {
    UnitExpression shown = UnitExpression.ofQuotient(a, b);
    assertEquals(shown.dimension(), UnitParser.parse(shown.text()).dimension());
  }

  @Property
  void rememberedAnswersAreTheSame(
      @ForAll("expressions") UnitExpression a, @ForAll("expressions") UnitExpression b) {
    String text = UnitExpression.ofProduct(a, b).text();
    UnitExpression copyOfA = UnitExpression.NONE;
    for (Unit unit : a.units()) {
      copyOfA = copyOfA.times(UnitExpression.of(unit).power(a.exponentOf(unit)));
    }
    assertEquals(a, copyOfA);
    assertEquals(a.hashCode(), copyOfA.hashCode());
    assertEquals(text, UnitExpression.ofProduct(copyOfA, b).text());
  }

  @Property
  void convertsThereAndBack(
      @ForAll("expressions") UnitExpression a,
      @ForAll @DoubleRange(min = -1e15, max = 1e15) double v) {
    // four roundings, each by half a unit in the last place of a number of up to twice the mantissa
    assertEquals(v, a.fromBase(a.toBase(v)), 4 * Math.ulp(v));
    assertEquals(v, a.toBase(a.fromBase(v)), 4 * Math.ulp(v));
    for (Unit unit : a.units()) {
      UnitExpression alone = UnitExpression.of(unit);
      assertEquals(v, alone.fromBase(alone.toBase(v)), 2 * Math.ulp(v));
      assertEquals(v, alone.toBase(alone.fromBase(v)), 2 * Math.ulp(v));
    }
  }

  @Test
  void convertsExactlyWhereItCan() {
    assertEquals(12 / 1e9, UnitParser.parse("USD/GB").toBase(12));
    assertEquals(UnitParser.parse("USD/GB").toBase(12), UnitParser.parse("USD/TB").toBase(12000));
    assertEquals(0.341, UnitParser.parse("%").toBase(34.1));
    assertEquals(31557600, UnitParser.parse("year").toBase(1));
    assertEquals(12, UnitParser.parse("month").fromBase(UnitParser.parse("year").toBase(1)));
    assertEquals(365.25, UnitParser.parse("day").fromBase(UnitParser.parse("year").toBase(1)));
    assertEquals(0.003, UnitParser.parse("mm").toBase(3));
    assertEquals(8, UnitParser.parse("bit").fromBase(1));
    assertEquals(1024, UnitParser.parse("KiB").toBase(1));
    assertEquals(3.6e6, UnitParser.parse("kWh").toBase(1));
    assertEquals(3.6e6, UnitParser.parse("kWh").over(UnitParser.parse("J")).toBase(1));
  }

  @Test
  void keepsSymbolsApartUntilArithmetic() {
    UnitExpression gb = UnitParser.parse("GB");
    UnitExpression eb = UnitParser.parse("EB");
    assertEquals("GB/EB", gb.over(eb).text());
    assertTrue(gb.over(gb).isNone());
    assertSame(UnitExpression.NONE, gb.power(Rational.ZERO));
    assertNotEquals(gb.times(eb), eb.times(gb));
  }

  @ParameterizedTest
  @CsvSource({
    "s, year",
    "Hz, 1/year",
    "B, GB",
    "kUSD/TB, USD/GB",
    "kEUR, EUR",
    "EB/month, GB/year",
    "ktoken/s, token/year",
    "J, kWh",
    "mW, kW",
    "USD/J, USD/kWh",
    "USD/GW, USD/kW",
    "J/token, kWh/token",
    "m, m",
    "%, ''"
  })
  void hasAReadableUnitForEveryDimension(String unit, String readable) {
    UnitExpression given = UnitParser.parse(unit);
    UnitExpression coherent = UnitExpression.coherent(given.dimension());
    assertEquals(given.dimension(), coherent.dimension());
    assertEquals(readable, coherent.text());
  }

  @Property
  void theReadableUnitHasTheDimension(@ForAll("expressions") UnitExpression a) {
    assertEquals(a.dimension(), UnitExpression.coherent(a.dimension()).dimension());
  }

  @Test
  void aScriptsBaseIsReadableToo() {
    UnitTable table = UnitTable.standard().extend();
    Unit wafer = table.declareBase("wafer");
    assertEquals(UnitExpression.of(wafer), UnitExpression.coherent(wafer.dimension()));
    assertEquals(
        "wafer/year",
        UnitExpression.coherent(UnitParser.parse(table, "wafer/s").dimension()).text());
  }

  @Test
  void answersAlikeOnManyThreads() throws Exception {
    List<String> names = UnitTable.standard().names();
    Callable<String> everything =
        () -> {
          StringBuilder text = new StringBuilder();
          for (String a : names) {
            for (String b : names) {
              text.append(
                  UnitExpression.ofQuotient(UnitParser.parse(a), UnitParser.parse(b)).text());
              text.append(' ');
            }
          }
          return text.toString();
        };
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        answers.add(pool.submit(everything));
      }
      String expected = everything.call();
      for (Future<String> answer : answers) {
        assertEquals(expected, answer.get());
      }
    } finally {
      pool.shutdown();
    }
  }
}
