package org.tidemark.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.Value;

/**
 * An expression that is asked again and again in variations of the model around it.
 *
 * <p>What does not depend on anything that varies is worked out once. Variations are independent of
 * each other, so the answers are the same on any number of threads.
 */
public interface Study {
  /** The expression as it is written, on one line. */
  String text();

  /** The answer in the model as it stands, uncertain inputs at their medians. */
  Value baseline();

  /**
   * Whether the baseline has read any of the definitions that vary; where it has no value, it may
   * not have come as far.
   */
  boolean isVaried();

  /** The uncertain inputs that the baseline rests on, in the order in which it meets them. */
  List<UncertainInput> inputs();

  /** The rank correlations that the script declares between them. */
  List<Correlation> correlations();

  /** The answer in one variation. */
  Trial ask(Variation variation);

  /**
   * The answers in many variations, in order, worked out by as many threads as the machine has.
   *
   * @param progress takes each answer as one more done; where it is to finish, there are only as
   *     many answers as there were then, from the first on, and at least one
   * @throws NoValue where somebody asks the work to stop
   */
  List<Trial> askAll(int count, IntFunction<Variation> variations, Progress progress);

  /**
   * The same where there are too many answers to keep.
   *
   * @param sink takes each answer with its number, from several threads at once and in any order;
   *     of an evaluation that ends early it may get some that do not count
   * @return how many answers there are, from the first on
   */
  int askAll(int count, IntFunction<Variation> variations, Sink sink, Progress progress);

  /** Takes answers. */
  @FunctionalInterface
  interface Sink {
    /** Takes one. */
    void take(int number, Trial trial);
  }

  /**
   * The model of a variation, as an amended copy would be.
   *
   * @param extras what the copy has besides the model's own members
   */
  ModelValue model(Variation variation, Map<String, Value> extras);

  /**
   * The inputs that are written down as numbers and that the answer rests on; uncertain ones at
   * their medians.
   */
  List<WrittenInput> writtenInputs();

  /**
   * The answer with the derivative of its quantities with respect to an input as their tangents, by
   * forward differentiation.
   */
  Trial along(WrittenInput input);

  /** The answer where an input has another value, in base units. */
  Trial where(WrittenInput input, double magnitude);

  /**
   * An input that is written down.
   *
   * @param name the definition, field or argument that it stands in
   * @param text as written
   * @param value its value
   * @param place what tells it from all others
   */
  record WrittenInput(String name, String text, Quantity value, Object place) {}

  /**
   * An uncertain input: a place of the script where a distribution is written.
   *
   * @param name the definition or field that it stands in
   * @param distribution its distribution, within its bounds
   * @param unit the unit that it is written in
   */
  record UncertainInput(String name, Distribution distribution, UnitExpression unit) {}

  /**
   * {@code correlate a, b = 0.6}.
   *
   * @param one the name of one input
   * @param other the name of the other
   * @param rank Spearman's coefficient
   * @param text as written
   */
  record Correlation(String one, String other, double rank, String text) {}

  /** Where in its distribution each uncertain input of a variation lies. */
  @FunctionalInterface
  interface Chances {
    /** The probability, in (0, 1), of a value lower than that of an input. */
    double of(String name);
  }

  /**
   * A variation of a model.
   *
   * @param settings the values of what varies, in the order in which it is written; empty where
   *     nothing is set
   * @param chances where the uncertain inputs lie; absent for their medians
   */
  record Variation(List<Value> settings, Optional<Chances> chances) {
    /** What is set, uncertain inputs at their medians. */
    public static Variation of(List<Value> settings) {
      return new Variation(settings, Optional.empty());
    }

    /** Nothing set, uncertain inputs where the chances say. */
    public static Variation of(Chances chances) {
      return new Variation(List.of(), Optional.of(chances));
    }
  }

  /**
   * What came of one variation: a value, or the reason why there is none.
   *
   * @param value the answer
   * @param failure why there is none
   */
  record Trial(Optional<Value> value, Optional<Failure> failure) {}

  /**
   * Why a variation has no answer.
   *
   * @param code the error's code
   * @param message the error's text
   * @param noSolution whether the model has no solution there, rather than the script being wrong
   */
  record Failure(String code, String message, boolean noSolution) {}
}
