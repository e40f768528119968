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
import org.tidemark.spi.value.UncertainObject;
import org.tidemark.spi.value.Value;

/**
 * Where the uncertain inputs of one variation lie. An input is a place of the script where a
 * distribution is written, so that all copies of what stands there share it.
 */
final class ChancesOfCells {
  private final Study.Chances chances;
  private final Map<Place, String> names;
  private final boolean noting;
  private final Map<Place, Found> found = new LinkedHashMap<>();

  /**
   * Where an input is made.
   *
   * @param location of the call that makes it
   * @param part which of the quantities it makes; empty where it is the only one
   */
  record Place(Location location, String part) {}

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
   * @param chances where each input lies; null for the medians, which notes them
   * @param names the names of places that are known
   */
  ChancesOfCells(Study.Chances chances, Map<Place, String> names) {
    this(chances, names, chances == null);
  }

  private ChancesOfCells(Study.Chances chances, Map<Place, String> names, boolean noting) {
    this.chances = chances;
    this.names = names;
    this.noting = noting;
  }

  /**
   * What notes the inputs of a study that stands inside of a variation: there they lie where the
   * variation has them, and not at their medians.
   *
   * @param around the variation's; null where there is none
   */
  static ChancesOfCells notingWithin(ChancesOfCells around) {
    return around == null
        ? new ChancesOfCells(null, Map.of())
        : new ChancesOfCells(around.chances, around.names, true);
  }

  /** The same places, for one variation of a study in which they stay. */
  ChancesOfCells staying() {
    return new ChancesOfCells(chances, names);
  }

  /** The value that stands for a distribution that has just been made. */
  QuantityValue drawn(QuantityValue made, Value[] from, Location location, Cell reader) {
    if (made.distribution().isEmpty()) {
      return made;
    }
    Distribution distribution = made.distribution().get();
    for (Value part : from) {
      // truncated(normal(…), low: 0) is one input, not two
      if (part instanceof QuantityValue inner && inner.distribution().isPresent()) {
        found.values().removeIf(f -> f.value.distribution().equals(whole(inner)));
      }
    }
    Place place = new Place(location, "");
    if (noting) {
      note(place, made, reader);
    }
    if (chances == null) {
      return made;
    }
    double chance = chance(place);
    return new QuantityValue(
        new Quantity(Promise.quantile(distribution, chance), made.quantity().unit()),
        Optional.of(new Drawn(distribution, chance)));
  }

  /** An object that has just been made, where its uncertain quantities lie. */
  Value drawn(UncertainObject made, Location location, Cell reader) {
    List<UncertainObject.Part> parts = made.uncertain();
    double[] at = new double[parts.size()];
    for (int i = 0; i < at.length; i++) {
      UncertainObject.Part part = parts.get(i);
      Place place = new Place(location, part.name());
      if (noting) {
        double median = part.distribution().median();
        note(
            place,
            new QuantityValue(new Quantity(median, part.unit()), Optional.of(part.distribution())),
            reader);
      }
      if (chances != null) {
        at[i] = chance(place);
      }
    }
    return chances == null || at.length == 0 ? made : made.drawn(at);
  }

  private static Optional<Distribution> whole(QuantityValue value) {
    return value.distribution().map(d -> d instanceof Drawn drawn ? drawn.whole() : d);
  }

  private void note(Place place, QuantityValue made, Cell reader) {
    if (!found.containsKey(place)) {
      found.put(place, new Found(named(reader, place), made));
    }
  }

  private double chance(Place place) {
    String name = names.get(place);
    return chances.of(name == null ? fallback(place) : name);
  }

  private String named(Cell reader, Place place) {
    String whole = reader == null ? fallback(place) : reader.path();
    String base = place.part().isEmpty() || reader == null ? whole : whole + "." + place.part();
    String name = base;
    for (int i = 2; taken(name); i++) {
      name = base + " (" + i + ")";
    }
    return name;
  }

  private boolean taken(String name) {
    return found.values().stream().anyMatch(f -> f.name.equals(name));
  }

  private static String fallback(Place place) {
    Location at = place.location();
    String made = at.source().name() + " at " + at.span().start();
    return place.part().isEmpty() ? made : made + "." + place.part();
  }

  /** The bounds of a definition narrow the input of its name. */
  void narrowed(String name, QuantityValue value) {
    for (Found input : found.values()) {
      if (input.name.equals(name)) {
        input.value = new QuantityValue(value.quantity(), whole(value));
      }
    }
  }

  /** The inputs that were met, by place. */
  Map<Place, String> names() {
    Map<Place, String> all = new LinkedHashMap<>();
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
