package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.Gaps;
import org.tidemark.vocab.charts.Grid;
import org.tidemark.vocab.charts.Side;

/** A measure of an outcome along the cumulative output that remains until the crossing. */
final class ProfileChart {
  private final SolutionOnTheWay solution;
  private final Measure measure;
  private final ProfileValue profile;

  ProfileChart(SolutionOnTheWay solution, Measure measure, ProfileValue profile) {
    this.solution = solution;
    this.measure = measure;
    this.profile = profile;
  }

  Chart of(String name) {
    if (!(solution.asked() > 0)) {
      throw crossedAlready(solution);
    }
    Side x = Side.of("remaining cumulative output", solution.units().stock());
    Side y = Side.of(measure.label(), measure.unit(solution.units()));
    List<Double> bends = new ArrayList<>();
    for (Value distance : solution.switches().column("remaining")) {
      bends.add(Values.quantity(distance, "a distance").magnitude());
    }
    double[] distances = Grid.with(Grid.linear(0, solution.start()), bends);
    Gaps gaps = new Gaps();
    Coordinates values = y.numbers(distances, gaps.in(profile::at));
    List<Marker> markers = new ArrayList<>();
    if (Double.isFinite(values.get(0))) {
      markers.add(new Marker.Crossing(0, values.get(0), solution.crossingName()));
    }
    return Charts.of(
        name,
        x,
        y,
        List.of(Charts.line(name, x.numbers(distances), values)),
        markers,
        gaps.notes());
  }

  /** What is said where there is no way to the crossing. */
  static Problem crossedAlready(SolutionOnTheWay solution) {
    return Charts.nothingToDraw(
            "the market "
                + solution.market().name()
                + " starts at its crossing or beyond, so there is no way there to draw")
        .withHelp("let it start with less produced, or plot the curve and the crossing");
  }
}
