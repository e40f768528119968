package org.tidemark.vocab.industry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.value.DateValue;

class ClaimToleranceTest {
  private static final ClaimTolerance DEFAULT =
      new ClaimTolerance(Optional.empty(), Optional.empty(), Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "34.1, 0.05",
    "3.8, 0.05",
    "600, 0.5",
    "0.23, 0.005",
    "0, 0.5",
    "1.2e12, 5e10",
    "1e7, 5e6",
    "-2.5, 0.05",
    "0.0001, 5e-5",
    "9999999, 0.5"
  })
  void isHalfOfTheLastDigit(double written, double half) {
    assertEquals(half, ClaimTolerance.halfOfLastDigit(written));
  }

  @Test
  void readsTheDigitsInTheUnitWritten() {
    UnitExpression percent = UnitExpression.of(UnitTable.standard().find("%").orElseThrow());
    for (int tenths = 1; tenths < 1000; tenths++) {
      if (tenths % 10 != 0) {
        assertEquals(
            0.0005, DEFAULT.of(Quantity.of(tenths / 10.0, percent)), 1e-18, tenths + " tenths");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2028, 0.5", "2027.75, 0.0416666666666", "2027.8, 0.05"})
  void isHalfOfWhatADateNames(double year, double half) {
    assertEquals(half, DEFAULT.of(new DateValue(year)) / CalendarDate.SECONDS_PER_YEAR, 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "3.80 year, 2",
    "3.8 year, 1",
    "18 year, 0",
    "34.1 %, 1",
    "1_298 BUSD, 0",
    "2.5e-3, 4",
    "1.2e12 USD, -11",
    "-0.50, 2"
  })
  void theWrittenDigitsCount(String written, int decimals) {
    assertEquals(decimals, WrittenDigits.decimals(written).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"x2", "3 .. 4", "25900000", "reported"})
  void otherTextsSayNothingOfDigits(String written) {
    assertEquals(java.util.OptionalInt.empty(), WrittenDigits.decimals(written));
  }
}
