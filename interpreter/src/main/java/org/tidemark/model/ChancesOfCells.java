package org.tidemark.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.grammar.source.Location;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Study;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * Where the uncertain inputs of one variation lie. An input is a place of the script where a
 * distribution is written, so that all copies of what stands there share it.
 */
final class ChancesOfCells {
  private final Study.Chances chances;
  private final Map<Location, String> names;
  private final Map<Location, Found> found = new LinkedHashMap<>();

  private static final class Found {
    private final String name;
    private QuantityValue value;

    private Found(String name, QuantityValue value) {
      this.name = name;
      this.value = value;
    }
  }

  /**
   * A variation.
   *
   * @param chances where each input lies; null for the medians
   * @param names the names of places that are known
   */
  ChancesOfCells(Study.Chances chances, Map<Location, String> names) {
    this.chances = chances;
    this.names = names;
  }

  /** The value that stands for a distribution that has just been made. */
  QuantityValue drawn(QuantityValue made, Value[] from, Location place, Cell reader) {
    if (made.distribution().isEmpty()) {
      return made;
    }
    Distribution distribution = made.distribution().get();
    for (Value part : from) {
      // truncated(normal(…), low: 0) is one input, not two
      if (part instanceof QuantityValue inner && inner.distribution().isPresent()) {
        found.values().removeIf(f -> f.value.distribution().equals(inner.distribution()));
      }
    }
    if (chances == null) {
      if (!found.containsKey(place)) {
        found.put(place, new Found(named(reader, place), made));
      }
      return made;
    }
    String name = names.get(place);
    double chance = chances.of(name == null ? fallback(place) : name);
    return new QuantityValue(
        new Quantity(distribution.quantile(chance), made.quantity().unit()),
        Optional.of(new Drawn(distribution, chance)));
  }

  private String named(Cell reader, Location place) {
    String base = reader == null ? fallback(place) : reader.path();
    String name = base;
    for (int i = 2; taken(name); i++) {
      name = base + " (" + i + ")";
    }
    return name;
  }

  private boolean taken(String name) {
    return found.values().stream().anyMatch(f -> f.name.equals(name));
  }

  private static String fallback(Location place) {
    return place.source().name() + " at " + place.span().start();
  }

  /** The bounds of a definition narrow the input of its name. */
  void narrowed(String name, QuantityValue value) {
    for (Found input : found.values()) {
      if (input.name.equals(name)) {
        input.value = value;
      }
    }
  }

  /** The inputs that were met, by place. */
  Map<Location, String> names() {
    Map<Location, String> all = new LinkedHashMap<>();
    found.forEach((place, input) -> all.put(place, input.name));
    return all;
  }

  /** The inputs that were met. */
  List<Study.UncertainInput> inputs() {
    return found.values().stream()
        .map(
            f ->
                new Study.UncertainInput(
                    f.name, f.value.distribution().orElseThrow(), f.value.quantity().unit()))
        .toList();
  }
}
