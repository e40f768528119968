package org.tidemark.vocab.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;

/** What a result rests on. */
public final class EvidenceFunction extends BuiltIn {
  private EvidenceFunction() {
    super("evidence");
  }

  /** Adds it. */
  public static void register(Registry registry) {
    EvidenceFunction evidence = new EvidenceFunction();
    registry.function(
        evidence
            .spec(
                "The inputs that a result rests on: `.inputs` is a table of them with their grades"
                    + " and sources, `.weakest` the grade of the weakest, and no result is stronger"
                    + " than that.")
            .expression("result", Accept.ANYTHING, "the expression whose inputs are asked for")
            .example("evidence(1 + 1)")
            .body(evidence));
  }

  @Override
  public Type of(CallCheck call) {
    Map<String, Type> columns = new LinkedHashMap<>();
    for (String column : EvidenceValue.COLUMNS) {
      columns.put(column, BasicType.TEXT);
    }
    return ObjectType.named("evidence")
        .member("inputs", new TableType(columns))
        .member("weakest", BasicType.TEXT)
        .build();
  }

  @Override
  public Value of(CallValues call) {
    return new EvidenceValue(call.lazy("result").evidence());
  }
}
