package org.tidemark.vocab.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.solve.aside.Aside;
import org.tidemark.solve.chance.Estimate;
import org.tidemark.solve.chance.InadmissibleSample;
import org.tidemark.solve.chance.MorrisDesign;
import org.tidemark.solve.chance.MorrisScreening;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Registry;
import org.tidemark.spi.Study;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Magnitudes;

/** {@code morris}: a cheap screening of many uncertain inputs. */
final class MorrisFunction extends BuiltIn {
  private static final String WHAT = "what";
  private static final String TRAJECTORIES = "trajectories";
  private static final double USUAL_TRAJECTORIES = 50;
  private static final int FEWEST_TRAJECTORIES = 2;
  private static final int MOST_TRAJECTORIES = 100_000;
  private static final int LEVELS = 4;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;
  private static final List<String> COLUMNS = List.of("input", "size", "mean", "spread");

  private MorrisFunction() {
    super("morris");
  }

  static void register(Registry registry) {
    MorrisFunction morris = new MorrisFunction();
    registry.function(
        morris
            .spec(
                "Screening by elementary effects: how far an answer moves when an uncertain input"
                    + " goes from its 5 % to its 95 % quantile, in size (`size`), on average"
                    + " (`mean`) and how unevenly (`spread`: interactions or curvature), the"
                    + " largest first. Takes trajectories × (inputs + 1) evaluations."
                    + " `plot` draws the sizes as bars. Source:"
                    + " Morris 1991, Campolongo et al. 2007.")
            .expression(WHAT, Accept.ANYTHING, "the answer")
            .optional(TRAJECTORIES, Accept.NUMBER, "50", "how many walks through the inputs")
            .optional(Sampler.SEED, Accept.NUMBER, "1", "which draws")
            .body(morris));
  }

  @Override
  public Type of(CallCheck call) {
    Ranking.requireNumber(call, WHAT, name);
    Type difference = Outcomes.differenceType(call.type(WHAT));
    Map<String, Type> columns = new LinkedHashMap<>();
    COLUMNS.forEach(column -> columns.put(column, difference));
    columns.put("input", BasicType.TEXT);
    return new TableType(columns);
  }

  @Override
  public Value of(CallValues call) {
    Study study = call.study(WHAT, "");
    Ranking.requireIndependent(study, name);
    int trajectories =
        (int)
            (call.has(TRAJECTORIES)
                ? Sampler.whole(call, TRAJECTORIES, FEWEST_TRAJECTORIES, MOST_TRAJECTORIES)
                : USUAL_TRAJECTORIES);
    List<Study.UncertainInput> inputs = study.inputs();
    call.surroundings().allowDraws((long) trajectories * (inputs.size() + 1));
    try {
      MorrisDesign design = design(call, inputs.size(), trajectories);
      int walk = inputs.size() + 1;
      Evaluations work =
          Evaluations.of(call, study, "screening what moves ").inBlocks(walk, FEWEST_TRAJECTORIES);
      List<Study.Trial> trials = Ranking.trials(work, design.evaluations(), design::point);
      if (trials.size() < design.evaluations()) {
        design = design(call, inputs.size(), trials.size() / walk);
      }
      Outcomes outcomes = Outcomes.of(trials.stream().map(Study.Trial::value).toList());
      MorrisDesign made = design;
      MorrisScreening screening =
          Aside.of(
              () -> MorrisScreening.of(made, outcomes.numbers()), call.surroundings()::checkpoint);
      List<Integer> order = new ArrayList<>(IntStream.range(0, inputs.size()).boxed().toList());
      order.sort(Comparator.comparingDouble(i -> -screening.effects().get(i).size().value()));
      double span = HIGH - LOW;
      List<List<Value>> rows = new ArrayList<>();
      for (int i : order) {
        MorrisScreening.Effect effect = screening.effects().get(i);
        rows.add(
            List.of(
                new TextValue(inputs.get(i).name()),
                outcomes.difference(span * effect.size().value()),
                outcomes.difference(span * effect.mean().value()),
                outcomes.difference(span * effect.spread().value())));
      }
      // a chart counts in base units, and dates move by years
      double scale = outcomes.dates() ? span * CalendarDate.SECONDS_PER_YEAR : span;
      List<Estimate> sizes =
          order.stream().map(i -> times(scale, screening.effects().get(i).size())).toList();
      return new TableValue(
          COLUMNS,
          rows,
          Optional.of(
              new EstimatesPicture(
                  order.stream().map(i -> inputs.get(i).name()).toList(),
                  List.of(new EstimatesPicture.Estimated("size", sizes)),
                  "move of the answer",
                  outcomes.dates() ? Magnitudes.timeUnit() : outcomes.unit())));
    } catch (InadmissibleSample refused) {
      throw SampledValue.refusal(refused);
    }
  }

  private static MorrisDesign design(CallValues call, int inputs, int trajectories) {
    return MorrisDesign.trajectories(inputs, trajectories, LEVELS, LOW, HIGH, Sampler.draws(call));
  }

  private static Estimate times(double factor, Estimate estimate) {
    return new Estimate(
        factor * estimate.value(),
        factor * estimate.error(),
        factor * estimate.low(),
        factor * estimate.high());
  }
}
