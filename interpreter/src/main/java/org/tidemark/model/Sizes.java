package org.tidemark.model;

import java.util.List;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.source.Location;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** How large values are, for what may be spent on them. */
final class Sizes {
  /** About as many characters as a number takes in a result. */
  private static final int NUMBER = 12;

  /** So many times as many elements as a list may have, it may have with those of its lists. */
  private static final int NESTED = 10;

  private Sizes() {}

  /**
   * Refuses a value that is too large before it is made: a range that is to be a list.
   *
   * @return about how much work it is to go through it once
   */
  static long given(Value value, Evaluation evaluation, Budget budget, Location location) {
    if (value instanceof IntervalValue interval) {
      double count = count(interval);
      evaluation.spending().require(budget, Limit.LIST, (long) Math.min(count, 9e18), location);
      return (long) count / 64;
    }
    if (value instanceof ListValue list) {
      return list.elements().size() / 64;
    }
    return value instanceof TableValue table ? table.rows().size() / 64 : 0;
  }

  /** Refuses a value that has become too large. */
  static void made(Value value, Evaluation evaluation, Budget budget, Location location) {
    if (value instanceof ListValue || value instanceof RecordValue) {
      int first = value instanceof ListValue list ? list.elements().size() : 0;
      evaluation.spending().require(budget, Limit.LIST, first, location);
      long bound = most(budget);
      long parts = parts(value, bound);
      evaluation.spending().require(budget, Limit.LIST, parts > bound ? parts : 0, location);
      // a list may hold a long text many times, which costs nothing until it is compared
      long most = textsTogether(budget);
      long characters = texts(value, most);
      evaluation
          .spending()
          .require(budget, Limit.TEXT, characters > most ? characters : 0, location);
      evaluation.spending().steps(budget, parts / 64 + characters / 1024, location);
    } else if (value instanceof TableValue table) {
      evaluation.spending().require(budget, Limit.LIST, table.rows().size(), location);
      long most = textsTogether(budget);
      long characters = 0;
      for (List<Value> row : table.rows()) {
        for (Value cell : row) {
          characters += texts(cell, most);
        }
        evaluation
            .spending()
            .require(budget, Limit.TEXT, characters > most ? characters : 0, location);
      }
      evaluation.spending().steps(budget, table.rows().size() / 64 + characters / 1024, location);
    } else if (value instanceof TextValue text) {
      evaluation.spending().require(budget, Limit.TEXT, text.text().length(), location);
      evaluation.spending().steps(budget, text.text().length() / 1024, location);
    }
  }

  private static long most(Budget budget) {
    return nested(budget.limits().of(Limit.LIST));
  }

  /** How many characters the texts of a value may have in all. */
  private static long textsTogether(Budget budget) {
    return nested(budget.limits().of(Limit.TEXT));
  }

  private static long nested(long one) {
    return one > Long.MAX_VALUE / NESTED ? Long.MAX_VALUE : one * NESTED;
  }

  /** The characters of the texts in a value; counts no further than a bound. */
  private static long texts(Value value, long bound) {
    if (value instanceof TextValue text) {
      return text.text().length();
    }
    long all = 0;
    if (value instanceof ListValue list) {
      for (Value element : list.elements()) {
        if (!isOfTexts(element)) {
          // all elements are of one type
          return all;
        }
        all += texts(element, bound - all);
        if (all > bound) {
          return all;
        }
      }
    } else if (value instanceof RecordValue record) {
      for (Value field : record.fields().values()) {
        all += texts(field, bound - all);
        if (all > bound) {
          return all;
        }
      }
    }
    return all;
  }

  private static boolean isOfTexts(Value value) {
    return value instanceof TextValue
        || value instanceof ListValue
        || value instanceof RecordValue
        || value instanceof SpecialValue;
  }

  /**
   * The elements of a list and of the lists in it; counts no further than a bound. A list may hold
   * the same list twice, which costs no memory but twice the time to whoever goes through it.
   */
  private static long parts(Value value, long bound) {
    long all = 0;
    if (value instanceof ListValue list) {
      all = list.elements().size();
      for (Value element : list.elements()) {
        if (element instanceof ListValue || element instanceof RecordValue) {
          all += parts(element, bound - all);
        }
        if (all > bound) {
          return all;
        }
      }
    } else if (value instanceof RecordValue record) {
      for (Value field : record.fields().values()) {
        all += 1 + parts(field, bound - all);
        if (all > bound) {
          return all;
        }
      }
    }
    return all;
  }

  /** How many values an interval stands for; 1 where it is none that can be gone through. */
  private static double count(IntervalValue interval) {
    double count = 1;
    if (interval.from() instanceof QuantityValue from
        && interval.to() instanceof QuantityValue to) {
      double step =
          interval.step().isPresent()
              ? interval.step().get() instanceof QuantityValue each
                  ? each.quantity().magnitude()
                  : 1
              : from.quantity().dimension().isNone() ? to.quantity().unit().toBase(1) : 0;
      count = step == 0 ? 1 : (to.quantity().magnitude() - from.quantity().magnitude()) / step;
    } else if (interval.from() instanceof DateValue from
        && interval.to() instanceof DateValue to
        && interval.step().isPresent()
        && interval.step().get() instanceof QuantityValue each) {
      count =
          (to.year() - from.year()) / (each.quantity().magnitude() / CalendarDate.SECONDS_PER_YEAR);
    }
    return count > 0 ? count : 1;
  }

  /** About how many characters a value takes where it is shown; counts no further than a bound. */
  static long characters(Value value, long bound) {
    if (value instanceof TextValue text) {
      return text.text().length();
    }
    long all = NUMBER;
    if (value instanceof ListValue list) {
      for (Value element : list.elements()) {
        all += characters(element, bound - all);
        if (all > bound) {
          return all;
        }
      }
    } else if (value instanceof RecordValue record) {
      for (var field : record.fields().entrySet()) {
        all += field.getKey().length() + characters(field.getValue(), bound - all);
        if (all > bound) {
          return all;
        }
      }
    } else if (value instanceof TableValue table) {
      for (var row : table.rows()) {
        for (Value cell : row) {
          all += characters(cell, bound - all);
        }
        if (all > bound) {
          return all;
        }
      }
    } else if (value instanceof Chart chart) {
      for (Series series : chart.series()) {
        for (Mark mark : series.marks()) {
          all += (long) NUMBER * numbers(mark);
        }
      }
    }
    return all;
  }

  private static int numbers(Mark mark) {
    if (mark instanceof Mark.Line line) {
      return 2 * line.x().size();
    }
    if (mark instanceof Mark.Points points) {
      return 2 * points.x().size();
    }
    if (mark instanceof Mark.Band band) {
      return 3 * band.x().size();
    }
    if (mark instanceof Mark.Spreads spreads) {
      return 3 * spreads.x().size();
    }
    return mark instanceof Mark.Bars bars
        ? 4 * bars.from().size()
        : ((Mark.Cells) mark).value().size();
  }
}
