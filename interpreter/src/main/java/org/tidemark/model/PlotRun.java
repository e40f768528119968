package org.tidemark.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tidemark.check.Member;
import org.tidemark.check.PlotWishes;
import org.tidemark.check.Scope;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.PlotStatement;
import org.tidemark.grammar.tree.ShowItem;
import org.tidemark.model.chart.Composition;
import org.tidemark.model.chart.Domain;
import org.tidemark.model.chart.FunctionDrawing;
import org.tidemark.model.chart.Piece;
import org.tidemark.model.chart.PointedOut;
import org.tidemark.model.chart.Reach;
import org.tidemark.model.chart.ValueDrawing;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Drawing.Course;
import org.tidemark.spi.plot.Drawing.Landmark;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.plot.Pointing;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Tabular;
import org.tidemark.spi.value.Value;

/** One plot of a script: works out its items and draws them in one chart. */
final class PlotRun {
  /** Names of more items than this are left to the legend. */
  private static final int MOST_IN_TITLE = 4;

  private final PlotStatement plot;
  private final Evaluation evaluation;
  private final Lowering lowering;
  private final Instance main;
  private final Frame frame;
  private final Scope scope;
  private final PlotWishes wishes;
  private final List<Piece> pieces = new ArrayList<>();
  private Optional<Domain> domain = Optional.empty();

  /** Which pieces are numbers that do not depend on the variable. */
  private final List<Integer> constants = new ArrayList<>();

  private boolean ofValues;

  PlotRun(PlotStatement plot, Evaluation evaluation, Instance instance, Scope scope) {
    this.plot = plot;
    this.evaluation = evaluation;
    this.lowering = evaluation.lowering();
    this.main = instance;
    this.frame = instance.frame();
    this.scope = scope;
    this.wishes = PlotWishes.of(plot.wishes());
  }

  /** What a plot is called: what it draws, as it is written. */
  static String name(PlotStatement plot, Scope scope) {
    StringBuilder name = new StringBuilder();
    for (ShowItem item : plot.items()) {
      name.append(name.length() == 0 ? "" : ", ").append(name(item, scope));
    }
    return name.toString();
  }

  private static String name(ShowItem item, Scope scope) {
    return item.label()
        .map(label -> label.name())
        .orElseGet(() -> ScriptRun.written(item.value(), scope));
  }

  /** The chart. */
  Chart chart() {
    domain = plot.domain().map(this::domain);
    for (ShowItem item : plot.items()) {
      evaluation.spending().checkpoint();
      try {
        item(name(item, scope), item.value());
      } catch (Problem problem) {
        throw evaluation.fail(location(item.value()), problem);
      }
    }
    if (constants.size() < pieces.size() && wishes.form().isEmpty()) {
      // beside what varies, a constant is what it is held against
      constants.forEach(i -> pieces.set(i, pieces.get(i).asThreshold()));
    }
    try {
      return Composition.of(title(), pieces, wishes);
    } catch (Problem problem) {
      throw evaluation.fail(new Location(scope.source(), plot.span()), problem);
    }
  }

  /** Whether it shows values, which may stand for medians, and not only distributions. */
  boolean isOfValues() {
    return ofValues;
  }

  private Location location(Expression expression) {
    return new Location(scope.source(), expression.span());
  }

  private String title() {
    return plot.items().size() > MOST_IN_TITLE ? "" : name(plot, scope);
  }

  private Domain domain(Expression written) {
    Value value = lowering.expression(written, scope).evaluate(frame);
    try {
      if (value instanceof IntervalValue interval) {
        return Domain.of(interval);
      }
      throw Problem.of("E0556", "a plot runs over an interval, and this is " + value.describe())
          .withHelp("for example over x in 1 .. 10");
    } catch (Problem problem) {
      throw evaluation.fail(location(written), problem);
    }
  }

  private void item(String name, Expression written) {
    if (domain.isEmpty()) {
      draw(name, lowering.expression(written, scope).evaluate(frame), location(written));
      return;
    }
    String variable = plot.variable().orElseThrow().name();
    Scope inner = scope.local();
    int index = inner.define(variable, BasicType.UNKNOWN);
    Code code = lowering.expression(written, inner);
    Function<Value, Value> at =
        x -> {
          Frame local = frame.local(inner.size());
          local.slots[index] = x;
          return evaluation.call(location(written), () -> code.evaluate(local));
        };
    if (!inner.isRead(index)) {
      Value value = at.apply(domain.get().value(domain.get().from()));
      if (isNumber(value)) {
        constants.add(pieces.size());
        course(name, plain(name, x -> value));
      } else {
        draw(name, value, location(written));
      }
      return;
    }
    Optional<RecordValue> record = record(at);
    if (record.isPresent()) {
      Function<Value, Value> once = remembered(at);
      for (String field : record.get().fields().keySet()) {
        course(field, plain(field, x -> ((RecordValue) once.apply(x)).fields().get(field)));
      }
    } else {
      course(name, described(written, variable, at).orElseGet(() -> plain(name, at)));
    }
  }

  private static boolean isNumber(Value value) {
    return value instanceof QuantityValue
        || value instanceof DateValue
        || value instanceof SpecialValue
        || (value instanceof ObjectValue object
            && !(value instanceof Plottable)
            && object.quantity().isPresent());
  }

  /** A record that a function gives, at one of three points. */
  private Optional<RecordValue> record(Function<Value, Value> at) {
    double from = domain.orElseThrow().from();
    double to = domain.orElseThrow().to();
    for (double x : new double[] {from, to, from + (to - from) / 2}) {
      try {
        return at.apply(domain.get().value(x)) instanceof RecordValue record
            ? Optional.of(record)
            : Optional.empty();
      } catch (EvaluationFailure none) {
        if (none.isStopped()) {
          throw none;
        }
      }
    }
    return Optional.empty();
  }

  private static Function<Value, Value> remembered(Function<Value, Value> at) {
    Map<Value, Value> known = new HashMap<>();
    return x -> {
      Value value = known.get(x);
      if (value == null) {
        value = at.apply(x);
        known.put(x, value);
      }
      return value;
    };
  }

  private Course plain(String name, Function<Value, Value> at) {
    return new Course(
        plot.variable().map(v -> v.name()).orElse("x"),
        name,
        at,
        Optional.empty(),
        Axis.Scale.LINEAR,
        Axis.Scale.LINEAR,
        List.of());
  }

  /** {@code hbm(Q)} over Q is drawn as the curve itself says. */
  private Optional<Course> described(
      Expression written, String variable, Function<Value, Value> at) {
    if (!(written instanceof Call call)
        || call.arguments().size() != 1
        || !(call.arguments().get(0).value() instanceof NameReference argument)
        || !argument.name().equals(variable)) {
      return Optional.empty();
    }
    Scope inner = scope.local();
    int index = inner.define(variable, BasicType.UNKNOWN);
    Code callee = lowering.target(call.callee(), inner);
    if (inner.isRead(index)) {
      return Optional.empty();
    }
    Value called = callee.evaluate(frame.local(inner.size()));
    if (!(called instanceof Plottable plottable)
        || !(plottable.drawing(ScriptRun.written(call.callee(), scope)) instanceof Course own)
        || own.natural().filter(n -> !domain.orElseThrow().alike(Domain.of(n))).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(pointedOut(with(own, at, own.landmarks()), called));
  }

  private static Course with(Course course, Function<Value, Value> at, List<Landmark> landmarks) {
    return new Course(
        course.across(),
        course.along(),
        at,
        Reach.of(course, landmarks),
        course.acrossScale(),
        course.alongScale(),
        landmarks);
  }

  /** With what is declared beside it points out on it: the crossings of a curve. */
  private Course pointedOut(Course course, Value on) {
    List<Landmark> landmarks = new ArrayList<>(course.landmarks());
    landmarks.addAll(pointedOut(on));
    return with(course, course.at(), landmarks);
  }

  private List<Landmark> pointedOut(Value on) {
    List<Landmark> landmarks = new ArrayList<>();
    for (Member member : main.structure().ownMembers().values()) {
      if (member.sort() == Member.Sort.DECLARATION && member.type() instanceof ObjectType) {
        List<Landmark> more = evaluation.aside(() -> landmarks(member, on));
        if (!more.isEmpty()) {
          // what is drawn rests on it now
          main.get(member.name());
          landmarks.addAll(more);
        }
      }
    }
    return landmarks;
  }

  private List<Landmark> landmarks(Member member, Value on) {
    try {
      return main.get(member.name()) instanceof Pointing pointing
          ? pointing.landmarks(on)
          : List.of();
    } catch (EvaluationFailure none) {
      if (none.isStopped()) {
        throw none;
      }
      // whoever asks for it is told what is wrong with it
      return List.of();
    } catch (Problem none) {
      return List.of();
    }
  }

  private void course(String name, Course course) {
    ofValues = true;
    pieces.add(
        FunctionDrawing.of(name, course, FunctionDrawing.domain(name, course, domain), wishes));
  }

  private static Drawing drawing(Plottable plottable, String name, Location location) {
    try {
      return PluginFailures.given(plottable.drawing(name), plottable, "the drawing", location);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failed) {
      throw PluginFailures.blamed(failed, plottable, "the drawing", location);
    }
  }

  /** Draws a value that stands for itself. */
  private void draw(String name, Value value, Location location) {
    if (value instanceof Plottable plottable) {
      Drawing drawing = drawing(plottable, name, location);
      ofValues = true;
      if (drawing instanceof Chart chart) {
        pieces.add(Piece.of(PointedOut.on(chart, pointedOut(value))));
      } else {
        course(name, pointedOut((Course) drawing, value));
      }
    } else if (value instanceof TableValue table && table.picture().isPresent()) {
      draw(name, table.picture().get(), location);
    } else if (value instanceof QuantityValue quantity
        && quantity.distribution().orElse(null) instanceof Plottable own) {
      draw(name, own, location);
    } else if (isCalled(value)) {
      course(name, plain(name, x -> Members.call(value, List.of(x), evaluation, location)));
    } else if (value instanceof RecordValue record
        && !record.fields().values().stream().allMatch(PlotRun::isNumber)) {
      record.fields().forEach((field, part) -> draw(field, part, location));
    } else if (value instanceof ListValue list
        && !list.elements().isEmpty()
        && !list.elements().stream().allMatch(PlotRun::isNumber)) {
      for (int i = 0; i < list.elements().size(); i++) {
        draw(name + "[" + i + "]", list.elements().get(i), location);
      }
    } else {
      ofValues |= !(value instanceof QuantityValue);
      pieces.add(ValueDrawing.of(name, value, wishes));
    }
  }

  private static boolean isCalled(Value value) {
    return value instanceof FunctionValue
        || (value instanceof ObjectValue object
            && !(value instanceof Tabular)
            && object.quantity().isEmpty());
  }
}
