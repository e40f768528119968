package org.tidemark.session.insight;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.tidemark.api.Spot;
import org.tidemark.api.Wanted;
import org.tidemark.quantity.Unit;
import org.tidemark.session.insight.Candidates.Group;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** Puts in units, those that fit first. */
final class UnitCandidates {
  private final UnitChoice choice;
  private final Candidates found;

  UnitCandidates(UnitChoice choice, Candidates found) {
    this.choice = choice;
    this.found = found;
  }

  /** Where a type is written: behind {@code as}, what fits the value; elsewhere any unit. */
  void types(Spot spot, boolean inFactor) {
    Optional<QuantityType> value =
        spot.before().map(Completer::element).flatMap(UnitCandidates::quantity);
    if (value.isPresent() && !value.get().isZero() && !inFactor) {
      fitting(choice.fitting(value.get()));
      return;
    }
    if (!inFactor) {
      add("1/year", false);
    }
    all(inFactor);
  }

  /** Right behind a number. */
  void behindNumber(Spot spot) {
    Optional<Wanted> wanted = spot.wanted();
    if (wanted.isPresent()) {
      Collection<String> fitting = fitting(wanted.get());
      if (!fitting.isEmpty()) {
        fitting(fitting);
        return;
      }
      example(wanted.get()).ifPresent(type -> fitting(choice.fitting(type)));
    }
    all(false);
  }

  /**
   * Behind a slash or a star: what the whole still needs.
   *
   * @param behindUnit whether the factor before is a unit, so that another is likely
   */
  void factor(Spot spot, boolean behindUnit) {
    spot.wanted()
        .flatMap(Wanted::quantity)
        .ifPresent(
            quantity ->
                choice.fitting(quantity).stream()
                    .filter(choice.units()::containsKey)
                    .forEach(text -> add(text, true)));
    if (behindUnit) {
      choice.units().keySet().forEach(name -> add(name, false));
    }
  }

  /** A unit of the sort that is usual where any quantity is taken. */
  Optional<QuantityType> example(Wanted wanted) {
    return wanted.quantity().or(() -> choice.example(wanted.accept().words()));
  }

  /** The units that fit something; none where it takes any. */
  Collection<String> fitting(Wanted wanted) {
    if (wanted.quantity().isPresent()) {
      return choice.fitting(wanted.quantity().get());
    }
    Set<String> texts = choice.fitting(wanted.accept());
    return texts.size() >= choice.units().size() ? Set.of() : texts;
  }

  private static Optional<QuantityType> quantity(Type type) {
    return Types.quantity(type);
  }

  private void fitting(Collection<String> texts) {
    texts.forEach(text -> add(text, true));
  }

  private void all(boolean inFactor) {
    choice.units().keySet().forEach(name -> add(name, false));
    if (!inFactor) {
      choice.ratios().keySet().forEach(text -> add(text, false));
    }
  }

  private void add(String text, boolean fits) {
    // units stand before the words that may follow a number
    Group group = fits ? Group.EXPECTED : Group.FIELD;
    Unit unit = choice.units().get(text);
    String doc = unit != null ? unit.doc() : "";
    found.add(text, text, "unit", doc, true, group, fits);
  }
}
