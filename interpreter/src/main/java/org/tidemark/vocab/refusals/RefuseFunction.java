package org.tidemark.vocab.refusals;

import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;

/** {@code refuse}: where a model has no value, in its author's words. */
public final class RefuseFunction extends BuiltIn {
  private static final String WHY = "why";
  private static final String CURE = "cure";

  private RefuseFunction() {
    super("refuse");
  }

  /** Adds it. */
  public static void register(Registry registry) {
    RefuseFunction refuse = new RefuseFunction();
    registry.function(
        refuse
            .spec(
                "Has no value: what asks for it is refused with error E0640, which says why and"
                    + " what would have a value. It stands where a value of any sort is wanted,"
                    + " as a rule behind `else`, and does nothing where it is not reached.")
            .required(WHY, Accept.TEXT, "why there is no value")
            .required(CURE, Accept.TEXT, "what would have one")
            .example("if 2 > 1 then 3 else refuse(\"nothing is left\", cure: \"take less\")")
            .body(refuse));
  }

  /** Fits wherever it stands. */
  @Override
  public Type of(CallCheck call) {
    return BasicType.UNKNOWN;
  }

  @Override
  public Value of(CallValues call) {
    String why = call.text(WHY);
    Problem refusal =
        Problem.noSolution("E0640", why.isBlank() ? "the model refuses a value here" : why);
    String cure = call.text(CURE);
    throw refusal.withHelp(cure.isBlank() ? "see what leads here" : cure);
  }
}
