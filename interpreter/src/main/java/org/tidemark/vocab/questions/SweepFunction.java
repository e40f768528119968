package org.tidemark.vocab.questions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Registry;
import org.tidemark.spi.Study;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;

/** {@code sweep}: a model asked at every combination of settings. */
final class SweepFunction extends BuiltIn {
  private static final String WHAT = "what";
  private static final String OVER = "over";
  private static final String ANSWER = "answer";
  private static final String FAILED = "failed";
  private static final String EXPLAIN = "explain";
  private static final String PROBLEM = "problem";

  private SweepFunction() {
    super("sweep");
  }

  static void register(Registry registry) {
    SweepFunction sweep = new SweepFunction();
    registry.function(
        sweep
            .spec(
                "A table with a row for each combination of values of some definitions, the last"
                    + " one varying fastest, and a column for each question. Where the model has no"
                    + " solution the answers are `missing`; with `failed: \"explain\"` a"
                    + " column `problem` says why. Uncertain inputs stand at their medians.")
            .expression(WHAT, Accept.ANYTHING, "the question, or several: { T: nash.time, N }")
            .varied(OVER, true, "what to vary, { r: 1 %/year .. 10 %/year by 1 %/year, N: [2, 5] }")
            .optional(
                FAILED,
                Accept.oneOf(List.of("missing", "explain")),
                "\"missing\"",
                "what to do where there is no solution: \"missing\" or \"explain\"")
            .body(sweep));
  }

  @Override
  public Type of(CallCheck call) {
    Map<String, Type> columns = new LinkedHashMap<>();
    call.varied(OVER).forEach((name, type) -> columns.put(name, Elements.plain(type)));
    questions(call.type(WHAT))
        .forEach(
            (name, type) -> {
              if (columns.put(name, Elements.plain(type)) != null || name.equals(PROBLEM)) {
                call.problem(
                    WHAT,
                    "E0202",
                    "two columns would be called " + name,
                    "give this question another name");
              }
            });
    if (explains(call)) {
      columns.put(PROBLEM, BasicType.TEXT);
    }
    return new TableType(columns);
  }

  /** A single question is a column called answer. */
  private static Map<String, Type> questions(Type what) {
    return what instanceof RecordType record ? record.fields() : Map.of(ANSWER, what);
  }

  private static Map<String, Value> answers(Value value) {
    return value instanceof RecordValue record ? record.fields() : Map.of(ANSWER, value);
  }

  private static boolean explains(CallCheck call) {
    if (!call.has(FAILED)) {
      return false;
    }
    String word = call.constantText(FAILED).orElse("");
    if (!word.equals(EXPLAIN) && !word.equals("missing")) {
      call.problem(
          FAILED,
          "E0503",
          "failed is \"missing\" or \"explain\", written in place",
          "failed: \"explain\" adds a column that says why there is no solution");
    }
    return word.equals(EXPLAIN);
  }

  @Override
  public Value of(CallValues call) {
    List<String> names = new ArrayList<>();
    List<List<Value>> values = new ArrayList<>();
    double size = 1;
    for (Map.Entry<String, Value> range : call.varied(OVER).ranges().entrySet()) {
      names.add(range.getKey());
      List<Value> steps = steps(range.getKey(), range.getValue());
      values.add(steps);
      size *= steps.size();
    }
    Elements.limit(size, call.surroundings());
    call.surroundings().allowDraws((long) size);
    int count = (int) size;
    Study study = call.study(WHAT, OVER);
    List<Study.Trial> trials;
    try (Progress progress =
        call.surroundings().keepable("sweeping ".concat(String.join(", ", names)), count, "rows")) {
      trials = study.askAll(count, row -> Study.Variation.of(settings(values, row)), progress);
      progress.kept(trials.size());
    }
    Sampler.requireAnswers(trials);
    requireVaried(study, trials, names);
    List<String> questions =
        trials.stream()
            .flatMap(trial -> trial.value().stream())
            .findFirst()
            .map(value -> List.copyOf(answers(value).keySet()))
            .orElseThrow();
    List<String> columns = new ArrayList<>(names);
    columns.addAll(questions);
    boolean explains = call.has(FAILED) && call.text(FAILED).equals(EXPLAIN);
    if (explains) {
      columns.add(PROBLEM);
    }
    List<List<Value>> rows = new ArrayList<>(trials.size());
    for (int i = 0; i < trials.size(); i++) {
      List<Value> row = new ArrayList<>(settings(values, i));
      Study.Trial trial = trials.get(i);
      for (String question : questions) {
        row.add(
            trial
                .value()
                .map(value -> Outcomes.plain(answers(value).get(question)))
                .orElse(SpecialValue.MISSING));
      }
      if (explains) {
        row.add(new TextValue(trial.failure().map(Study.Failure::message).orElse("")));
      }
      rows.add(row);
    }
    return new TableValue(columns, rows);
  }

  private static void requireVaried(Study study, List<Study.Trial> trials, List<String> names) {
    // where an answer moves after all, or only some have one, something was read
    if (!study.isVaried() && trials.stream().allMatch(trials.get(0)::equals)) {
      throw Problem.of(
              "E0521", "nothing varies: the answer does not rest on " + String.join(" or ", names))
          .withHelp("vary what it rests on, or ask for what rests on " + names.get(0))
          .about(OVER);
    }
  }

  private static List<Value> steps(String name, Value range) {
    if (range instanceof IntervalValue || range instanceof ListValue) {
      List<Value> steps = Elements.of(range);
      if (steps.isEmpty()) {
        throw Problem.of("E0514", name + " is given no values").about(OVER);
      }
      return steps;
    }
    return List.of(range);
  }

  private static List<Value> settings(List<List<Value>> values, int row) {
    Value[] settings = new Value[values.size()];
    int rest = row;
    for (int i = settings.length - 1; i >= 0; i--) {
      List<Value> steps = values.get(i);
      settings[i] = steps.get(rest % steps.size());
      rest /= steps.size();
    }
    return List.of(settings);
  }
}
