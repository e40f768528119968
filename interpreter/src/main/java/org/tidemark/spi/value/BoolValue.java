package org.tidemark.spi.value;

/** True or false. */
public enum BoolValue implements Value {
  /** It holds. */
  TRUE,
  /** It does not hold. */
  FALSE;

  /** One of the two. */
  public static BoolValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Whether it holds. */
  public boolean holds() {
    return this == TRUE;
  }

  @Override
  public String describe() {
    return "a truth value";
  }
}
