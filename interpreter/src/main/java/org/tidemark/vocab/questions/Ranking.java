package org.tidemark.vocab.questions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Study;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;

/**
 * What the rankings of inputs have in common: a design in the unit cube, an answer at each point.
 */
final class Ranking {
  private Ranking() {}

  /** Reports a question whose answer is no number. */
  static void requireNumber(CallCheck call, String parameter, String function) {
    Type answer = call.type(parameter);
    if (!Outcomes.takes(answer) || answer == BasicType.NEVER) {
      call.problem(
          parameter,
          "E0308",
          function + " asks for a quantity or a date, and this is " + answer.describe(),
          "ask for a member of it, for example nash.time");
    }
  }

  /** Refuses a model in which nothing varies, or in which inputs vary together. */
  static void requireIndependent(Study study, String function) {
    Sampler.requireInputs(study);
    if (Sampler.hasCorrelations(study)) {
      throw Problem.of(
              "E0522",
              function
                  + " shares out an answer's variation between inputs, and some are correlated")
          .withHelp("leave out the correlate statement, or define one input by the other");
    }
  }

  /** The trials of a design whose points give the probability of a lower value for each input. */
  static List<Study.Trial> trials(Evaluations work, int count, IntFunction<double[]> point) {
    Map<String, Integer> index = new HashMap<>();
    for (Study.UncertainInput input : work.study().inputs()) {
      index.put(input.name(), index.size());
    }
    // refused(...) and a design that may fail in places would swallow the problem
    AtomicBoolean partly = new AtomicBoolean();
    List<Study.Trial> trials =
        work.ask(
            count,
            i -> {
              double[] chances = point.apply(i);
              return Study.Variation.of(
                  name -> {
                    Integer at = index.get(name);
                    if (at == null) {
                      partly.set(true);
                      throw metInPart();
                    }
                    return chances[at];
                  });
            });
    if (partly.get()) {
      throw metInPart();
    }
    Sampler.requireAnswers(trials);
    return trials;
  }

  private static Problem metInPart() {
    return Problem.of(
            "E0522",
            "an uncertain input is met in some variations only, so its part cannot be told")
        .withHelp("have it read in all of them: add 0 * the input to what is asked");
  }
}
