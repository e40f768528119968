package org.tidemark.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Moment;
import org.tidemark.spi.NumericFunction;
import org.tidemark.spi.Problem;
import org.tidemark.spi.RunningBody;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** The part of a declaration that runs, at run time, over those that it extends. */
final class RunningObject implements RunningBody {
  private final Evaluation evaluation;
  private final DeclaredObject declared;
  private final List<BodyLayer> layers = new ArrayList<>();
  private final Map<String, Memo> memos = new HashMap<>();
  private ObjectValue value;
  private Moment start;
  private CompiledLaws compiled;

  /** What was worked out last, and for which moment. */
  private record Memo(Moment moment, Value value) {}

  /**
   * The body of a declaration.
   *
   * @param chain the declaration and those that it extends, itself first
   */
  RunningObject(Evaluation evaluation, DeclaredObject declared, List<DeclaredObject> chain) {
    this.evaluation = evaluation;
    this.declared = declared;
    for (DeclaredObject each : chain) {
      layers.add(new BodyLayer(evaluation, each.lowered().body, each.frame(), this::present));
    }
  }

  /** Says which object has the names of the body as its members. */
  void standsFor(Value made) {
    value = (ObjectValue) made;
  }

  // ---- names

  private Present present(String name) {
    if (name.equals(words().clock())) {
      return by -> new QuantityValue(by.moment().time().orElseThrow());
    }
    if (name.equals(words().calendar())) {
      return by -> by.moment().date().orElseThrow();
    }
    return new Named(name);
  }

  private org.tidemark.spi.RunningWords words() {
    return declared.member().kind().running().orElseThrow();
  }

  /** A state or helper: a member of the object, or where it is no quantity its value now. */
  private final class Named implements Present {
    private final String name;
    private Value member;

    Named(String name) {
      this.name = name;
    }

    @Override
    public boolean isKnown() {
      return member != null || isState(name);
    }

    @Override
    public Value now(Evaluation by) {
      if (member == null) {
        if (!isState(name) && !(memberType(name).orElse(null) instanceof ObjectType)) {
          return helper(name, by.moment());
        }
        member = value.member(name);
      }
      return member;
    }
  }

  private Optional<Type> memberType(String name) {
    Type type = declared.member().type();
    if (type instanceof ListType list) {
      type = list.element();
    }
    return type instanceof ObjectType object ? object.member(name) : Optional.empty();
  }

  /** The unit that the checker found for a state which starts at a bare 0. */
  private UnitExpression unit(String name) {
    Type type = memberType(name).orElse(QuantityType.PURE);
    if (type instanceof ListType list) {
      type = list.element();
    }
    return type instanceof ObjectType object
        ? object.running().map(QuantityType::unit).orElse(UnitExpression.NONE)
        : UnitExpression.NONE;
  }

  /** The newest layer that has a part under a name; null where none has. */
  private BodyLayer layer(Function<LoweredBody, Map<String, LoweredBody.Part>> parts, String name) {
    for (BodyLayer layer : layers) {
      if (parts.apply(layer.lowered).containsKey(name)) {
        return layer;
      }
    }
    return null;
  }

  /** Whether the object itself answers for a name, and not the field of that name. */
  boolean isMember(String name) {
    return isState(name) || memberType(name).isPresent();
  }

  boolean isState(String name) {
    return layer(body -> body.states, name) != null;
  }

  /** Whether it is a state, or a field that is read along the way. */
  boolean isPart(String name) {
    return isState(name) || layer(body -> body.along, name) != null;
  }

  // ---- states

  @Override
  public List<State> states() {
    Set<String> names = new LinkedHashSet<>();
    for (int i = layers.size() - 1; i >= 0; i--) {
      names.addAll(layers.get(i).lowered.states.keySet());
    }
    List<State> states = new ArrayList<>();
    names.forEach(name -> states.add(new OneState(name)));
    return states;
  }

  /** The cell of a state's initial value, or of a field that is read along the way. */
  Cell cell(String name) {
    BodyLayer layer = layer(body -> isState(name) ? body.states : body.along, name);
    LoweredBody.Part part = (isState(name) ? layer.lowered.states : layer.lowered.along).get(name);
    return cell(name, part, () -> evaluation.at(start, null, () -> layer.value(part)));
  }

  private Cell cell(String name, LoweredBody.Part part, Supplier<Value> work) {
    return new Cell(
        declared.name() + "." + name,
        part.location(),
        part.literal(),
        part.annotations(),
        part.embedded(),
        work);
  }

  private final class OneState implements State {
    private final String name;
    private final LoweredBody.Part part;
    private final BodyLayer layer;
    private final LoweredBody.Part law;
    private final BodyLayer lawLayer;

    OneState(String name) {
      this.name = name;
      this.layer = layer(body -> body.states, name);
      this.part = layer.lowered.states.get(name);
      this.lawLayer = layer(body -> body.laws, name);
      this.law = lawLayer == null ? null : lawLayer.lowered.laws.get(name);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isRepeated() {
      return memberType(name).orElse(QuantityType.PURE) instanceof ListType;
    }

    private int size() {
      if (!isRepeated()) {
        return 1;
      }
      return part.isRepeated() && !declared.isAmended(name)
          ? layer.frames(part).size()
          : ((ListValue) declared.field(name)).elements().size();
    }

    @Override
    public List<Quantity> initial(Moment at) {
      start = at;
      return quantities(name, declared.field(name), part);
    }

    @Override
    public String law() {
      return law == null ? "" : law.word();
    }

    @Override
    public NumericFunction law(int element, Supplier<Moment> present) {
      if (isRepeated() && !law.isRepeated()) {
        String key = law.word() + " " + name;
        return new EvaluatedLaw(
            arity(),
            present,
            moment -> {
              Value all = memo(key, moment, () -> lawLayer.value(law));
              return number(((ListValue) all).elements().get(element), law);
            },
            compiled(),
            compiled().add(name, element, lawLayer, law, true));
      }
      List<Frame> frames = law.isRepeated() ? lawLayer.frames(law) : List.of(lawLayer.frame);
      if (frames.size() != size()) {
        throw evaluation.fail(
            law.location(),
            "E0519",
            name + " has " + size() + " elements, and its law " + frames.size(),
            "repeat both over the same list");
      }
      Frame frame = frames.get(element);
      Code code = law.code();
      return new EvaluatedLaw(
          arity(),
          present,
          moment -> number(evaluation.at(moment, null, () -> code.evaluate(frame)), law),
          compiled(),
          compiled().add(name, element, lawLayer, law, false));
    }

    @Override
    public ToDoubleFunction<Moment> tangent(int element) {
      if (isRepeated() && !law.isRepeated()) {
        String key = law.word() + " " + name;
        return moment -> {
          Value all = memo(key, moment, () -> lawLayer.value(law));
          return quantity(((ListValue) all).elements().get(element), law).tangent();
        };
      }
      Frame frame = law.isRepeated() ? lawLayer.frames(law).get(element) : lawLayer.frame;
      return moment ->
          quantity(evaluation.at(moment, null, () -> law.code().evaluate(frame)), law).tangent();
    }
  }

  // ---- compiling

  private CompiledLaws compiled() {
    if (compiled == null) {
      compiled = new CompiledLaws(evaluation, this, arity());
    }
    return compiled;
  }

  /** The time and every element of every state. */
  private int arity() {
    int all = 1;
    for (State state : states()) {
      all += ((OneState) state).size();
    }
    return all;
  }

  /** The units to show the elements of a state in. */
  List<UnitExpression> units(String name) {
    LoweredBody.Part part = layer(body -> body.states, name).lowered.states.get(name);
    return quantities(name, declared.field(name), part).stream().map(Quantity::unit).toList();
  }

  /** What a name of the body stands for beside states: the time, the date or a helper. */
  Symbolic now(
      String name, Translation translation, int years, Function<BodyLayer, Symbolic> helper) {
    if (name.equals(words().clock())) {
      return translation.quantity(0, Moment.YEAR);
    }
    if (name.equals(words().calendar())) {
      return translation.date(start.start().orElseThrow(), years);
    }
    BodyLayer layer = layer(body -> body.helpers, name);
    if (layer == null) {
      throw new NoKernel("it reads " + name);
    }
    return helper.apply(layer);
  }

  private double number(Value found, LoweredBody.Part part) {
    return quantity(found, part).magnitude();
  }

  private Quantity quantity(Value found, LoweredBody.Part part) {
    return Members.quantityOf(found, "this", layers.get(0).frame, part.location());
  }

  /** The elements of a state, each in the unit to show it in. */
  private List<Quantity> quantities(String name, Value found, LoweredBody.Part part) {
    List<Value> values = found instanceof ListValue list ? list.elements() : List.of(found);
    List<Quantity> quantities = new ArrayList<>(values.size());
    for (Value each : values) {
      Quantity quantity =
          Members.quantityOf(
              Arithmetic.plain(each), "a state", layers.get(0).frame, part.location());
      boolean bareZero = quantity.magnitude() == 0 && quantity.dimension().isNone();
      UnitExpression unit = bareZero ? unit(name) : quantity.unit();
      // a 0 that stands for one with a unit cannot be moved
      double tangent = bareZero && !unit.dimension().isNone() ? 0 : quantity.tangent();
      quantities.add(new Quantity(quantity.magnitude(), unit, tangent));
    }
    return quantities;
  }

  // ---- helpers and fields

  @Override
  public List<String> helpers() {
    List<String> names = new ArrayList<>();
    for (String name : layers.get(0).lowered.names) {
      if (!isState(name) && memberType(name).orElse(null) instanceof ObjectType) {
        names.add(name);
      }
    }
    return names;
  }

  @Override
  public Value helper(String name, Moment moment) {
    BodyLayer layer = layer(body -> body.helpers, name);
    return memo(name, moment, () -> layer.value(layer.lowered.helpers.get(name)));
  }

  @Override
  public Value field(String name, Moment moment) {
    if (declared.isAmended(name)) {
      return declared.field(name);
    }
    BodyLayer layer = layer(body -> body.along, name);
    return memo(name, moment, () -> layer.value(layer.lowered.along.get(name)));
  }

  private Value memo(String key, Moment moment, Supplier<Value> work) {
    Memo last = memos.get(key);
    if (last != null && last.moment() == moment) {
      return last.value();
    }
    Value found = evaluation.at(moment, null, work);
    memos.put(key, new Memo(moment, found));
    return found;
  }

  // ---- events

  @Override
  public List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (int i = layers.size() - 1; i >= 0; i--) {
      BodyLayer layer = layers.get(i);
      layer.lowered.events.forEach(event -> events.add(new OneEvent(layer, event)));
    }
    return events;
  }

  @Override
  public List<Condition> switches() {
    List<Condition> switches = new ArrayList<>();
    for (BodyLayer layer : layers) {
      layer.lowered.switches.forEach(
          condition -> switches.add(Conditions.of(condition, layer.frame, null)));
    }
    return switches;
  }

  private final class OneEvent implements Event {
    private final BodyLayer layer;
    private final LoweredBody.Event event;

    OneEvent(BodyLayer layer, LoweredBody.Event event) {
      this.layer = layer;
      this.event = event;
    }

    @Override
    public String text() {
      return event.text();
    }

    @Override
    public boolean once() {
      return event.once();
    }

    @Override
    public Condition condition() {
      return Conditions.of(event.condition(), layer.frame, event.location());
    }

    @Override
    public List<Assignment> assignments() {
      List<Assignment> assignments = new ArrayList<>();
      for (LoweredBody.Part part : event.assignments()) {
        assignments.add(
            new Assignment() {
              @Override
              public String state() {
                return part.name();
              }

              @Override
              public List<Quantity> value(Moment before) {
                return quantities(
                    part.name(), evaluation.at(before, null, () -> layer.value(part)), part);
              }
            });
      }
      return assignments;
    }
  }

  // ---- evidence

  @Override
  public boolean isFollowed() {
    return evaluation.inputs() != null && evaluation.inputs().isFollowing();
  }

  @Override
  public <T> Supplier<T> once(Supplier<T> work) {
    List<T> outcome = new ArrayList<>(1);
    Cell cell =
        Cell.passing(
            declared.name(),
            declared.member().location(),
            () -> {
              parts().forEach(part -> part.read(evaluation));
              T made;
              try {
                made = work.get();
              } catch (Problem problem) {
                throw evaluation.fail(declared.place(problem), problem);
              }
              outcome.clear();
              outcome.add(made);
              return BoolValue.TRUE;
            });
    return () -> {
      cell.read(evaluation);
      return outcome.get(0);
    };
  }

  /** Cells of the laws, helpers and events, for what is written in them. */
  private List<Cell> parts() {
    List<Cell> cells = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (BodyLayer layer : layers) {
      layer.lowered.laws.forEach(
          (name, part) -> note(part.word() + " " + name, part, layer, seen, cells));
      layer.lowered.helpers.forEach((name, part) -> note(name, part, layer, seen, cells));
      for (LoweredBody.Event event : layer.lowered.events) {
        note(event.written().name(), event.written(), layer, seen, cells);
        for (LoweredBody.Part part : event.assignments()) {
          note(part.name() + " when " + event.text(), part, layer, seen, cells);
        }
      }
    }
    return cells;
  }

  private void note(
      String name, LoweredBody.Part part, BodyLayer layer, Set<String> seen, List<Cell> cells) {
    if (seen.add(name)) {
      cells.add(
          cell(name, part, () -> part.literal() ? layer.value(part) : new TextValue(part.name())));
    }
  }
}
