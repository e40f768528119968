package org.tidemark.model.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.check.PlotWishes;
import org.tidemark.check.PlotWishes.Form;
import org.tidemark.check.PlotWishes.Side;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Drawing.Course;
import org.tidemark.spi.plot.Drawing.Landmark;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/** A function drawn over an interval. */
public final class FunctionDrawing {
  /** How closely poles are found, relative to the interval. */
  private static final double ROUNDING = 1e-9;

  private final String name;
  private final Course course;
  private final Domain domain;
  private final PlotWishes wishes;
  private final Probe probe;

  private FunctionDrawing(String name, Course course, Domain domain, PlotWishes wishes) {
    this.name = name;
    this.course = course;
    this.domain = domain;
    this.wishes = wishes;
    this.probe = new Probe(domain, course.at());
  }

  /**
   * A function over an interval.
   *
   * @throws RuntimeException where it has a value nowhere: what it throws itself, else a {@link
   *     Problem}
   */
  public static Piece of(String name, Course course, Domain domain, PlotWishes wishes) {
    return new FunctionDrawing(name, course, domain, wishes).draw();
  }

  /**
   * The interval over which a function is drawn.
   *
   * @param given the one that the script names
   */
  public static Domain domain(String name, Course course, Optional<Domain> given) {
    Optional<Domain> natural = course.natural().map(Domain::of);
    if (given.isEmpty()) {
      return natural.orElseThrow(
          () ->
              Problem.of("E0553", name + " is drawn over an interval, and none is given")
                  .withHelp("say from where to where: plot " + name + " over x in 1 .. 10"));
    }
    if (natural.isPresent() && !natural.get().alike(given.get())) {
      throw Problem.of(
              "E0552",
              name
                  + " is drawn over "
                  + words(natural.get())
                  + ", and the interval is one of "
                  + words(given.get()))
          .withHelp("leave the interval out, or give it as " + words(natural.get()));
    }
    return given.get();
  }

  private static String words(Domain domain) {
    return domain.isOfDates() ? "dates" : domain.unit().dimension().describe();
  }

  private Piece draw() {
    boolean logX = logarithmic(Side.X, course.acrossScale());
    boolean logY = logarithmic(Side.Y, course.alongScale());
    if (logX && (domain.isOfDates() || !(domain.from() > 0))) {
      throw Problem.of(
              "E0557",
              domain.isOfDates()
                  ? "dates have no logarithms"
                  : "a logarithmic axis has no room for zero or less")
          .withHelp(domain.isOfDates() ? "leave @log(\"x\") out" : "begin the interval above zero");
    }
    Sampler.Samples samples =
        domain.points().isEmpty()
            ? Sampler.sample(
                probe, domain.from(), domain.to(), logX, logY && positive(), landmarks())
            : Sampler.at(
                probe, domain.points().stream().mapToDouble(Double::doubleValue).toArray());
    if (samples.drawn() == 0) {
      throw nothing();
    }
    Axis x = domain.axis(course.across(), logX);
    Axis y = y(logY && positive());
    Coordinates across = Coordinates.of(samples.x());
    Coordinates up = Coordinates.of(samples.y());
    List<Marker> markers = new ArrayList<>();
    course.landmarks().forEach(landmark -> mark(landmark, samples, markers));
    Chart chart =
        new Chart("", x, y, List.of(new Series(name, marks(samples))), markers, notes(samples, x));
    return new Piece(chart, List.of(new Curve(name, across, up, probe)), probe.isZero());
  }

  private boolean logarithmic(Side side, Axis.Scale preferred) {
    return wishes.logarithmic(side).orElse(preferred == Axis.Scale.LOG && domain.isWide());
  }

  /** Whether its numbers at the ends and in the middle allow for a logarithmic axis. */
  private boolean positive() {
    if (wishes.logarithmic(Side.Y).isPresent()) {
      return true;
    }
    double middle = domain.from() + (domain.to() - domain.from()) / 2;
    for (double x : new double[] {domain.from(), middle, domain.to()}) {
      if (probe.applyAsDouble(x) <= 0) {
        return false;
      }
    }
    return true;
  }

  private double[] landmarks() {
    return course.landmarks().stream()
        .flatMap(landmark -> landmark.across().stream())
        .mapToDouble(domain::number)
        .filter(x -> x > domain.from() && x < domain.to())
        .toArray();
  }

  private Axis y(boolean logarithmic) {
    if (probe.isOfDates()) {
      return Axis.ofDates(course.along());
    }
    UnitExpression unit = probe.unit() == null ? UnitExpression.NONE : probe.unit();
    return Axis.of(course.along(), unit, logarithmic ? Axis.Scale.LOG : Axis.Scale.LINEAR);
  }

  private List<Mark> marks(Sampler.Samples samples) {
    if (wishes.form().isPresent()) {
      return Marks.of(wishes.form().get(), samples.x(), samples.y());
    }
    return domain.points().isEmpty()
        ? Marks.of(Form.LINES, samples.x(), samples.y())
        : Marks.joined(samples.x(), samples.y());
  }

  private void mark(Landmark landmark, Sampler.Samples samples, List<Marker> markers) {
    double level = level(landmark.level());
    if (Double.isNaN(level)) {
      return;
    }
    double across = landmark.across().map(domain::number).orElse(Double.NaN);
    boolean inside = across >= domain.from() && across <= domain.to();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double y : samples.y()) {
      low = y < low ? y : low;
      high = y > high ? y : high;
    }
    if (inside) {
      markers.add(new Marker.Threshold(true, level, Crossings.text(level, y(false))));
      markers.add(new Marker.Crossing(across, level, landmark.label()));
    } else if (level >= low && level <= high) {
      markers.add(new Marker.Threshold(true, level, landmark.label()));
    }
  }

  private double level(Value level) {
    return level instanceof QuantityValue quantity
            && probe.unit() != null
            && quantity.quantity().dimension().equals(probe.unit().dimension())
        ? quantity.quantity().in(probe.unit())
        : Double.NaN;
  }

  private RuntimeException nothing() {
    if (probe.failure() != null) {
      return probe.failure();
    }
    return Problem.of(
            "E0558",
            "there is nothing to draw of "
                + name
                + ": at every point of the interval "
                + probe.reasons().get(0))
        .withHelp("draw it over an interval where it has values");
  }

  private List<String> notes(Sampler.Samples samples, Axis x) {
    List<String> notes = new ArrayList<>();
    if (!samples.poles().isEmpty()) {
      notes.add(
          name
              + " grows without bound near "
              + Crossings.text(pole(samples.poles().get(0)), x)
              + (samples.poles().size() > 1 ? " and elsewhere" : "")
              + " and is cut off there");
    } else if (probe.gaps() > 0) {
      notes.add(
          name
              + " has no value at "
              + probe.gaps()
              + " of the "
              + probe.tried()
              + " points tried: "
              + probe.reasons().get(0)
              + (probe.reasons().size() > 1 ? "; elsewhere, " + probe.reasons().get(1) : ""));
    }
    return notes;
  }

  /** A pole is found to within rounding; beside zero that would be a number of its own. */
  private double pole(double found) {
    return Math.abs(found) <= ROUNDING * (domain.to() - domain.from()) ? 0 : found;
  }
}
