package org.tidemark.vocab.refusals;

import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.NoValue;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.TextSearch;

/** {@code refused}: whether something has no value. */
public final class RefusedFunction extends BuiltIn {
  private static final String WHAT = "what";
  private static final String BECAUSE = "because";

  private RefusedFunction() {
    super("refused");
  }

  /** Adds it. */
  public static void register(Registry registry) {
    RefusedFunction refused = new RefusedFunction();
    registry.function(
        refused
            .spec(
                "Whether an expression is refused: true where working it out ends outside of a"
                    + " bound, without a solution, in a division by zero or the like (errors E04,"
                    + " E05 and E06), false where it has a value. It tests bounds from both sides."
                    + " Work that is stopped or grows beyond its limits says nothing of the model"
                    + " and ends the run as ever, and so do files that cannot be read.")
            .expression(WHAT, Accept.ANYTHING, "what may be refused")
            .optional(
                BECAUSE,
                Accept.TEXT,
                "any reason",
                "true only where the message of the refusal holds this text")
            .example("refused(1 / 0)")
            .body(refused));
  }

  @Override
  public Type of(CallCheck call) {
    return BasicType.BOOL;
  }

  @Override
  public Value of(CallValues call) {
    Value value;
    try {
      value = call.lazy(WHAT).evaluate();
    } catch (NoValue refusal) {
      if (!refusal.isRefusal()) {
        throw refusal;
      }
      return BoolValue.of(
          !call.has(BECAUSE) || TextSearch.contains(refusal.getMessage(), call.text(BECAUSE)));
    }
    if (value instanceof ModelValue) {
      throw Problem.of("E0503", "a model by itself is never refused, what it defines may be")
          .withHelp("ask for something in it: refused((Model with { input = 1 }).output)")
          .about(WHAT);
    }
    return BoolValue.FALSE;
  }
}
