package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.threshold.Release;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.Value;

/**
 * A fall of a threshold that nobody foresees, such as a model that needs less.
 *
 * @param at a date, or a time since the start
 * @param lowers by how much
 */
record Fall(Value at, Quantity lowers) {
  private static final String AT = "at";
  private static final String LOWERS = "lowers";

  /** Whether a type is a list of such falls. */
  static boolean isList(Type type) {
    return type instanceof ListType list
        && (list.element() == BasicType.UNKNOWN
            || (list.element() instanceof RecordType record
                && record.fields().containsKey(AT)
                && record.fields().containsKey(LOWERS)
                && record.fields().size() == 2));
  }

  /** Whether those of a list lower a stock at a date or a time. */
  static boolean fits(Type type, QuantityType stock) {
    if (!(type instanceof ListType list) || !(list.element() instanceof RecordType record)) {
      return true;
    }
    Type at = record.fields().get(AT);
    return Types.fits(stock, record.fields().get(LOWERS))
        && (at == BasicType.DATE || Types.fits(Types.DURATION, at));
  }

  static List<Fall> list(Optional<Value> value) {
    List<Fall> falls = new ArrayList<>();
    if (value.isPresent() && value.get() instanceof ListValue list) {
      for (Value element : list.elements()) {
        RecordValue record = (RecordValue) element;
        falls.add(
            new Fall(
                record.fields().get(AT), Values.quantity(record.fields().get(LOWERS), "a fall")));
      }
    }
    return List.copyOf(falls);
  }

  /** As the solver takes it. */
  Release release(MarketValue market) {
    return new Release(seconds(market), lowers.magnitude());
  }

  private double seconds(MarketValue market) {
    if (!(at instanceof DateValue date)) {
      return Values.quantity(at, "the time of a release").magnitude();
    }
    DateValue start =
        market
            .start()
            .orElseThrow(
                () ->
                    Problem.of(
                            "E0402",
                            "a release has a date, and the market "
                                + market.name()
                                + " does not say when it starts")
                        .withHelp("start = date(2024)")
                        .withHelp("or give the time since the start: at: 3 year"));
    double seconds = Dates.between(start, date);
    if (seconds < 0) {
      throw Problem.of(
              "E0501",
              "a release in "
                  + Dates.text(date)
                  + " comes before the market starts, in "
                  + Dates.text(start))
          .withHelp("lower the threshold itself by what was released before");
    }
    return seconds;
  }
}
