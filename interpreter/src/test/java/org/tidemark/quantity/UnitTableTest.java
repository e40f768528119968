package org.tidemark.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTableTest {
  private static final UnitTable STANDARD = UnitTable.standard();

  private static Unit unit(String name) {
    return STANDARD.find(name).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s ms us ns minute hour day week month year decade",
        "m mm cm km g kg mg W mW kW MW GW TW J kJ MJ GJ Wh kWh MWh GWh TWh",
        "Hz kHz MHz GHz",
        "bit kbit Mbit Gbit B kB MB GB TB PB EB ZB KiB MiB GiB TiB",
        "USD kUSD MUSD BUSD TUSD EUR kEUR MEUR BEUR TEUR",
        "token ktoken Mtoken Gtoken Ttoken FLOP kFLOP MFLOP GFLOP TFLOP PFLOP EFLOP",
        "gpu parameter Mparameter Bparameter %"
      })
  void knowsTheBuiltInUnits(String names) {
    for (String name : names.split(" ")) {
      assertTrue(STANDARD.find(name).isPresent(), name);
    }
  }

  @Test
  void documentsEveryUnitInOneLine() {
    for (String name : STANDARD.names()) {
      Unit unit = unit(name);
      assertEquals(name, unit.symbol());
      assertTrue(unit.doc().endsWith("."), unit.doc());
      assertFalse(unit.doc().contains("\n"), unit.doc());
      assertTrue(unit.numerator() > 0 && unit.denominator() > 0, name);
      assertEquals(name.equals("%"), unit.isPercent());
    }
    assertEquals("Gigabyte: 1e9 B.", unit("GB").doc());
    assertEquals("Watt: one joule per second.", unit("W").doc());
    assertEquals("Billion (1e9) US dollars.", unit("BUSD").doc());
    assertEquals("US dollar.", unit("USD").doc());
  }

  @ParameterizedTest
  @ValueSource(strings = {"min", "TB ", "gb", "wafer", "", "t", "h"})
  void doesNotKnowEverything(String name) {
    assertTrue(STANDARD.find(name).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "W, J/s",
    "kWh, kW*hour",
    "Hz, 1/s",
    "GHz, 1/ns",
    "TB, 1000*GB",
    "Gbit, 125*MB",
    "BUSD, 1000*MUSD",
    "week, 7*day",
    "decade, 120*month",
    "EFLOP, 1000*PFLOP",
    "GiB, 1024*MiB"
  })
  void definesUnitsByOneAnother(String name, String definition) {
    int star = definition.indexOf('*');
    boolean counted = Character.isDigit(definition.charAt(0)) && star > 0;
    double count = counted ? Double.parseDouble(definition.substring(0, star)) : 1;
    UnitExpression other = UnitParser.parse(counted ? definition.substring(star + 1) : definition);
    assertEquals(unit(name).dimension(), other.dimension());
    assertEquals(UnitExpression.of(unit(name)).toBase(1), other.toBase(count));
  }

  @Test
  void theStandardTableCannotBeChanged() {
    Dimension money = unit("USD").dimension();
    assertThrows(IllegalStateException.class, () -> STANDARD.declareBase("wafer"));
    assertThrows(IllegalStateException.class, () -> STANDARD.declare("lot", 25, money));
    assertThrows(IllegalStateException.class, () -> STANDARD.exchange("EUR", 1.08, money));
    assertTrue(STANDARD.find("wafer").isEmpty());
  }

  @Test
  void takesAScriptsUnits() {
    UnitTable table = STANDARD.extend();
    Unit wafer = table.declareBase("wafer");
    Unit lot = table.declare("lot", 25, wafer.dimension());
    assertEquals("wafer", wafer.dimension().describe());
    assertEquals("25 wafer, as declared by the script.", lot.doc());
    assertEquals("2 lot", Quantity.of(2, UnitExpression.of(lot)).text());
    assertEquals(
        "50 wafer", Quantity.of(2, UnitExpression.of(lot)).as(UnitExpression.of(wafer)).text());
    assertEquals(lot, table.extend().find("lot").orElseThrow());
    assertThrows(IllegalArgumentException.class, () -> table.declareBase("wafer"));
    for (double size : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class, () -> table.declare("odd", size, wafer.dimension()));
    }
    assertEquals(
        List.of("wafer", "lot"),
        table.names().subList(STANDARD.names().size(), table.names().size()));
  }

  @Test
  void keepsDecimalSizesExact() {
    UnitTable table = STANDARD.extend();
    Unit point = table.declare("bp", 0.0001, Dimension.NONE);
    assertEquals(1, point.numerator());
    assertEquals(10000, point.denominator());
    Unit third = table.declare("third", 1.0 / 3, Dimension.NONE);
    assertEquals(1.0 / 3, third.numerator() / third.denominator());
  }

  @Test
  void exchangesCurrencies() {
    UnitTable table = STANDARD.extend();
    Unit cent = table.declare("eurocent", 0.01, unit("EUR").dimension());
    Dimension money = unit("USD").dimension();
    assertNotEquals(money, cent.dimension());
    table.exchange("EUR", 1.08, money);
    UnitExpression usd = UnitParser.parse(table, "USD");
    for (String name : List.of("EUR", "kEUR", "MEUR", "BEUR", "TEUR", "eurocent")) {
      assertEquals(money, table.find(name).orElseThrow().dimension(), name);
    }
    assertEquals(1.08, usd.fromBase(UnitParser.parse(table, "EUR").toBase(1)));
    assertEquals(108, usd.fromBase(UnitParser.parse(table, "EUR").toBase(100)));
    assertEquals(1.08e9, usd.fromBase(UnitParser.parse(table, "BEUR").toBase(1)));
    assertEquals(0.0108, usd.fromBase(UnitParser.parse(table, "eurocent").toBase(1)));
    assertEquals(
        "20.8 USD",
        Quantity.of(10, usd).plus(Quantity.of(10, UnitParser.parse(table, "EUR"))).text());
    assertEquals(
        "USD",
        UnitExpression.ofProduct(UnitParser.parse(table, "USD/EUR"), UnitParser.parse(table, "EUR"))
            .text());
    assertEquals(
        "1.08 USD by the script's rate of exchange.", table.find("EUR").orElseThrow().doc());
    assertNotEquals(money, unit("EUR").dimension());
    assertThrows(IllegalArgumentException.class, () -> table.exchange("EUR", 1.1, money));
    assertThrows(IllegalArgumentException.class, () -> STANDARD.extend().exchange("EUR", 0, money));
  }

  @Test
  void exchangesOtherWaysToo() {
    UnitTable dollars = STANDARD.extend();
    dollars.exchange("USD", 0.92, unit("EUR").dimension());
    assertEquals(0.92e6, UnitParser.parse(dollars, "MUSD").toBase(1));
    UnitTable large = STANDARD.extend();
    large.exchange("kEUR", 1080, unit("USD").dimension());
    assertEquals(1.08, UnitParser.parse(large, "EUR").toBase(1));
    UnitTable francs = STANDARD.extend();
    francs.declareBase("CHF");
    francs.exchange("CHF", 1.25, unit("USD").dimension());
    assertEquals(1250, UnitParser.parse(francs, "kCHF").toBase(1));
    assertEquals(unit("USD").dimension(), UnitParser.parse(francs, "CHF").dimension());
    UnitTable yen = STANDARD.extend();
    yen.exchange("JPY", 0.0064, unit("USD").dimension());
    assertEquals(6.4, UnitParser.parse(yen, "kJPY").toBase(1));
  }

  @ParameterizedTest
  @CsvSource({
    "GBs, GB",
    "Gb, GB",
    "gb, GB",
    "yeer, year",
    "years, year",
    "yaer, year",
    "tokens, token",
    "Mtokens, Mtoken",
    "dolar, USD",
    "dollars, USD",
    "Euro, EUR",
    "usd, USD",
    "min, minute",
    "seconds, s",
    "percent, %",
    "gpus, gpu",
    "GPU, gpu",
    "kwh, kWh",
    "FLOPs, FLOP",
    "flops, FLOP",
    "params, parameter",
    "gigabytes, GB",
    "mnth, month"
  })
  void suggests(String misspelt, String meant) {
    assertEquals(meant, STANDARD.suggestions(misspelt).get(0));
  }

  @Test
  void suggestsAScriptsUnitsAndNothingFarFetched() {
    UnitTable table = STANDARD.extend();
    table.declareBase("wafer");
    assertEquals(List.of("wafer"), table.suggestions("wafers"));
    assertEquals(List.of(), table.suggestions("hyperscaler"));
    assertEquals(List.of(), table.suggestions(""));
    assertTrue(table.suggestions("XB").size() <= 3);
  }

  @Test
  void listsUnitsThatFit() {
    List<String> names = new ArrayList<>();
    for (Unit unit : STANDARD.fitting(unit("year").dimension())) {
      names.add(unit.symbol());
    }
    assertEquals(
        List.of("ns", "us", "ms", "s", "minute", "hour", "day", "week", "month", "year", "decade"),
        names);
    assertTrue(STANDARD.fitting(UnitParser.parse("USD/GB").dimension()).isEmpty());
  }
}
