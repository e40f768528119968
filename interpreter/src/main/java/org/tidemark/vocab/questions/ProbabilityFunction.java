package org.tidemark.vocab.questions;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.chance.Estimate;
import org.tidemark.solve.chance.Proportion;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Partial;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Registry;
import org.tidemark.spi.Study;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;

/** {@code probability}: how often a condition holds. */
final class ProbabilityFunction extends BuiltIn {
  private static final String CONDITION = "condition";
  private static final byte HOLDS = 1;
  private static final byte HOLDS_NOT = 2;

  private ProbabilityFunction() {
    super("probability");
  }

  static void register(Registry registry) {
    ProbabilityFunction probability = new ProbabilityFunction();
    registry.function(
        probability
            .spec(
                "The part of the draws of the uncertain inputs in which a condition holds. It"
                    + " stands for that number; `.error` is its Monte-Carlo standard error, `.low`"
                    + " and `.high` enclose it with 95 % confidence (Wilson), `.failed` counts the"
                    + " draws without a solution, which are left out.")
            .expression(CONDITION, Accept.BOOL, "the condition")
            .optional(Sampler.DRAWS, Accept.NUMBER, "10 000", "how many draws")
            .optional(
                Sampler.SEED, Accept.NUMBER, "1", "which draws: the same seed, the same draws")
            .example("probability((1 to 10) > 3, draws: 100)")
            .body(probability));
  }

  @Override
  public Type of(CallCheck call) {
    ObjectType.Builder type = ObjectType.named("probability").quantity(QuantityType.PURE);
    for (String name : List.of("error", "low", "high", "draws", "failed")) {
      type.member(name, QuantityType.PURE);
    }
    return type.build();
  }

  @Override
  public Value of(CallValues call) {
    Study study = call.study(CONDITION, "");
    int count =
        call.has(Sampler.DRAWS)
            ? (int) Sampler.whole(call, Sampler.DRAWS, 1, Sampler.MOST_DRAWS)
            : (int) Sampler.USUAL_DRAWS;
    call.surroundings().allowDraws(count);
    byte[] answers = new byte[count];
    Study.Failure[] failure = new Study.Failure[1];
    Study.Sink sink =
        (number, trial) -> {
          if (trial.value().isPresent()) {
            answers[number] = trial.value().get() == BoolValue.TRUE ? HOLDS : HOLDS_NOT;
          } else if (number == 0) {
            failure[0] = trial.failure().orElseThrow();
          }
        };
    Sampler sampler = Sampler.of(call, study);
    int done;
    Optional<Partial> partial;
    try (Progress progress =
        call.surroundings()
            .keepable("drawing for the probability of ".concat(study.text()), count, "draws")) {
      done = sampler.ask(count, sink, progress);
      partial = progress.kept(done);
    }
    int held = 0;
    int answered = 0;
    for (int i = 0; i < done; i++) {
      held += answers[i] == HOLDS ? 1 : 0;
      answered += answers[i] != 0 ? 1 : 0;
    }
    if (answered == 0) {
      throw Sampler.noAnswers(done, failure[0]);
    }
    return new ProbabilityValue(new Proportion(held, answered), done - answered, partial);
  }

  /** A probability with its error. */
  private record ProbabilityValue(Proportion proportion, long failed, Optional<Partial> partial)
      implements ObjectValue {
    @Override
    public Value member(String name) {
      Estimate estimate = proportion.estimate();
      return QuantityValue.pure(
          switch (name) {
            case "error" -> estimate.error();
            case "low" -> estimate.low();
            case "high" -> estimate.high();
            case "draws" -> proportion.trials() + failed;
            case "failed" -> failed;
            default -> throw Problem.of("E0204", "a probability has no " + name);
          });
    }

    @Override
    public Optional<Quantity> quantity() {
      return Optional.of(Quantity.pure(proportion.value()));
    }

    @Override
    public String describe() {
      return "a probability";
    }

    @Override
    public String summary() {
      Estimate estimate = proportion.estimate();
      return NumberText.sensible(proportion.value())
          + " ± "
          + NumberText.significant(estimate.error(), 2)
          + (failed > 0 ? " (" + failed + " draws without a solution left out)" : "")
          + partial.map(early -> " (" + early.words() + ")").orElse("");
    }
  }
}
