package org.tidemark.vocab.common;

import java.util.List;
import java.util.Optional;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.TextValue;

/** Fields that a declaration may leave out. */
public final class OptionalFields {
  private OptionalFields() {}

  /** A text; absent where it is not set or missing. */
  public static Optional<String> text(DeclaredFields fields, String field) {
    return fields
        .value(field)
        .filter(TextValue.class::isInstance)
        .map(value -> ((TextValue) value).text());
  }

  /** The texts of a list; none where it is not set or missing. */
  public static List<String> texts(DeclaredFields fields, String field) {
    return fields
        .value(field)
        .filter(ListValue.class::isInstance)
        .map(
            value ->
                ((ListValue) value)
                    .elements().stream()
                        .filter(TextValue.class::isInstance)
                        .map(element -> ((TextValue) element).text())
                        .toList())
        .orElse(List.of());
  }
}
