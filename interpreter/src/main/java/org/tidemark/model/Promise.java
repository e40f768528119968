package org.tidemark.model;

import java.util.List;
import java.util.Map;
import org.tidemark.check.plugin.Blame;
import org.tidemark.grammar.source.Location;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * The type that a plugin said of a call, which what it gives has to be of. Tidemark's own functions
 * are held to theirs by tests.
 *
 * @param plugin its name
 * @param function what is called
 * @param type what it said; unknown where it said nothing
 */
record Promise(String plugin, String function, Type type) {
  /** At these a distribution is asked whether it gives numbers that go up. */
  private static final double[] CHANCES = {0.01, 0.25, 0.5, 0.75, 0.99};

  /**
   * A value that keeps it.
   *
   * @throws EvaluationFailure where it does not
   */
  Value kept(Value value, Location location) {
    if (!fits(type, value)) {
      throw PluginFailures.unlike(plugin, function, type, words(value), location);
    }
    if (value instanceof QuantityValue quantity) {
      if (Double.isNaN(quantity.quantity().magnitude())) {
        throw PluginFailures.unlike(plugin, function, type, "no number (NaN)", location);
      }
      if (quantity.distribution().isPresent()) {
        requireNumbers(quantity.distribution().get(), quantity.quantity(), location);
      }
    }
    return value;
  }

  private void requireNumbers(Distribution distribution, Quantity around, Location location) {
    try {
      double before = Double.NEGATIVE_INFINITY;
      for (double chance : CHANCES) {
        double at = distribution.quantile(chance);
        if (!(at >= before) || Double.isNaN(distribution.cumulative(at))) {
          throw PluginFailures.unlike(
              plugin, function, type, "a distribution whose quantiles do not go up", location);
        }
        before = at;
      }
      PluginFailures.given(distribution.text(around.unit()), distribution, function, location);
    } catch (EvaluationFailure told) {
      throw told;
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failed) {
      throw PluginFailures.of(plugin, function, failed, location);
    }
  }

  /**
   * A quantile of a distribution.
   *
   * @throws Problem where a plugin gives no number
   */
  static double quantile(Distribution distribution, double chance) {
    double at = distribution.quantile(chance);
    if (Double.isNaN(at)) {
      Blame.owner(distribution)
          .ifPresent(
              plugin -> {
                throw Problem.of(
                        "E0745",
                        "the plugin "
                            + plugin
                            + " gave a distribution without a quantile "
                            + chance)
                    .withHelp(
                        "this is a mistake in the plugin, not in the script; tell its makers");
              });
    }
    return at;
  }

  private static String words(Value value) {
    return value instanceof QuantityValue quantity
        ? QuantityType.of(quantity.quantity().dimension()).describe()
        : value.describe();
  }

  private static boolean fits(Type type, Value value) {
    if (value == null) {
      return false;
    }
    if (type == BasicType.UNKNOWN || value instanceof SpecialValue) {
      return true;
    }
    if (type instanceof QuantityType quantity) {
      return fits(quantity, value);
    }
    if (type instanceof BasicType basic) {
      return switch (basic) {
        case DATE -> value instanceof DateValue;
        case TEXT -> value instanceof TextValue;
        case BOOL -> value instanceof BoolValue;
        default -> false;
      };
    }
    if (type instanceof ListType list) {
      return value instanceof ListValue given && all(list.element(), given.elements());
    }
    if (type instanceof RecordType record) {
      return value instanceof RecordValue given && fits(record.fields(), given.fields());
    }
    if (type instanceof TableType table) {
      return value instanceof TableValue given && fits(table, given);
    }
    if (type instanceof IntervalType interval) {
      return value instanceof IntervalValue given
          && fits(interval.element(), given.from())
          && fits(interval.element(), given.to());
    }
    if (type instanceof FunctionType) {
      return value instanceof FunctionValue || value instanceof ObjectValue;
    }
    if (type instanceof ObjectType object) {
      return value instanceof ObjectValue
          || value instanceof ModelValue
          || object.quantity().isPresent() && fits(object.quantity().get(), value);
    }
    return true;
  }

  private static boolean fits(QuantityType type, Value value) {
    Quantity given =
        value instanceof QuantityValue quantity
            ? quantity.quantity()
            : value instanceof ObjectValue object ? object.quantity().orElse(null) : null;
    return given != null && (given.fitsAnything() || type.fits(QuantityType.of(given.dimension())));
  }

  private static boolean fits(Map<String, Type> types, Map<String, Value> values) {
    return types.keySet().equals(values.keySet())
        && types.entrySet().stream().allMatch(e -> fits(e.getValue(), values.get(e.getKey())));
  }

  private static boolean fits(TableType type, TableValue table) {
    if (!List.copyOf(type.columns().keySet()).equals(table.columns())) {
      return false;
    }
    for (String column : table.columns()) {
      if (!all(type.columns().get(column), table.column(column))) {
        return false;
      }
    }
    return true;
  }

  private static boolean all(Type type, List<Value> values) {
    return values.stream().allMatch(value -> fits(type, value));
  }
}
