package org.tidemark.session.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.api.Lookup;
import org.tidemark.api.Name;
import org.tidemark.quantity.Unit;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Accept;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The units that can be offered: all that have a name, and combinations that are in use. */
final class UnitChoice {
  private static final List<String> COMMON =
      List.of(
          "USD", "%", "year", "GB", "TB", "EB", "month", "EUR", "kW", "kWh", "hour", "day",
          "token");

  /** Behind it stands a number with a unit, in the words of what fields and parameters take. */
  private static final String EXAMPLE = "such as ";

  private static final String[] RATIOS = {
    "USD/GB",
    "EB/year",
    "USD/year",
    "BUSD/year",
    "%/year",
    "USD/hour",
    "USD/kWh",
    "USD/token",
    "GB/year",
    "EUR/hour",
    "kWh/year",
    "token/year"
  };

  private final Map<String, Unit> units = new LinkedHashMap<>();
  private final Map<String, UnitExpression> ratios = new LinkedHashMap<>();

  UnitChoice(Lookup lookup) {
    UnitTable table = lookup.units();
    for (String common : COMMON) {
      table.find(common).ifPresent(unit -> units.put(common, unit));
    }
    for (String name : table.names()) {
      table.find(name).ifPresent(unit -> units.putIfAbsent(name, unit));
    }
    for (Name name : lookup.names()) {
      used(name.type());
    }
    for (String ratio : RATIOS) {
      int slash = ratio.indexOf('/');
      Unit above = table.find(ratio.substring(0, slash)).orElseThrow();
      Unit below = table.find(ratio.substring(slash + 1)).orElseThrow();
      ratios.putIfAbsent(ratio, UnitExpression.of(above).over(UnitExpression.of(below)));
    }
  }

  private void used(Type type) {
    Type element = type instanceof ListType list ? list.element() : type;
    Optional<QuantityType> quantity = Types.quantity(element);
    if (quantity.isPresent() && !quantity.get().isZero() && !quantity.get().isPure()) {
      UnitExpression unit = quantity.get().unit();
      boolean spelled = unit.units().size() > 1 && !unit.text().startsWith("/");
      if (spelled) {
        ratios.putIfAbsent(unit.text(), unit);
      }
    }
  }

  /** All units that have a name, common ones first. */
  Map<String, Unit> units() {
    return units;
  }

  /** Combinations of units, those of the conversation first. */
  Map<String, UnitExpression> ratios() {
    return ratios;
  }

  /** The units that something takes, written out, combinations first. */
  Set<String> fitting(Accept accept) {
    Set<String> texts = new LinkedHashSet<>();
    ratios.forEach(
        (text, unit) -> {
          if (accept.accepts(QuantityType.of(unit))) {
            texts.add(text);
          }
        });
    units.forEach(
        (name, unit) -> {
          if (accept.accepts(QuantityType.of(UnitExpression.of(unit)))) {
            texts.add(name);
          }
        });
    return texts;
  }

  /** The units of a type, as {@link #fitting(Accept)}. */
  List<String> fitting(QuantityType type) {
    return new ArrayList<>(fitting(new Accept("", other -> Types.fits(type, other), true)));
  }

  /**
   * The unit in which the words of something that takes any quantity give an example, as in {@code
   * "a cost per unit, such as 2 USD/GB"}.
   */
  Optional<QuantityType> example(String words) {
    int start = words.indexOf(EXAMPLE);
    if (start < 0) {
      return Optional.empty();
    }
    String[] parts = words.substring(start + EXAMPLE.length()).split("[ ,;]", 3);
    if (parts.length < 2) {
      return Optional.empty();
    }
    UnitExpression ratio = ratios.get(parts[1]);
    Unit unit = units.get(parts[1]);
    return Optional.ofNullable(ratio)
        .or(() -> Optional.ofNullable(unit).map(UnitExpression::of))
        .map(QuantityType::of);
  }
}
