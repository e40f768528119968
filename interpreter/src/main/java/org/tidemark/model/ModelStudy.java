package org.tidemark.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.CorrelateStatement;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.spi.Study;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.Value;

/**
 * An expression asked in variations of the model around it. The model is worked out once as it
 * stands, apart from the evaluation that asks; each variation then takes over from there what does
 * not depend on anything that varies.
 */
final class ModelStudy implements Study {
  private final Unevaluated what;
  private final VariedCode varied;
  private final Frame frame;
  private final Location location;
  private Base base;

  /** The model as it stands, worked out. */
  private record Base(
      Frame frame,
      Evaluation evaluation,
      ChancesOfCells noted,
      Settled settled,
      boolean portable,
      Value answer,
      EvaluationFailure failure) {}

  ModelStudy(Unevaluated what, VariedCode varied, Frame frame, Location location) {
    this.what = what;
    this.varied = varied;
    this.frame = frame;
    this.location = location;
  }

  // ---- the model as it stands

  private Base base() {
    if (base == null) {
      base = workOut();
    }
    return base;
  }

  private Base workOut() {
    try {
      // once where the call stands, so that the result knows what it rests on
      what.code().evaluate(frame);
    } catch (EvaluationFailure failure) {
      if (failure.isStopped()) {
        throw failure;
      }
    }
    ChancesOfCells noted = new ChancesOfCells(null, Map.of());
    Evaluation evaluation = frame.evaluation.variation(noted, Settled.NOTHING);
    Transplant move = new Transplant(evaluation, null, null);
    Frame there = move.frame(frame);
    Cell asked = Cell.passing(what.text(), what.location(), () -> what.code().evaluate(there));
    Value answer = null;
    EvaluationFailure failed = null;
    try {
      answer = asked.read(evaluation);
    } catch (EvaluationFailure failure) {
      if (failure.isStopped()) {
        throw failure;
      }
      failed = failure;
    }
    List<Cell> varying = new ArrayList<>();
    Instance target = there.out(varied.structures()).self;
    for (String name : varied.names()) {
      varying.add(target.cell(name));
    }
    return new Base(
        there, evaluation, noted, Settled.below(asked, varying), move.isWhole(), answer, failed);
  }

  @Override
  public Value baseline() {
    if (base().failure() != null) {
      throw base().failure();
    }
    return base().answer();
  }

  @Override
  public List<UncertainInput> inputs() {
    return base().noted().inputs();
  }

  @Override
  public List<Correlation> correlations() {
    Frame main = frame;
    while (main.layer.enclosing() != null) {
      main = main.layer.enclosing();
    }
    List<Correlation> all = new ArrayList<>();
    for (CorrelateStatement statement : main.self.structure().correlations()) {
      Code code =
          frame
              .evaluation
              .lowering()
              .expression(statement.correlation(), main.self.structure().scope());
      String text = main.self.structure().source().text(statement.span());
      double rank = Members.number(code.evaluate(main), "a rank correlation", frame, location);
      List<Expression> inputs = statement.inputs();
      for (int i = 0; i < inputs.size(); i++) {
        for (int j = i + 1; j < inputs.size(); j++) {
          all.add(new Correlation(path(inputs.get(i)), path(inputs.get(j)), rank, text));
        }
      }
    }
    return all;
  }

  private static String path(Expression input) {
    return String.join(".", org.tidemark.check.MultiplierTarget.path(input));
  }

  // ---- variations

  @Override
  public Trial ask(Variation variation) {
    if (variation.chances().isPresent() && frame.evaluation.reader() != null) {
      frame.evaluation.reader().noteWholeDistributions();
    }
    return answer(variation);
  }

  private Trial answer(Variation variation) {
    Base known = base();
    Evaluation evaluation =
        known
            .evaluation()
            .variation(
                new ChancesOfCells(variation.chances().orElse(null), known.noted().names()),
                known.settled());
    Instance target = known.frame().out(varied.structures()).self;
    Amendment settings =
        variation.settings().isEmpty() ? null : varied.amendment(variation.settings());
    try {
      Frame there = new Transplant(evaluation, target, settings).frame(known.frame());
      return new Trial(Optional.of(what.code().evaluate(there)), Optional.empty());
    } catch (EvaluationFailure failure) {
      if (failure.isStopped()) {
        throw failure;
      }
      return new Trial(
          Optional.empty(),
          Optional.of(
              new Failure(
                  failure.diagnostic().code(),
                  failure.diagnostic().message(),
                  failure.isNoSolution())));
    }
  }

  @Override
  public List<Trial> askAll(int count, IntFunction<Variation> variations) {
    Base known = base();
    if (count > 0
        && variations.apply(0).chances().isPresent()
        && frame.evaluation.reader() != null) {
      frame.evaluation.reader().noteWholeDistributions();
    }
    Trial[] trials = new Trial[count];
    Workers.run(
        count,
        known.portable() ? Runtime.getRuntime().availableProcessors() : 1,
        i -> trials[i] = answer(variations.apply(i)));
    return Arrays.asList(trials);
  }

  @Override
  public ModelValue model(Variation variation, Map<String, Value> extras) {
    Instance target = frame.out(varied.structures()).self;
    return target.amended(varied.amendment(variation.settings())).withExtras(extras);
  }
}
