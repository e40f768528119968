package org.tidemark.vocab.equations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.quantity.NumberText;
import org.tidemark.solve.calibration.Calibration;
import org.tidemark.solve.calibration.Calibrator;
import org.tidemark.solve.calibration.Target;
import org.tidemark.solve.calibration.Uncalibrated;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Lazy;
import org.tidemark.spi.NoValue;
import org.tidemark.spi.Partial;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Registry;
import org.tidemark.spi.Study;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;

/** {@code calibrate}: definitions of a model chosen so that its results meet targets. */
final class CalibrateFunction extends BuiltIn {
  private static final String PARAMETERS = "parameters";
  private static final String MATCH = "match";
  private static final int TRIES = 64;

  private CalibrateFunction() {
    super("calibrate");
  }

  static void register(Registry registry) {
    CalibrateFunction calibrate = new CalibrateFunction();
    registry.function(
        calibrate
            .spec(
                """
                The model amended so that its results meet targets: least squares of the misses, each
                in tolerances, over definitions that may move in boxes. A tolerance is what stands
                after `within`, relative where the result is dimensionless, as in a comparison;
                without one it is 1e-9 of the target.

                The result is the amended model, and has besides: `met`, whether every result is
                within its tolerance; `residual`, the largest miss in tolerances; `misses`, all of
                them; `verdict`, in words; `identified`, whether the targets tell every definition,
                and `not_identified`, what they do not tell; `intervals`, where each definition may
                be while the sum of squared misses stays within one of its least, the others chosen
                anew; `other_solutions`, which do as well; `method` and `search`. Targets that cannot
                be met together are not refused: the result is the best compromise.\
                """)
            .varied(PARAMETERS, true, "what may move, and where: { r: 1..20 %/year }")
            .expression(
                MATCH, Comparisons.TAKEN, "the targets, [nash.time ≈ 3.8 year within 0.05 year]")
            .body(calibrate));
  }

  @Override
  public Type of(CallCheck call) {
    Map<String, Type> parameters = new LinkedHashMap<>();
    Map<String, Type> intervals = new LinkedHashMap<>();
    call.varied(PARAMETERS)
        .forEach(
            (parameter, type) -> {
              parameters.put(parameter, Elements.plain(type));
              intervals.put(parameter, new IntervalType(Elements.plain(type)));
            });
    Map<String, Type> extras = new LinkedHashMap<>();
    extras.put("met", BasicType.BOOL);
    extras.put("residual", QuantityType.PURE);
    extras.put("misses", new ListType(QuantityType.PURE));
    extras.put("verdict", BasicType.TEXT);
    extras.put("identified", BasicType.BOOL);
    extras.put("not_identified", new ListType(BasicType.TEXT));
    extras.put("intervals", new RecordType(intervals));
    extras.put("other_solutions", new ListType(new RecordType(parameters)));
    extras.put("method", BasicType.TEXT);
    extras.put("search", BasicType.TEXT);
    return call.model(PARAMETERS, extras);
  }

  @Override
  public Value of(CallValues call) {
    UnknownBox box = UnknownBox.bounded(call.varied(PARAMETERS).ranges());
    Comparisons comparisons =
        Comparisons.of(
            call.lazy(MATCH),
            Set.of("≈", "~=", "=="),
            MATCH,
            "[nash.time ≈ 3.8 year within 0.05 year]");
    List<Lazy> parts = comparisons.leftThenRight();
    for (int i = 0; i < comparisons.size(); i++) {
      comparisons.sides(i).tolerance().ifPresent(parts::add);
    }
    Study study = call.study(parts, PARAMETERS);
    String what = "calibrating ".concat(String.join(", ", box.box().names()));
    try (Progress progress = call.surroundings().keepable(what, 0, "points")) {
      Misses misses = new Misses(study, box, comparisons, call, progress);
      try {
        Calibration found = Calibrator.calibrate(box.box(), misses.targets(), misses::at);
        progress.kept(misses.asked);
        return study.model(
            Study.Variation.of(box.values(found.values())), extras(found, comparisons, box));
      } catch (Uncalibrated refused) {
        throw misses.nowhere(TRIES);
      } catch (NoValue stopped) {
        if (!stopped.isStopped() || !progress.isToFinish() || misses.best == null) {
          throw stopped;
        }
        Partial partial = progress.kept(misses.asked).orElseThrow(() -> stopped);
        return study.model(
            Study.Variation.of(box.values(misses.best)),
            CalibrationSoFar.extras(misses.best, misses.fewest, box, partial));
      }
    }
  }

  /** The misses of the targets, each in tolerances, as parameters give them. */
  private static final class Misses {
    private final Study study;
    private final UnknownBox box;
    private final Comparisons comparisons;
    private final CallValues call;
    private final Progress progress;
    private Study.Failure first;
    private long asked;
    private double least = Double.POSITIVE_INFINITY;
    private double[] best;
    private double[] fewest;

    Misses(
        Study study, UnknownBox box, Comparisons comparisons, CallValues call, Progress progress) {
      this.progress = progress;
      this.study = study;
      this.box = box;
      this.comparisons = comparisons;
      this.call = call;
      for (double[] point : box.samples(TRIES)) {
        if (answer(point).isPresent()) {
          return;
        }
      }
      throw nowhere(TRIES);
    }

    /** A target may move with the parameters, so what is to be met is that nothing is missed. */
    List<Target> targets() {
      List<Target> targets = new ArrayList<>();
      for (int i = 0; i < comparisons.size(); i++) {
        targets.add(new Target(comparisons.text(i), 0, 1));
      }
      return targets;
    }

    double[] at(double[] point) {
      List<Value> values =
          answer(point).orElseThrow(() -> new ArithmeticException("no solution there"));
      int n = comparisons.size();
      double[] misses = new double[n];
      int within = 2 * n;
      for (int i = 0; i < n; i++) {
        boolean given = comparisons.sides(i).tolerance().isPresent();
        Value tolerance = given ? values.get(within++) : null;
        misses[i] = Miss.of(values.get(i), values.get(n + i), tolerance, comparisons.text(i));
      }
      consider(point, misses);
      return misses;
    }

    private void consider(double[] point, double[] misses) {
      double sum = 0;
      for (double miss : misses) {
        sum += miss * miss;
      }
      if (sum < least) {
        least = sum;
        best = point.clone();
        fewest = misses.clone();
      }
    }

    private Optional<List<Value>> answer(double[] point) {
      call.surroundings().checkpoint();
      asked++;
      progress.add(1);
      Study.Trial trial = study.ask(Study.Variation.of(box.values(point)));
      if (trial.value().isEmpty()) {
        first = first == null ? trial.failure().orElseThrow() : first;
        return Optional.empty();
      }
      return Optional.of(((ListValue) trial.value().get()).elements());
    }

    Problem nowhere(int tried) {
      String words =
          "the model has no result at any of "
              + tried
              + " points tried in the box"
              + (first == null ? "" : "; the first: " + first.message());
      return Problem.noSolution("E0625", words)
          .withHelp("move the box to where the model has a solution")
          .about(PARAMETERS);
    }
  }

  private static Map<String, Value> extras(
      Calibration found, Comparisons comparisons, UnknownBox box) {
    List<Value> misses = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      misses.add(QuantityValue.pure(found.miss(i)));
    }
    List<Value> untold = new ArrayList<>();
    found.identification().sentences().forEach(s -> untold.add(new TextValue(s)));
    double[] lower = new double[box.box().size()];
    double[] upper = new double[lower.length];
    for (int j = 0; j < lower.length; j++) {
      lower[j] = found.interval(j).lower();
      upper[j] = found.interval(j).upper();
    }
    Map<String, Value> extras = new LinkedHashMap<>();
    extras.put("met", found.met() ? BoolValue.TRUE : BoolValue.FALSE);
    extras.put("residual", QuantityValue.pure(found.residual()));
    extras.put("misses", new ListValue(misses));
    extras.put("verdict", new TextValue(verdict(found, comparisons)));
    extras.put("identified", found.identification().complete() ? BoolValue.TRUE : BoolValue.FALSE);
    extras.put("not_identified", new ListValue(untold));
    extras.put("intervals", box.intervals(lower, upper));
    extras.put("other_solutions", box.records(found.others()));
    extras.put("method", new TextValue(found.method()));
    extras.put("search", new TextValue(found.search()));
    return extras;
  }

  private static String verdict(Calibration found, Comparisons comparisons) {
    if (found.met()) {
      return "every target is met";
    }
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      if (Math.abs(found.miss(i)) > 1) {
        missed.add(
            Comparisons.oneLine(comparisons.sides(i).left().text())
                + " is "
                + NumberText.sensible(Math.abs(found.miss(i)))
                + " tolerances "
                + (found.miss(i) > 0 ? "above" : "below"));
      }
    }
    return (comparisons.size() == 1
            ? "the target cannot be met: "
            : "the targets cannot be met together: ")
        + String.join(", ", missed);
  }
}
