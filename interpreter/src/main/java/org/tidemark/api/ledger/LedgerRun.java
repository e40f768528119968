package org.tidemark.api.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.api.TideException;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.EvaluationFailure;
import org.tidemark.model.ObservedInput;
import org.tidemark.model.PredictionRun;
import org.tidemark.model.PredictionRun.Observed;
import org.tidemark.model.PredictionRun.Predicted;
import org.tidemark.model.PredictionRun.Truth;
import org.tidemark.solve.chance.Proportion;
import org.tidemark.spi.Partial;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Study;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.PredictionTest;
import org.tidemark.spi.value.PredictionValue;
import org.tidemark.spi.value.PredictionValue.Verdict;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.predictions.Window;
import org.tidemark.vocab.questions.Sampler;

/**
 * Makes a ledger of a program's predictions: asks their conditions of each state that was observed,
 * and the model in draws of its uncertain inputs, the same for all of them.
 */
public final class LedgerRun {
  private static final byte HOLDS = 1;
  private static final byte HOLDS_NOT = 2;

  private final PredictionRun run;
  private final double on;
  private final int draws;
  private final long seed;
  private final List<Observation> observations;
  private final Map<Integer, Observed> states = new HashMap<>();
  private final Set<Diagnostic> problems = new LinkedHashSet<>();

  /**
   * A run.
   *
   * @param run the predictions
   * @param observations what has been observed of this program's inputs, in the order of the dates
   * @param on the date of the ledger, as a decimal year
   * @param draws how many draws the probabilities rest on
   * @param seed which draws
   */
  public LedgerRun(
      PredictionRun run, List<Observation> observations, double on, int draws, long seed) {
    this.run = run;
    this.observations = List.copyOf(observations);
    this.on = on;
    this.draws = draws;
    this.seed = seed;
  }

  /** What could not be worked out, each once. */
  public List<Diagnostic> problems() {
    List<Diagnostic> all = new ArrayList<>(run.problems());
    problems.stream().filter(problem -> !all.contains(problem)).forEach(all::add);
    return all;
  }

  /**
   * The ledger.
   *
   * @throws TideException one that {@link TideException#isStopped} where somebody asked to stop and
   *     nothing is done
   */
  public Ledger ledger() {
    try {
      return made();
    } catch (EvaluationFailure stopped) {
      throw TideException.of(stopped);
    }
  }

  private Ledger made() {
    List<Ledger.Entry> entries = new ArrayList<>();
    Map<Observation, List<String>> late = new LinkedHashMap<>();
    List<Standing> standings = new ArrayList<>();
    List<List<ObservedInput>> inputs = new ArrayList<>();
    for (Predicted predicted : run.predictions()) {
      List<ObservedInput> read = inputs(predicted);
      Judge judge = judge(predicted.outcome().prediction());
      standings.add(judge.standing(on, states(predicted, judge, read), unseen(judge, read)));
      inputs.add(read);
      for (Observation observation : observations) {
        if (read.contains(observation.input())
            && observation.date() >= judge.closes()
            && observation.date() <= on) {
          late.computeIfAbsent(observation, key -> new ArrayList<>())
              .add(predicted.outcome().name());
        }
      }
    }
    Map<Predicted, Chance> chances = new HashMap<>();
    Optional<Partial> partial = chances(chances);
    for (int i = 0; i < standings.size(); i++) {
      Predicted predicted = run.predictions().get(i);
      entries.add(
          new Ledger.Entry(
              predicted,
              standings.get(i),
              Optional.ofNullable(chances.get(predicted)),
              inputs.get(i)));
    }
    List<Ledger.Ignored> ignored = new ArrayList<>();
    late.forEach((observation, names) -> ignored.add(new Ledger.Ignored(observation, names)));
    for (Observation observation : observations) {
      if (observation.date() > on) {
        ignored.add(new Ledger.Ignored(observation, List.of()));
      }
    }
    return new Ledger(on, draws, seed, entries, ignored, partial);
  }

  // ---- what is observed

  private static Judge judge(PredictionValue prediction) {
    Window window = Window.of(prediction.window());
    PredictionTest test = prediction.test();
    return new Judge(
        window,
        test.refutedWithin().map(Window::of).orElse(window),
        test.published().map(date -> date.year()).orElse(window.opens()),
        new Judge.Tests(
            test.has(PredictionTest.CONFIRMED_BY),
            test.has(PredictionTest.REFUTED_BY),
            test.has(PredictionTest.THROUGHOUT)));
  }

  /** The observed inputs that a prediction's conditions read, with nothing known and with all. */
  private List<ObservedInput> inputs(Predicted predicted) {
    Set<ObservedInput> read = new LinkedHashSet<>();
    for (Observed state : List.of(state(0), state(observations.size()))) {
      for (String condition : PredictionTest.CONDITIONS) {
        Truth truth = state.ask(predicted, condition);
        read.addAll(truth.read());
      }
    }
    return List.copyOf(read);
  }

  /** The inputs of which nothing has been observed in time. */
  private List<String> unseen(Judge judge, List<ObservedInput> inputs) {
    double end = Math.min(on, judge.closes());
    return inputs.stream()
        .filter(
            input ->
                observations.stream()
                    .noneMatch(one -> one.input().equals(input) && one.date() <= end))
        .map(ObservedInput::name)
        .toList();
  }

  /** The program with the first so many observations made. */
  private Observed state(int count) {
    return states.computeIfAbsent(
        count,
        key -> {
          Map<ObservedInput, Value> known = new LinkedHashMap<>();
          for (Observation observation : observations.subList(0, key)) {
            known.put(observation.input(), observation.value());
          }
          return run.observed(known);
        });
  }

  /** How many observations there are before a date, or until it. */
  private int count(double date, boolean including) {
    int count = 0;
    while (count < observations.size()
        && (observations.get(count).date() < date
            || including && observations.get(count).date() == date)) {
      count++;
    }
    return count;
  }

  private List<Judge.State> states(Predicted predicted, Judge judge, List<ObservedInput> inputs) {
    TreeSet<Double> openings = new TreeSet<>(List.of(judge.window().opens()));
    openings.add(judge.refutation().opens());
    TreeSet<Double> dates = new TreeSet<>(openings);
    for (Observation observation : observations) {
      if (inputs.contains(observation.input())
          && observation.date() >= judge.opens()
          && observation.date() < judge.closes()) {
        dates.add(observation.date());
      }
    }
    List<Judge.State> all = new ArrayList<>();
    for (double date : dates.headSet(on, true)) {
      if (openings.contains(date)) {
        state(predicted, date, false, inputs).ifPresent(all::add);
      }
      state(predicted, date, true, inputs).ifPresent(all::add);
    }
    return all;
  }

  /** What its conditions say on a date; nothing where nothing of it was observed. */
  private Optional<Judge.State> state(
      Predicted predicted, double date, boolean observed, List<ObservedInput> inputs) {
    int count = count(date, observed);
    Map<ObservedInput, Observation> latest = new LinkedHashMap<>();
    for (Observation observation : observations.subList(0, count)) {
      if (inputs.contains(observation.input())) {
        latest.put(observation.input(), observation);
      }
    }
    List<Observation> by = new ArrayList<>(latest.values());
    if (observed) {
      by.removeIf(observation -> observation.date() != date);
    }
    if (by.isEmpty()) {
      return Optional.empty();
    }
    Observed state = state(count);
    return Optional.of(
        new Judge.State(
            date,
            observed,
            ask(state, predicted, PredictionTest.CONFIRMED_BY),
            ask(state, predicted, PredictionTest.REFUTED_BY),
            ask(state, predicted, PredictionTest.THROUGHOUT),
            by));
  }

  private Optional<Boolean> ask(Observed state, Predicted predicted, String condition) {
    Truth truth = state.ask(predicted, condition);
    truth.problem().ifPresent(problems::add);
    return truth.holds();
  }

  // ---- what the model says

  private Optional<Partial> chances(Map<Predicted, Chance> chances) {
    List<Predicted> uncertain = new ArrayList<>();
    for (Predicted predicted : run.predictions()) {
      PredictionValue prediction = predicted.outcome().prediction();
      if (prediction.event().isEmpty()) {
        continue;
      }
      if (predicted.outcome().evidence().atMedians()) {
        uncertain.add(predicted);
      } else if (prediction.verdict() != Verdict.UNDETERMINED) {
        chances.put(
            predicted, new Chance(prediction.holds() ? 1 : 0, OptionalDouble.empty(), 0, 0));
      }
    }
    return uncertain.isEmpty()
        ? Optional.empty()
        : run.attempt(() -> draw(uncertain, chances)).flatMap(partial -> partial);
  }

  private Optional<Partial> draw(List<Predicted> uncertain, Map<Predicted, Chance> chances) {
    Study study = run.holds(uncertain);
    // of work that is ended early some answers come that do not count
    byte[][] answers = new byte[uncertain.size()][draws];
    Study.Sink sink =
        (number, trial) -> {
          if (trial.value().isPresent()) {
            List<Value> all = ((ListValue) trial.value().get()).elements();
            for (int i = 0; i < answers.length; i++) {
              answers[i][number] =
                  all.get(i) instanceof BoolValue holds ? holds.holds() ? HOLDS : HOLDS_NOT : 0;
            }
          }
        };
    int done;
    Optional<Partial> partial;
    try (Progress progress = run.keepable("drawing for the predictions", draws, "draws")) {
      done = study.askAll(draws, Sampler.variations(study, seed), sink, progress);
      partial = progress.kept(done);
    }
    for (int i = 0; i < answers.length; i++) {
      int holding = 0;
      int answered = 0;
      for (int draw = 0; draw < done; draw++) {
        holding += answers[i][draw] == HOLDS ? 1 : 0;
        answered += answers[i][draw] != 0 ? 1 : 0;
      }
      if (answered > 0) {
        Proportion held = new Proportion(holding, answered);
        chances.put(
            uncertain.get(i),
            new Chance(
                held.value(),
                OptionalDouble.of(held.estimate().error()),
                answered,
                done - answered));
      }
    }
    return partial;
  }
}
