package org.tidemark.vocab.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.Study;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;

/** {@code tornado}: one uncertain input at a time moved from low to high. */
final class TornadoFunction extends BuiltIn {
  private static final String WHAT = "what";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final double USUAL_LOW = 0.1;
  private static final double USUAL_HIGH = 0.9;
  private static final double MEDIAN = 0.5;
  private static final List<String> COLUMNS =
      List.of("input", "low", "high", "at_low", "at_high", "swing");

  private TornadoFunction() {
    super("tornado");
  }

  static void register(Registry registry) {
    TornadoFunction tornado = new TornadoFunction();
    registry.function(
        tornado
            .spec(
                "A table of the uncertain inputs of an answer, the one that moves it most first:"
                    + " the input's low and high values (quantiles), the answer at each with the"
                    + " others at their medians, and the difference. Correlations play no part. `plot`"
                    + " draws it as bars from the answer with all at their medians.")
            .expression(WHAT, Accept.ANYTHING, "the answer")
            .optional(FROM, Accept.NUMBER, "10 %", "the low quantile")
            .optional(TO, Accept.NUMBER, "90 %", "the high quantile")
            .example("tornado((1 to 10) * (2 to 3))")
            .body(tornado));
  }

  @Override
  public Type of(CallCheck call) {
    Type answer = call.type(WHAT);
    if (!Outcomes.takes(answer)) {
      call.problem(
          WHAT,
          "E0308",
          "tornado asks for a quantity or a date, and this is " + answer.describe(),
          "ask for a member of it, for example nash.time");
      return BasicType.UNKNOWN;
    }
    Map<String, Type> columns = new LinkedHashMap<>();
    columns.put("input", BasicType.TEXT);
    columns.put("low", BasicType.TEXT);
    columns.put("high", BasicType.TEXT);
    columns.put("at_low", Outcomes.valueType(answer));
    columns.put("at_high", Outcomes.valueType(answer));
    columns.put("swing", Outcomes.differenceType(answer));
    return new TableType(columns);
  }

  private record Bar(Study.UncertainInput input, int index, double swing) {}

  @Override
  public Value of(CallValues call) {
    double low = call.has(FROM) ? call.magnitude(FROM) : USUAL_LOW;
    double high = call.has(TO) ? call.magnitude(TO) : USUAL_HIGH;
    if (!(0 < low && low < high && high < 1)) {
      throw Problem.of("E0503", "tornado moves inputs between two probabilities in (0, 1)")
          .withHelp("for example from: 10 %, to: 90 %")
          .about(FROM);
    }
    Study study = call.study(WHAT, "");
    Sampler.requireInputs(study);
    List<Study.UncertainInput> inputs = study.inputs();
    List<Study.Trial> trials =
        Evaluations.of(call, study, "moving the inputs of ")
            .inBlocks(2, 1)
            .ask(
                2 * inputs.size(),
                i -> {
                  String moved = inputs.get(i / 2).name();
                  double chance = i % 2 == 0 ? low : high;
                  return Study.Variation.of(name -> name.equals(moved) ? chance : MEDIAN);
                });
    Sampler.requireAnswers(trials);
    Outcomes outcomes = Outcomes.of(trials.stream().map(Study.Trial::value).toList());
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < trials.size() / 2; i++) {
      double swing = outcomes.numbers()[2 * i + 1] - outcomes.numbers()[2 * i];
      bars.add(new Bar(inputs.get(i), i, swing));
    }
    // an input that leads to never, or to no solution, moves the answer most
    bars.sort(
        Comparator.comparingDouble(
            bar -> Double.isNaN(bar.swing()) ? Double.NEGATIVE_INFINITY : -Math.abs(bar.swing())));
    List<List<Value>> rows = new ArrayList<>();
    for (Bar bar : bars) {
      rows.add(
          List.of(
              new TextValue(bar.input().name()),
              new TextValue(text(bar.input(), low)),
              new TextValue(text(bar.input(), high)),
              outcomes.value(outcomes.numbers()[2 * bar.index()]),
              outcomes.value(outcomes.numbers()[2 * bar.index() + 1]),
              outcomes.difference(bar.swing())));
    }
    return new TableValue(COLUMNS, rows, Optional.of(picture(study, bars, trials, low, high)));
  }

  /** The answers once more in the order of the bars, with the one at all medians before them. */
  private static TornadoPicture picture(
      Study study, List<Bar> bars, List<Study.Trial> trials, double low, double high) {
    List<Optional<Value>> answers = new ArrayList<>();
    answers.add(study.ask(Study.Variation.of(name -> MEDIAN)).value());
    List<String> names = new ArrayList<>();
    for (Bar bar : bars) {
      names.add(bar.input().name());
      answers.add(trials.get(2 * bar.index()).value());
      answers.add(trials.get(2 * bar.index() + 1).value());
    }
    return new TornadoPicture(names, Outcomes.of(answers), low, high);
  }

  private static String text(Study.UncertainInput input, double chance) {
    return new Quantity(input.distribution().quantile(chance), input.unit()).text();
  }
}
