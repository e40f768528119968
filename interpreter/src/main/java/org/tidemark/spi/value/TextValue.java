package org.tidemark.spi.value;

/**
 * Characters.
 *
 * @param text the characters
 */
public record TextValue(String text) implements Value {
  @Override
  public String describe() {
    return "a text";
  }
}
