package org.tidemark.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.Member;
import org.tidemark.check.Scope;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.kernel.Kernel;
import org.tidemark.kernel.KernelClasses;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * One evaluation that is asked the same question again and again, with other numbers set from
 * outside. What cannot rest on those keeps its value from one time to the next, as in a
 * conversation at the prompt; the rest is forgotten and worked out anew. Belongs to one thread at a
 * time.
 */
final class Replay {
  /**
   * Declarations that are not of the script itself, as those of models inside, stay known as long
   * as the evaluation; beyond so many a fresh one is made.
   */
  private static final int MOST_DECLARATIONS = 1000;

  private final Evaluation evaluation;
  private final Instance main;
  private final Amendment amendment;
  private final SetNumber[] sets;
  private final Amendment.Entry[] entries;
  private final String[] dirty;
  private final Question question;
  private final ReplayedDeclarations declarations;
  private final Location[] places;
  private int declarationsAtFirst = -1;

  Replay(
      CheckedProgram program,
      Lowering lowering,
      List<Overriding> overrides,
      List<SetNumber> sets,
      Set<String> dirty,
      Question question) {
    this.evaluation = new Evaluation(program, lowering, Watch.none());
    Instance written = Instance.of(evaluation, program.main());
    this.amendment = ScriptRun.amendment(program, lowering, overrides, written);
    this.sets = sets.toArray(new SetNumber[0]);
    this.places = new Location[this.sets.length];
    this.entries = new Amendment.Entry[this.sets.length];
    for (int i = 0; i < entries.length; i++) {
      amendment.add(this.sets[i].names(), cell(i, 1), this.sets[i].isBare());
      entries[i] = amendment.at(this.sets[i].names());
    }
    this.main = written.amended(amendment);
    this.dirty = dirty.toArray(new String[0]);
    this.question = question;
    this.declarations = new ReplayedDeclarations(main, dirty);
    evaluation.replay(declarations);
  }

  /**
   * The answer for some numbers.
   *
   * @return null where the ordinary way has to tell
   * @throws RuntimeException where there is none; it is of no use any more then
   */
  Value ask(double[] magnitudes) {
    for (int i = 0; i < entries.length; i++) {
      Cell cell = cell(i, magnitudes[i]);
      if (cell == null) {
        return null;
      }
      entries[i].replace(cell);
    }
    for (String name : dirty) {
      main.forget(name);
    }
    declarations.forgetMade();
    Cell cell =
        Cell.passing(
            question.text(),
            question.location(),
            () -> question.code().evaluate(main.frame().local(0)));
    Value value = cell.read(evaluation);
    if (declarationsAtFirst < 0) {
      declarationsAtFirst = evaluation.declarations();
    }
    return value;
  }

  private Cell cell(int i, double magnitude) {
    QuantityValue value = sets[i].value(magnitude);
    if (value == null) {
      return null;
    }
    return new Cell(sets[i].path(), place(i, magnitude), true, List.of(), List.of(), () -> value);
  }

  /** Where it is written; kinds look at the digits of what is written in their fields. */
  private Location place(int i, double magnitude) {
    if (places[i] != null && sets[i].names().size() == 1) {
      return places[i];
    }
    String text = WrittenNumber.of(magnitude, sets[i].unit());
    places[i] =
        new Location(new SourceText("--set " + sets[i].path(), text), new Span(0, text.length()));
    return places[i];
  }

  // ---- compiling

  /**
   * The question as one formula of what is set, by what has been worked out so far.
   *
   * @throws NoKernel where it is none
   */
  NumericQuestion compiled() {
    Map<String, Integer> inputs = new HashMap<>();
    UnitExpression[] lent = new UnitExpression[sets.length];
    UnitExpression[] units = new UnitExpression[sets.length];
    for (int i = 0; i < sets.length; i++) {
      String name = sets[i].names().get(0);
      Optional<Member> member = main.structure().member(name);
      if (sets[i].names().size() > 1
          || inputs.put(name, i) != null
          || member.filter(m -> m.sort() == Member.Sort.DEFINITION).isEmpty()) {
        throw new NoKernel("parts of something are set");
      }
      if (sets[i].isBare()) {
        lent[i] =
            member
                .get()
                .definition()
                .type()
                .flatMap(evaluation.lowering().units()::unit)
                .filter(unit -> !unit.isNone())
                .orElse(null);
      }
      units[i] = lent[i] == null ? sets[i].shown() : lent[i];
    }
    MovingDefinitions moving = new MovingDefinitions(main, Set.of(dirty), inputs, units, amendment);
    Translation translation = new Translation(evaluation, new Peek(null, moving), moving);
    Scope scope = main.structure().scope().readingFrom(question.location().source());
    Symbolic result =
        translation.translate(
            question.expression(), new NumericScope(scope, main.frame().local(0), null));
    if (!(result instanceof Symbolic.Number number) || !number.shown()) {
      throw new NoKernel("its answer is no number of one unit");
    }
    try {
      Kernel kernel =
          evaluation
              .lowering()
              .kernels()
              .kernel(
                  translation.graph(),
                  sets.length,
                  List.of(translation.arithmetic().certain(number).node()));
      return new NumericQuestion(
          kernel, List.of(sets), lent, number.unit(), translation.isIncomplete());
    } catch (KernelClasses.TooLarge large) {
      throw new NoKernel(large.getMessage());
    }
  }

  /** Whether it can be asked again without holding on to too much. */
  boolean isFit() {
    return evaluation.declarations() <= declarationsAtFirst + MOST_DECLARATIONS;
  }
}
