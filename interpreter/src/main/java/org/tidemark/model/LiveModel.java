package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.aside.Watched;
import org.tidemark.solve.chance.Draws;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/**
 * An evaluation that works out what it is asked for and keeps it. Belongs to one thread at a time.
 */
public final class LiveModel {
  /** Draws between two looks whether they are still wanted. */
  private static final int BETWEEN_LOOKS = 1_000;

  private final Evaluation evaluation;
  private final ScriptRun script;
  private final Instance main;

  /**
   * An answer.
   *
   * @param value the answer itself
   * @param evidence what it rests on, worked out when it is asked for
   */
  public record Answer(Value value, Evidence evidence) {}

  LiveModel(Evaluation evaluation, ScriptRun script) {
    this.evaluation = evaluation;
    this.script = script;
    this.main = script.main();
  }

  /**
   * Does what the script says, once: shows, plots, exports, asserts, tests, claims and predictions.
   * What that works out is kept.
   *
   * @throws EvaluationFailure where it was stopped
   */
  public Outcome run() {
    return script.run(true);
  }

  /** The script itself. */
  public ModelValue main() {
    return main;
  }

  /**
   * The answer to a question that is sound.
   *
   * @throws EvaluationFailure where there is none
   */
  public Answer ask(Question question) {
    Cell cell =
        Cell.passing(
            question.text(),
            question.location(),
            () -> question.code().evaluate(main.frame().local(0)));
    Value value = within(question, () -> cell.read(evaluation));
    return new Answer(value, EvidenceTrail.of(cell));
  }

  /**
   * The quantity that the answer to a question is or stands for; absent where it is none.
   *
   * @throws EvaluationFailure where there is no answer
   */
  public Optional<Quantity> quantity(Question question) {
    Value value = ask(question).value();
    if (value == SpecialValue.NEVER) {
      UnitExpression unit = Types.quantity(question.type()).orElse(Types.DURATION).unit();
      return Optional.of(new Quantity(Double.POSITIVE_INFINITY, unit));
    }
    if (value instanceof QuantityValue quantity) {
      return Optional.of(quantity.quantity());
    }
    return value instanceof ObjectValue object
        ? within(question, object::quantity)
        : Optional.empty();
  }

  /**
   * Does something with values of this evaluation, such as a call or a look at a member.
   *
   * @throws EvaluationFailure where it comes to nothing
   * @throws Problem where it comes to nothing, and the reason belongs to no place
   */
  public <T> T within(Supplier<T> work) {
    evaluation.spending().asked();
    return evaluation.withRoom(work);
  }

  /**
   * Draws of an uncertain quantity, as {@code sample} makes them for an input.
   *
   * @param name of the input
   * @throws EvaluationFailure where they are more than may be made, or it was stopped
   */
  public List<Value> draws(QuantityValue uncertain, String name, int count, long seed) {
    return within(
        () -> {
          Spending spending = evaluation.spending();
          Budget budget = spending.budget();
          if (budget != null) {
            spending.require(budget, Limit.DRAWS, count, null);
            spending.require(budget, Limit.LIST, count, null);
          }
          Draws draws = new Draws(seed);
          long key = Draws.key(name);
          Distribution distribution = uncertain.distribution().orElseThrow();
          UnitExpression unit = uncertain.quantity().unit();
          List<Value> drawn = new ArrayList<>(count);
          for (int i = 0; i < count; i++) {
            if (i % BETWEEN_LOOKS == 0) {
              Watched.look();
            }
            double magnitude = distribution.quantile(draws.uniform(i, key));
            drawn.add(new QuantityValue(new Quantity(magnitude, unit)));
          }
          return drawn;
        });
  }

  /** Nothing more will be asked, aside from what its answers ask themselves. */
  public void rest() {
    evaluation.foreign().rest();
  }

  private <T> T within(Question question, Supplier<T> work) {
    evaluation.spending().asked();
    try {
      return evaluation.withRoom(work);
    } catch (Problem problem) {
      throw evaluation.fail(question.location(), problem);
    } catch (StackOverflowError deep) {
      throw evaluation.tooDeep(question.location().source());
    }
  }
}
