package org.tidemark.session.insight;

import java.util.Optional;
import org.tidemark.api.Lookup;
import org.tidemark.api.Name;
import org.tidemark.api.Spot;
import org.tidemark.api.Wanted;
import org.tidemark.session.insight.Candidates.Group;
import org.tidemark.spi.Constant;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** Puts in names: those in scope, and what may stand behind a dot. */
final class NameCandidates {
  private final Lookup lookup;
  private final Candidates found;

  /** The sort of quantity that is usual at the place, where it takes any. */
  private Optional<QuantityType> example = Optional.empty();

  NameCandidates(Lookup lookup, Candidates found) {
    this.lookup = lookup;
    this.found = found;
  }

  void members(Spot spot, Optional<Type> target) {
    for (Name member : spot.members()) {
      boolean fits = spot.wanted().filter(wanted -> wanted.fits(member.type())).isPresent();
      found.add(member.name(), member.sort(), Described.of(member), Group.FIELD, fits);
    }
  }

  /** The names of the entry itself, locals included. */
  void near(Spot spot) {
    for (Name name : spot.near()) {
      if (name.sort().equals("column")) {
        found.add(name.name(), name.sort(), Described.of(name), Group.EXPECTED, true);
      } else {
        add(name, spot.wanted(), name.sort().equals("local") ? Group.LOCAL : Group.OWN);
      }
    }
  }

  /** The names of the conversation. */
  void own() {
    own(Optional.empty());
  }

  private void own(Optional<Wanted> wanted) {
    for (Name name : lookup.names()) {
      add(name, wanted, Group.OWN);
    }
  }

  private void add(Name name, Optional<Wanted> wanted, Group group) {
    found.add(name.name(), name.sort(), Described.of(name), group, fits(wanted, name.type()));
  }

  private boolean fits(Optional<Wanted> wanted, Type type) {
    if (wanted.filter(w -> w.fits(type)).isEmpty()) {
      return false;
    }
    Optional<QuantityType> quantity = Types.quantity(type);
    return example.isEmpty()
        || wanted.get().quantity().isPresent()
        || quantity.isEmpty()
        || quantity.get().fits(example.get());
  }

  /** All that may stand for a value. */
  void values(Spot spot, Optional<QuantityType> example) {
    this.example = example;
    near(spot);
    own(spot.wanted());
    for (FunctionSpec function : lookup.functions()) {
      found.add(function.name(), "function", firstLine(function.doc()), Group.BUILTIN, false);
    }
    for (Constant constant : lookup.constants()) {
      found.add(constant.name(), "constant", constant.doc(), Group.BUILTIN, false);
    }
  }

  static String firstLine(String doc) {
    String text = doc.strip();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
