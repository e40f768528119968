package org.tidemark.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  private static Quantity q(double v, String unit) {
    return Quantity.of(v, UnitParser.parse(unit));
  }

  private static Quantity q(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? Quantity.pure(Double.parseDouble(text))
        : q(Double.parseDouble(text.substring(0, space)), text.substring(space + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "12 USD/GB, 2 EB, 24000000000 USD, 2.4e10 USD",
    "5 %/year, 3 year, 15 %, 15 %",
    "5 %/year, 100 USD, 5 USD/year, 5 USD/year",
    "20 %, 50 %, 10 %, 10 %",
    "2, 5 %/year, 10 %/year, 10 %/year",
    "0.05 1/year, 3 year, 0.15, 0.15",
    "5 %/year, 6 month, 2.5 %, 2.5 %",
    "5 kW, 2 hour, 10 kWh, 10 kWh",
    "0.6 USD/GB/(EB/year), 10 EB/year, 6 USD/GB, 6 USD/GB"
  })
  void multiplies(String a, String b, String product, String text) {
    Quantity actual = q(a).times(q(b));
    double expected = q(product).magnitude();
    assertEquals(expected, actual.magnitude(), Math.abs(expected) * 1e-15);
    assertEquals(text, actual.text());
  }

  @Property
  void arithmeticOnMagnitudesIsPlain(@ForAll double a, @ForAll double b) {
    Quantity x = new Quantity(a, UnitParser.parse("USD/TB"));
    Quantity y = new Quantity(b, UnitParser.parse("%/year"));
    Quantity z = new Quantity(b, UnitParser.parse("kUSD/B"));
    assertEquals(a * b, x.times(y).magnitude());
    assertEquals(a / b, x.over(y).magnitude());
    assertEquals(a + b, x.plus(z).magnitude());
    assertEquals(a - b, x.minus(z).magnitude());
    assertEquals(-a, x.negate().magnitude());
    assertEquals(a, x.as(z.unit()).magnitude());
    assertEquals(StrictMath.pow(a, 2), x.power(2, Rational.of(2)).magnitude());
  }

  @Test
  void theLeftUnitWinsInASum() {
    assertEquals("1.5 EB", q("1 EB").plus(q("500 PB")).text());
    assertEquals("1500 PB", q("500 PB").plus(q("1 EB")).text());
    assertEquals("5 EB", Quantity.pure(0).plus(q("5 EB")).text());
    assertEquals("5 EB", q("5 EB").plus(Quantity.pure(0)).text());
    assertEquals("-5 EB", Quantity.pure(0).minus(q("5 EB")).text());
    assertEquals("0.659", Quantity.pure(1).minus(q("34.1 %")).text());
    assertEquals("65.9 %", q("100 %").minus(q("34.1 %")).text());
  }

  @Test
  void convertsBetweenUnits() {
    Quantity price = q("12 USD/GB");
    assertEquals(price.magnitude(), q("12000 USD/TB").magnitude());
    assertEquals("12000 USD/TB", price.as(UnitParser.parse("USD/TB")).text());
    assertEquals(12000, price.in(UnitParser.parse("USD/TB")));
    assertEquals("1.57788e7 s", q("6 month").as(UnitParser.parse("s")).text());
    assertEquals("0.5 year", q("6 month").as(UnitParser.parse("year")).text());
  }

  @Test
  void raisesToPowers() {
    assertEquals("9 USD^2", q("3 USD").power(2, Rational.of(2)).text());
    assertEquals("3 USD", q("9 USD^2").power(0.5, Rational.of(1, 2)).text());
    assertEquals("0.5 /year", q("2 year").power(-1, Rational.of(-1)).text());
    assertEquals("0.25 %", q("5 %").power(2, Rational.of(2)).text());
    assertEquals("0.5", q("25 %").power(0.5, null).text());
    assertEquals("8", Quantity.pure(2).power(3, null).text());
    assertThrows(IllegalArgumentException.class, () -> q("3 USD").power(0.23, null));
  }

  @Test
  void refusesToMixDimensions() {
    Quantity price = q("12 USD/GB");
    Quantity volume = q("2 EB");
    String message =
        assertThrows(IllegalArgumentException.class, () -> price.plus(volume)).getMessage();
    assertEquals("cannot add money / information and information", message);
    assertThrows(IllegalArgumentException.class, () -> price.minus(volume));
    assertThrows(IllegalArgumentException.class, () -> price.compare(volume));
    assertThrows(IllegalArgumentException.class, () -> price.in(volume.unit()));
    assertThrows(IllegalArgumentException.class, () -> price.as(volume.unit()));
    assertThrows(IllegalArgumentException.class, () -> Quantity.pure(1).plus(volume));
    assertThrows(IllegalArgumentException.class, () -> q("1 USD").plus(q("1 EUR")));
  }

  @Test
  void compares() {
    assertTrue(q("1 TB").compare(q("999 GB")) > 0);
    assertTrue(q("1 GB").compare(q("1 TB")) < 0);
    assertEquals(0, q("1 TB").compare(q("1000 GB")));
    assertTrue(q("-1 GB").compare(Quantity.pure(0)) < 0);
    assertEquals(0, Quantity.pure(0).compare(Quantity.pure(-0.0)));
    assertTrue(Quantity.pure(Double.NaN).compare(Quantity.pure(Double.POSITIVE_INFINITY)) > 0);
    assertEquals(0, Quantity.pure(Double.NaN).compare(Quantity.pure(Double.NaN)));
  }

  @Test
  void writesItself() {
    assertEquals("34.1 %", q("34.1 %").text());
    assertEquals("34 %", q("34.1 %").text(2));
    assertEquals("0.05 /year", q("0.05 1/year").text());
    assertEquals("2.49 EB", q("2.49 EB").toString());
    assertEquals("never", new Quantity(Double.POSITIVE_INFINITY, UnitParser.parse("year")).text());
    assertEquals("infinity USD", q(Double.POSITIVE_INFINITY, "USD").text());
    assertEquals("not a number year", q(Double.NaN, "year").text());
  }

  @Test
  void isEqualWhenShownAlike() {
    assertEquals(q("1 TB"), q("1 TB"));
    assertEquals(q("1 TB").hashCode(), q("1 TB").hashCode());
    assertNotEquals(q("1 TB"), q("1000 GB"));
    assertNotEquals(q("1 TB"), q("2 TB"));
  }
}
