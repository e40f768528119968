package org.tidemark.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tidemark.check.Member;
import org.tidemark.grammar.source.Location;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.FieldPart;
import org.tidemark.spi.Problem;
import org.tidemark.spi.RunningBody;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/** A declaration at run time: its fields, what it extends, what is amended in it. */
final class DeclaredObject implements DeclaredFields {
  /** The most that one declaration may be repeated. */
  private static final int MOST_REPETITIONS = 100_000;

  private static final Quantity ORIGIN = new Quantity(0, UnitExpression.coherent(Types.TIME));

  private final Evaluation evaluation;
  private final Member member;
  private final LoweredDeclaration lowered;
  private final Frame frame;
  private final String path;
  private final List<Amendment> amendments;
  private final Map<String, Cell> cells = new HashMap<>();
  private DeclaredObject base;
  private boolean helpersDone;
  private RunningObject running;

  private DeclaredObject(
      Evaluation evaluation,
      Member member,
      LoweredDeclaration lowered,
      Frame frame,
      String path,
      List<Amendment> amendments) {
    this.evaluation = evaluation;
    this.member = member;
    this.lowered = lowered;
    this.frame = frame;
    this.path = path;
    this.amendments = amendments;
  }

  /** The value of a declaration: what its kind makes of it, or a list where it is repeated. */
  static Value value(
      Evaluation evaluation, Member member, Frame outer, String path, List<Amendment> amendments) {
    return evaluation
        .lowering()
        .step(
            () -> Steps.declaration(member, member.declaration().span()),
            member.owner().scope(),
            frame -> made(evaluation, member, frame, path, amendments))
        .evaluate(outer);
  }

  private static Value made(
      Evaluation evaluation, Member member, Frame outer, String path, List<Amendment> amendments) {
    LoweredDeclaration lowered = evaluation.lowering().declaration(member);
    if (lowered.repetition == null) {
      return create(evaluation, member, lowered, outer.local(lowered.size), path, amendments);
    }
    Value source = lowered.repetition.evaluate(outer);
    List<Value> values = new ArrayList<>();
    if (lowered.perElement) {
      int index = 0;
      for (Value element : Members.elements(source, outer, member.location())) {
        Frame frame = outer.local(lowered.size);
        frame.slots[0] = element;
        values.add(
            create(evaluation, member, lowered, frame, path + "[" + index++ + "]", amendments));
      }
      return new ListValue(values);
    }
    double count = Members.number(source, "a number of repetitions", outer, member.location());
    if (count != Math.rint(count) || count < 0 || count > MOST_REPETITIONS) {
      throw evaluation.fail(
          new Location(
              member.source(), member.declaration().repetition().orElseThrow().source().span()),
          "E0519",
          "the number of "
              + member.name()
              + " is a whole number from 0 to "
              + MOST_REPETITIONS
              + ", and this is "
              + NumberText.sensible(count),
          "for example " + member.kind().name() + " " + member.name() + "[5]");
    }
    // alike in everything, so one object stands for all of them
    Value one =
        count == 0
            ? null
            : create(evaluation, member, lowered, outer.local(lowered.size), path, amendments);
    for (int i = 0; i < count; i++) {
      values.add(one);
    }
    return new ListValue(values);
  }

  /**
   * A field of a declaration that its kind makes nothing of: the field alone is worked out.
   *
   * @return its cell; empty where the declaration does not set it
   */
  static Optional<Cell> fieldOf(Instance home, Member member, String field) {
    LoweredDeclaration lowered = home.evaluation().lowering().declaration(member);
    Frame frame = home.frame().local(lowered.size);
    DeclaredObject object =
        new DeclaredObject(
            home.evaluation(), member, lowered, frame, home.path() + member.name(), List.of());
    object.extend();
    return object.has(field) ? Optional.of(object.cell(field)) : Optional.empty();
  }

  private static Value create(
      Evaluation evaluation,
      Member member,
      LoweredDeclaration lowered,
      Frame frame,
      String path,
      List<Amendment> amendments) {
    DeclaredObject object =
        new DeclaredObject(evaluation, member, lowered, frame, path, amendments);
    return object.create();
  }

  private Value create() {
    if (lowered.clock >= 0 && frame.slots[lowered.clock] == null) {
      frame.slots[lowered.clock] = new QuantityValue(ORIGIN);
    }
    extend();
    try {
      if (lowered.body != null) {
        running = runningObject();
      }
      Value value =
          PluginFailures.given(
              member.kind().create(this), member.kind(), member.name(), member.location());
      if (running != null) {
        running.standsFor(value);
      }
      if (value instanceof ObjectValue && evaluation.declaration(value) == null) {
        evaluation.declare(value, this);
      }
      return value;
    } catch (Problem problem) {
      throw evaluation.fail(place(problem), problem);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failed) {
      throw PluginFailures.blamed(failed, member.kind(), member.name(), member.location());
    }
  }

  /** Whether it is noted as made anew whenever a script is asked again. */
  boolean isMadeAnewIn(ReplayedDeclarations declarations, Value value) {
    return declarations.declare(value, this, member, frame.self);
  }

  /** Finds what it extends. */
  private void extend() {
    if (lowered.base == null) {
      return;
    }
    Value value = lowered.base.evaluate(frame);
    if (value instanceof ListValue list && !list.elements().isEmpty()) {
      value = list.elements().get(0);
    }
    base = evaluation.declaration(value);
    if (base == null) {
      throw evaluation.fail(
          member.location(), "E0216", "what " + member.name() + " extends is not there");
    }
  }

  /** The body, over those that it extends. */
  private RunningObject runningObject() {
    List<DeclaredObject> chain = new ArrayList<>();
    for (DeclaredObject at = this; at != null; at = at.base) {
      chain.add(at);
    }
    return new RunningObject(evaluation, this, chain);
  }

  Evaluation evaluation() {
    return evaluation;
  }

  LoweredDeclaration lowered() {
    return lowered;
  }

  Frame frame() {
    return frame;
  }

  @Override
  public RunningBody body() {
    return running;
  }

  Member member() {
    return member;
  }

  /** Where what a problem is about is written. */
  Location place(Problem problem) {
    return problem
        .part()
        .map(part -> cells.containsKey(part) ? cells.get(part).location() : null)
        .orElse(member.location());
  }

  /** An amended copy, which belongs to the evaluation that asks for it. */
  Value amended(Evaluation asking, Amendment amendment) {
    List<Amendment> more = new ArrayList<>();
    more.add(amendment);
    more.addAll(amendments);
    Evaluation owner = asking.goesOnFrom(evaluation) ? asking : evaluation;
    DeclaredObject copy = new DeclaredObject(owner, member, lowered, frame, path, more);
    return copy.create();
  }

  // ---- fields

  boolean isField(String name) {
    return has(name)
        && !(running != null && running.isMember(name))
        && !member.kind().inParts().contains(name);
  }

  /** Whether something is amended in a field or state. */
  boolean isAmended(String name) {
    return amendments.stream().anyMatch(amendment -> amendment.entry(name) != null);
  }

  Value field(String name) {
    return cell(name).read(evaluation);
  }

  private Cell cell(String name) {
    Cell known = cells.get(name);
    if (known == null) {
      Cell raw = rawCell(name, 0);
      List<Instance.Factor> factors = frame.self.factors(List.of(member.name(), name));
      known =
          factors.isEmpty()
              ? raw
              : Cell.passing(
                  raw.path(),
                  raw.location(),
                  () -> frame.self.scaled(raw.read(evaluation), factors, raw.location()));
      cells.put(name, known);
    }
    return known;
  }

  private Cell rawCell(String name, int from) {
    for (int i = from; i < amendments.size(); i++) {
      Amendment.Entry entry = amendments.get(i).entry(name);
      if (entry != null) {
        int next = i + 1;
        Cell old = entry.replacement() != null ? entry.replacement() : rawCell(name, next);
        if (entry.nested() == null) {
          return old;
        }
        return Cell.passing(
            path + "." + name,
            old.location(),
            () -> Amending.amend(evaluation, old.read(evaluation), entry.nested(), old.location()));
      }
    }
    if (running != null && running.isPart(name)) {
      return running.cell(name);
    }
    LoweredDeclaration.Field field = lowered.fields.get(name);
    if (field == null) {
      return base.cell(name);
    }
    ReplayedDeclarations replayed = evaluation.replayed();
    if (replayed == null || !amendments.isEmpty() || lowered.size > 0) {
      return cell(path + "." + name, field);
    }
    Cell before = replayed.cell(field, frame.self);
    if (before != null) {
      return before;
    }
    Cell made = cell(path + "." + name, field);
    replayed.keep(field, frame.self, made);
    return made;
  }

  private Cell cell(String name, LoweredDeclaration.Field field) {
    return new Cell(
        name,
        field.location(),
        field.literal(),
        field.annotations(),
        field.embedded(),
        () -> {
          helpers();
          return field.code().evaluate(frame);
        });
  }

  @Override
  public List<FieldPart> parts(String name) {
    if (!has(name)) {
      return List.of();
    }
    LoweredDeclaration.Field field = lowered.fields.get(name);
    if (isAmended(name) || field == null || field.parts().isEmpty()) {
      return field == null && !isAmended(name)
          ? base.parts(name)
          : List.of(new CellPart(name, cell(name), evaluation));
    }
    List<FieldPart> parts = new ArrayList<>();
    field
        .parts()
        .forEach(
            (entry, part) ->
                parts.add(
                    new CellPart(
                        entry,
                        cells.computeIfAbsent(
                            name + "." + entry, key -> cell(path + "." + key, part)),
                        evaluation)));
    return parts;
  }

  private record CellPart(String name, Cell cell, Evaluation evaluation) implements FieldPart {
    @Override
    public Value value() {
      return cell.read(evaluation);
    }

    @Override
    public Evidence evidence() {
      return EvidenceTrail.of(cell);
    }
  }

  private void helpers() {
    if (!helpersDone) {
      lowered.helpers.forEach((slot, code) -> frame.slots[slot] = code.evaluate(frame));
      helpersDone = true;
    }
  }

  @Override
  public boolean has(String field) {
    for (Amendment amendment : amendments) {
      if (amendment.entry(field) != null) {
        return true;
      }
    }
    return lowered.fields.containsKey(field)
        || (running != null && running.isPart(field))
        || (base != null && base.has(field));
  }

  @Override
  public Optional<Value> value(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    Value value = field(field);
    if (value == SpecialValue.MISSING && !member.kind().takesMissing()) {
      // an empty cell is no answer to what the kind asks; leaving the field out is
      throw Problem.of("E0507", "the field " + field + " of " + path + " is missing")
          .withHelp("fill the cell that it is taken from, or leave the field out")
          .about(field);
    }
    return Optional.of(value);
  }

  @Override
  public Optional<String> written(String field) {
    for (Amendment amendment : amendments) {
      Amendment.Entry entry = amendment.entry(field);
      if (entry != null) {
        return Optional.ofNullable(entry.replacement())
            .map(cell -> cell.location().source().text(cell.location().span()));
      }
    }
    LoweredDeclaration.Field own = lowered.fields.get(field);
    if (own == null) {
      return base == null ? Optional.empty() : base.written(field);
    }
    return Optional.of(own.location().source().text(own.location().span()));
  }

  @Override
  public Optional<Quantity> quantity(String field) {
    return value(field).flatMap(Members::quantity);
  }

  // ---- as of a time

  @Override
  public boolean readsClock() {
    return lowered.readsClock;
  }

  @Override
  public <T> T asOf(Quantity time, Supplier<T> work) {
    return lowered.clock < 0 ? work.get() : holding(lowered.clock, new QuantityValue(time), work);
  }

  private <T> T holding(int slot, Value value, Supplier<T> work) {
    Value before = frame.slots[slot];
    frame.slots[slot] = value;
    try {
      return work.get();
    } finally {
      frame.slots[slot] = before;
    }
  }

  @Override
  public boolean readsCalendar() {
    return lowered.readsCalendar;
  }

  @Override
  public <T> T asOf(DateValue date, Supplier<T> work) {
    return lowered.calendar < 0 ? work.get() : holding(lowered.calendar, date, work);
  }

  @Override
  public Value valueAsOf(String name, Quantity time) {
    LoweredDeclaration.Field field = lowered.fields.get(name);
    return field == null || amendments.stream().anyMatch(a -> a.entry(name) != null)
        ? field(name)
        : asOf(time, () -> field.code().evaluate(frame));
  }

  @Override
  public String name() {
    return path;
  }

  @Override
  public Object identity() {
    return this;
  }

  @Override
  public Value apply(Value function, List<Value> arguments) {
    return Members.call(function, arguments, frame, member.location());
  }

  @Override
  public <T> Supplier<T> once(Supplier<T> work) {
    List<T> outcome = new ArrayList<>(1);
    Cell cell =
        Cell.passing(
            name(),
            member.location(),
            () -> {
              T made = work.get();
              outcome.clear();
              outcome.add(made);
              return BoolValue.TRUE;
            });
    return () -> {
      cell.read(evaluation);
      return outcome.get(0);
    };
  }

  @Override
  public Surroundings surroundings() {
    return evaluation.surroundings(member.location(), member.owner().modulePath());
  }

  // ---- comparisons

  @Override
  public Comparison comparison() {
    return new DeclaredComparison(evaluation, lowered, frame, this::helpers);
  }
}
