package org.tidemark.vocab.questions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.tidemark.solve.aside.Aside;
import org.tidemark.solve.chance.Draws;
import org.tidemark.solve.chance.InadmissibleSample;
import org.tidemark.solve.chance.RankCorrelation;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Study;

/**
 * Draws the uncertain inputs of a model. Draw i of an input is a function of the seed, i and the
 * input's name alone, so it does not matter who works out which draw, or what else is drawn.
 */
public final class Sampler {
  static final String SEED = "seed";
  static final String DRAWS = "draws";
  static final double USUAL_DRAWS = 10_000;
  static final double USUAL_SEED = 1;
  static final int MOST_DRAWS = 10_000_000;

  private final Study study;
  private final Draws draws;
  private final Map<String, Long> keys = new HashMap<>();
  private final RankCorrelation correlation;

  private Sampler(Study study, Draws draws, RankCorrelation correlation) {
    this.study = study;
    this.draws = draws;
    this.correlation = correlation;
    for (Study.UncertainInput input : study.inputs()) {
      keys.put(input.name(), Draws.key(input.name()));
    }
  }

  static Sampler of(CallValues call, Study study) {
    requireInputs(study);
    RankCorrelation correlation =
        study.correlations().isEmpty()
            ? null
            : Aside.of(() -> correlation(study), call.surroundings()::checkpoint);
    return new Sampler(study, new Draws((long) seed(call)), correlation);
  }

  /**
   * The variations of a study that is asked by no call of a script.
   *
   * @param seed which draws they are
   */
  public static IntFunction<Study.Variation> variations(Study study, long seed) {
    return new Sampler(study, new Draws(seed), correlation(study))::variation;
  }

  static Draws draws(CallValues call) {
    return new Draws((long) seed(call));
  }

  private static double seed(CallValues call) {
    return call.has(SEED) ? whole(call, SEED, 0, 1L << 53) : USUAL_SEED;
  }

  /** A whole number among a call's arguments. */
  static double whole(CallValues call, String parameter, double least, double most) {
    double number = call.magnitude(parameter);
    if (number != StrictMath.rint(number) || !(number >= least && number <= most)) {
      throw Problem.of(
              "E0503",
              parameter
                  + " is a whole number from "
                  + org.tidemark.quantity.NumberText.sensible(least)
                  + " to "
                  + org.tidemark.quantity.NumberText.sensible(most))
          .withHelp("for example " + parameter + ": 1000")
          .about(parameter);
    }
    return number;
  }

  /** Refuses a question about a model in which nothing varies. */
  static void requireInputs(Study study) {
    if (study.inputs().isEmpty()) {
      study.baseline();
      throw Problem.of("E0521", "nothing varies: the answer rests on no uncertain input")
          .withHelp("make an input uncertain, for example: param r = 3 to 8 %/year");
    }
  }

  private static RankCorrelation correlation(Study study) {
    List<RankCorrelation.Pair> pairs = new ArrayList<>();
    for (Study.Correlation declared : study.correlations()) {
      pairs.add(new RankCorrelation.Pair(declared.one(), declared.other(), declared.rank()));
    }
    if (pairs.isEmpty()) {
      return null;
    }
    try {
      return RankCorrelation.of(pairs);
    } catch (InadmissibleSample refused) {
      throw Problem.of("E0522", refused.reason()).withHelp(refused.cure());
    }
  }

  /** Whether inputs are correlated on which the study rests. */
  static boolean hasCorrelations(Study study) {
    List<String> names = study.inputs().stream().map(Study.UncertainInput::name).toList();
    return study.correlations().stream()
        .anyMatch(c -> names.contains(c.one()) && names.contains(c.other()));
  }

  /**
   * Hands the answers of draws 0 to count - 1 to somebody.
   *
   * @return how many of them there are, from the first on; fewer where it was ended early
   */
  int ask(int count, Study.Sink sink, Progress progress) {
    return study.askAll(count, this::variation, sink, progress);
  }

  private Study.Variation variation(int draw) {
    Map<String, Double> together = new HashMap<>();
    if (correlation != null) {
      double[] uniforms = correlation.uniforms(draws, draw);
      for (int i = 0; i < uniforms.length; i++) {
        together.put(correlation.inputs().get(i), uniforms[i]);
      }
    }
    return Study.Variation.of(
        name -> {
          Double correlated = together.get(name);
          if (correlated != null) {
            return correlated;
          }
          Long key = keys.get(name);
          return draws.uniform(draw, key == null ? Draws.key(name) : key);
        });
  }

  /** Refuses a question that no variation answers. */
  static void requireAnswers(List<Study.Trial> trials) {
    if (trials.stream().noneMatch(trial -> trial.value().isPresent())) {
      throw noAnswers(trials.size(), trials.get(0).failure().orElseThrow());
    }
  }

  /** What is said where no variation has an answer. */
  static Problem noAnswers(int count, Study.Failure first) {
    String words = "none of " + count + " variations has an answer; the first: " + first.message();
    return (first.noSolution() ? Problem.noSolution("E0630", words) : Problem.of("E0523", words))
        .withHelp("ask for the model as it stands first: show the expression alone");
  }
}
