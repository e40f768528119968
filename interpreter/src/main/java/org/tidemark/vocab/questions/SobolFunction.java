package org.tidemark.vocab.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.aside.Aside;
import org.tidemark.solve.chance.Estimate;
import org.tidemark.solve.chance.InadmissibleSample;
import org.tidemark.solve.chance.SobolDesign;
import org.tidemark.solve.chance.SobolIndices;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Registry;
import org.tidemark.spi.Study;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;

/** {@code sobol}: how much of an answer's variance each uncertain input brings. */
final class SobolFunction extends BuiltIn {
  private static final String WHAT = "what";
  private static final String SAMPLES = "samples";
  private static final double USUAL_SAMPLES = 1024;
  private static final int FEWEST_SAMPLES = 2;
  private static final int MOST_SAMPLES = 1 << 20;
  private static final List<String> COLUMNS =
      List.of("input", "first", "first_low", "first_high", "total", "total_low", "total_high");

  private SobolFunction() {
    super("sobol");
  }

  static void register(Registry registry) {
    SobolFunction sobol = new SobolFunction();
    registry.function(
        sobol
            .spec(
                "Variance-based sensitivity: the part of an answer's variance that each uncertain"
                    + " input brings by itself (`first`) and with all its interactions (`total`),"
                    + " each with a 95 % interval, the largest total first. Takes samples × (inputs"
                    + " + 2) evaluations. Inputs must be independent. `plot` draws them as bars. Source: Saltelli et"
                    + " al. 2010.")
            .expression(WHAT, Accept.ANYTHING, "the answer")
            .optional(SAMPLES, Accept.NUMBER, "1024", "the size of the design")
            .optional(Sampler.SEED, Accept.NUMBER, "1", "which draws")
            .body(sobol));
  }

  @Override
  public Type of(CallCheck call) {
    Ranking.requireNumber(call, WHAT, name);
    Map<String, Type> columns = new LinkedHashMap<>();
    COLUMNS.forEach(column -> columns.put(column, QuantityType.PURE));
    columns.put("input", BasicType.TEXT);
    return new TableType(columns);
  }

  @Override
  public Value of(CallValues call) {
    Study study = call.study(WHAT, "");
    Ranking.requireIndependent(study, name);
    int samples =
        (int)
            (call.has(SAMPLES)
                ? Sampler.whole(call, SAMPLES, FEWEST_SAMPLES, MOST_SAMPLES)
                : USUAL_SAMPLES);
    List<Study.UncertainInput> inputs = study.inputs();
    call.surroundings().allowDraws((long) samples * (inputs.size() + 2));
    try {
      SobolDesign design = SobolDesign.of(inputs.size(), samples, false, Sampler.draws(call));
      int block = inputs.size() + 2;
      Evaluations work =
          Evaluations.of(call, study, "finding what moves ").inBlocks(block, FEWEST_SAMPLES);
      List<Study.Trial> trials = Ranking.trials(work, design.evaluations(), design::point);
      if (trials.size() < design.evaluations()) {
        design = SobolDesign.of(inputs.size(), trials.size() / block, false, Sampler.draws(call));
      }
      Outcomes outcomes = Outcomes.of(trials.stream().map(Study.Trial::value).toList());
      SobolDesign made = design;
      SobolIndices indices =
          Aside.of(
              () -> SobolIndices.of(made, outcomes.numbers()), call.surroundings()::checkpoint);
      List<Integer> order = new ArrayList<>(IntStream.range(0, inputs.size()).boxed().toList());
      order.sort(Comparator.comparingDouble(i -> -indices.total().get(i).value()));
      List<List<Value>> rows = new ArrayList<>();
      for (int i : order) {
        List<Value> row = new ArrayList<>();
        row.add(new TextValue(inputs.get(i).name()));
        for (Estimate estimate : List.of(indices.first().get(i), indices.total().get(i))) {
          row.add(QuantityValue.pure(estimate.value()));
          row.add(QuantityValue.pure(estimate.low()));
          row.add(QuantityValue.pure(estimate.high()));
        }
        rows.add(row);
      }
      return new TableValue(COLUMNS, rows, Optional.of(picture(inputs, order, indices)));
    } catch (InadmissibleSample refused) {
      throw SampledValue.refusal(refused);
    }
  }

  private static EstimatesPicture picture(
      List<Study.UncertainInput> inputs, List<Integer> order, SobolIndices indices) {
    return new EstimatesPicture(
        order.stream().map(i -> inputs.get(i).name()).toList(),
        List.of(
            new EstimatesPicture.Estimated(
                "first", order.stream().map(indices.first()::get).toList()),
            new EstimatesPicture.Estimated(
                "total", order.stream().map(indices.total()::get).toList())),
        "part of the variance",
        UnitExpression.NONE);
  }
}
