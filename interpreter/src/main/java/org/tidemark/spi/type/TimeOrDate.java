package org.tidemark.spi.type;

import java.util.Optional;

/** What a trajectory is called with: a date, or a time since the start. */
public enum TimeOrDate implements Type {
  /** The only one. */
  TYPE;

  @Override
  public String describe() {
    return "a date, or a time since the start";
  }

  @Override
  public Optional<Type> joinWith(Type other) {
    boolean fits =
        other == this
            || other == BasicType.DATE
            || (other instanceof QuantityType quantity && quantity.fits(Types.DURATION));
    return fits ? Optional.of(this) : Optional.empty();
  }
}
