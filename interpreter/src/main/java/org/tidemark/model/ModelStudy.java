package org.tidemark.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.tidemark.check.Literals;
import org.tidemark.check.Structure;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.CorrelateStatement;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Study;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.QuantityValue;
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
      boolean varied,
      boolean portable,
      Value answer,
      EvaluationFailure failure) {}

  ModelStudy(Unevaluated what, VariedCode varied, Frame frame, Location location) {
    this.what = what;
    this.varied = varied;
    this.frame = frame;
    this.location = location;
  }

  @Override
  public String text() {
    return what.text().replaceAll("\\s+", " ");
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
    ChancesOfCells noted = ChancesOfCells.notingWithin(frame.evaluation.chances());
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
        there,
        evaluation,
        noted,
        Settled.below(asked, varying),
        asked.restsOnAny(varying),
        move.isWhole(),
        answer,
        failed);
  }

  @Override
  public Value baseline() {
    if (base().failure() != null) {
      throw base().failure();
    }
    return base().answer();
  }

  @Override
  public boolean isVaried() {
    return base().varied();
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
      for (Expression input : inputs) {
        requireUncertain(input, main);
      }
      for (int i = 0; i < inputs.size(); i++) {
        for (int j = i + 1; j < inputs.size(); j++) {
          all.add(new Correlation(path(inputs.get(i)), path(inputs.get(j)), rank, text));
        }
      }
    }
    return all;
  }

  private void requireUncertain(Expression input, Frame main) {
    Structure structure = main.self.structure();
    Value value = frame.evaluation.lowering().expression(input, structure.scope()).evaluate(main);
    if (!(value instanceof QuantityValue quantity) || quantity.distribution().isEmpty()) {
      throw frame.evaluation.fail(
          new Location(structure.source(), input.span()),
          "E0413",
          path(input) + " is no uncertain input, so it cannot be correlated",
          "write a distribution where it is defined, for example: param a = 1 to 10");
    }
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
    frame.evaluation.spending().spend(Limit.DRAWS, 1, location);
    return answer(variation);
  }

  private Trial answer(Variation variation) {
    Base known = base();
    Evaluation evaluation =
        known
            .evaluation()
            .variation(
                variation
                    .chances()
                    .map(chances -> new ChancesOfCells(chances, known.noted().names()))
                    .orElseGet(known.noted()::staying),
                known.settled());
    Instance target = known.frame().out(varied.structures()).self;
    Amendment settings =
        variation.settings().isEmpty() ? null : varied.amendment(variation.settings());
    try {
      Frame there = new Transplant(evaluation, target, settings).frame(known.frame());
      Value answer = evaluation.spending().watched(() -> what.code().evaluate(there));
      return new Trial(Optional.of(answer), Optional.empty());
    } catch (EvaluationFailure failure) {
      return new Trial(Optional.empty(), Optional.of(reason(failure)));
    }
  }

  private static Failure reason(EvaluationFailure failure) {
    if (failure.isStopped()) {
      throw failure;
    }
    return new Failure(
        failure.diagnostic().code(), failure.diagnostic().message(), failure.isNoSolution());
  }

  @Override
  public List<Trial> askAll(int count, IntFunction<Variation> variations, Progress progress) {
    Trial[] trials = new Trial[count];
    int done = askAll(count, variations, (number, trial) -> trials[number] = trial, progress);
    return Arrays.asList(trials).subList(0, done);
  }

  @Override
  public int askAll(int count, IntFunction<Variation> variations, Sink sink, Progress progress) {
    Base known = base();
    if (count > 0
        && variations.apply(0).chances().isPresent()
        && frame.evaluation.reader() != null) {
      frame.evaluation.reader().noteWholeDistributions();
    }
    int threads = threads(known);
    Budget budget = frame.evaluation.spending().budget();
    if (budget != null) {
      frame.evaluation.spending().spend(Limit.DRAWS, count, location);
      threads = budget.atMost(Limit.THREADS, threads);
    }
    int done =
        Workers.run(
            count,
            threads,
            i -> sink.take(i, answer(variations.apply(i))),
            progress,
            frame.evaluation.spending()::checkpoint);
    if (done == 0 && count > 0) {
      throw EvaluationFailure.stopped();
    }
    return done;
  }

  private int threads(Base known) {
    if (frame.evaluation.isTraced()) {
      return 0;
    }
    return known.portable() ? Runtime.getRuntime().availableProcessors() : 1;
  }

  @Override
  public List<WrittenInput> writtenInputs() {
    List<WrittenInputs.Written> noted = noted();
    InputNames names = new InputNames(frame.evaluation.program().main());
    Map<String, List<WrittenInputs.Written>> places = new LinkedHashMap<>();
    Map<WrittenInputs.Written, InputNames.Named> named = new LinkedHashMap<>();
    for (WrittenInputs.Written place : noted) {
      names
          .of(place.location())
          .ifPresent(
              name -> {
                named.put(place, name);
                places.computeIfAbsent(name.name(), key -> new ArrayList<>()).add(place);
              });
    }
    List<WrittenInput> inputs = new ArrayList<>();
    Set<Location> seen = new HashSet<>();
    named.forEach(
        (place, name) ->
            input(place, name, places.get(name.name()).size() == 1)
                // 2 * 3 USD is one input, written with two numbers
                .filter(input -> seen.add(((Place) input.place()).written()))
                .ifPresent(inputs::add));
    return inputs;
  }

  private List<WrittenInputs.Written> noted() {
    WrittenInputs noting = WrittenInputs.noting();
    Evaluation evaluation = frame.evaluation.following(noting);
    Frame there = new Transplant(evaluation, null, null).frame(frame);
    Cell asked = Cell.passing(what.text(), what.location(), () -> what.code().evaluate(there));
    try {
      asked.read(evaluation);
    } catch (EvaluationFailure failure) {
      // what it met on the way is told all the same
      reason(failure);
    }
    return noting.noted(asked);
  }

  /** A number, or the literal that it stands in where it is the only one there. */
  private Optional<WrittenInput> input(
      WrittenInputs.Written number, InputNames.Named name, boolean alone) {
    Location place = number.location();
    Optional<Quantity> whole =
        alone
            ? Literals.quantity(name.whole(), frame.evaluation.program().unitReader())
                .map(quantity -> annotated(quantity, name))
            : Optional.empty();
    if (whole.isPresent()) {
      String text = place.source().text(name.whole().span());
      return Optional.of(
          new WrittenInput(
              name.name(),
              text,
              whole.get(),
              new Place(number, whole.get(), written(place, name.whole()))));
    }
    for (Expression part : name.path()) {
      Optional<Quantity> written = Literals.quantity(part, frame.evaluation.program().unitReader());
      if (written.isPresent()) {
        String text = place.source().text(part.span());
        // a bare number inside a formula is part of the formula
        return written.get().unit().isNone()
            ? Optional.empty()
            : Optional.of(
                new WrittenInput(
                    name.name() + " (" + text + ")",
                    text,
                    written.get(),
                    new Place(number, written.get(), written(place, part))));
      }
    }
    // an uncertain value is called by its definition where it is all of that
    Quantity token = number.value();
    boolean wholeText = name.whole().span().equals(place.span());
    String text = place.source().text(place.span());
    return !wholeText && token.unit().isNone()
        ? Optional.empty()
        : Optional.of(
            new WrittenInput(
                wholeText ? name.name() : name.name() + " (" + text + ")",
                text,
                token,
                new Place(number, token, place)));
  }

  /** A bare number in the unit that the annotation of its definition lends it. */
  private Quantity annotated(Quantity written, InputNames.Named name) {
    if (!Literals.takesUnit(name.whole())) {
      return written;
    }
    return name.type()
        .flatMap(frame.evaluation.program().unitReader()::unit)
        .filter(unit -> !unit.isNone())
        .map(unit -> Quantity.of(written.magnitude(), unit))
        .orElse(written);
  }

  private static Location written(Location place, Expression part) {
    return new Location(place.source(), part.span());
  }

  /** A number in a script and the input that it makes, which is proportional to it. */
  private record Place(WrittenInputs.Written number, Quantity whole, Location written) {
    double wholePerToken() {
      Quantity token = number.value();
      return token.magnitude() != 0
          ? whole.magnitude() / token.magnitude()
          : whole.unit().toBase(1) / token.unit().toBase(1);
    }
  }

  private Trial answer(WrittenInputs inputs) {
    frame.evaluation.spending().spend(Limit.DRAWS, 1, location);
    Evaluation evaluation = frame.evaluation.following(inputs);
    try {
      Frame there = new Transplant(evaluation, null, null).frame(frame);
      return new Trial(Optional.of(what.code().evaluate(there)), Optional.empty());
    } catch (EvaluationFailure failure) {
      return new Trial(Optional.empty(), Optional.of(reason(failure)));
    }
  }

  @Override
  public Trial along(WrittenInput input) {
    Place place = (Place) input.place();
    WrittenInputs followed = WrittenInputs.following(place.number());
    Trial trial = answer(followed);
    // a derivative that rests on differences is no exact one, however well it agrees
    double perWhole = followed.isDifferenced() ? Double.NaN : 1 / place.wholePerToken();
    return new Trial(
        trial
            .value()
            .map(
                value ->
                    Arithmetic.plain(value) instanceof QuantityValue answer
                        ? new QuantityValue(
                            answer.quantity().withTangent(answer.quantity().tangent() * perWhole))
                        : value),
        trial.failure());
  }

  @Override
  public Trial where(WrittenInput input, double magnitude) {
    Place place = (Place) input.place();
    return answer(WrittenInputs.moving(place.number(), magnitude / place.wholePerToken()));
  }

  @Override
  public ModelValue model(Variation variation, Map<String, Value> extras) {
    Instance target = frame.out(varied.structures()).self;
    return target.amended(varied.amendment(variation.settings())).withExtras(extras);
  }
}
