package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import org.tidemark.spi.Accept;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/** {@code data name = table}: observations that a model rests on. */
final class DataKind implements Kind {
  private static final String ROWS = "rows";

  private static final List<FieldSpec> FIELDS =
      List.of(
          FieldSpec.required(
              ROWS, Accept.TABLE, "The observations: csv(...), or table(...) with rows in place."));

  @Override
  public String name() {
    return "data";
  }

  @Override
  public String doc() {
    return """
    A table of observations, read from a file or written in place. It is used like any table.\
    """;
  }

  @Override
  public List<FieldSpec> fields() {
    return FIELDS;
  }

  @Override
  public Header header() {
    return new Header(Optional.of(ROWS), false, false, Optional.empty(), false, false);
  }

  @Override
  public Optional<String> example() {
    return Optional.of(
        """
        data spot_price = table(on: date, usd: USD/GB) { 2024, 15; 2025, 12 }
        show spot_price
        """);
  }

  @Override
  public Type check(DeclarationCheck declaration) {
    return declaration.type(ROWS);
  }

  @Override
  public Value create(DeclaredFields fields) {
    return fields.value(ROWS).orElseThrow();
  }
}
