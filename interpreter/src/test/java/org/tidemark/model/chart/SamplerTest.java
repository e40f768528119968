package org.tidemark.model.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.tidemark.model.chart.Sampler.Samples;

/** What is sampled is dense where it bends, and has gaps where there is nothing. */
class SamplerTest {
  @Property(tries = 300)
  void bothEndsAreHitAndArgumentsAscend(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double from,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double width,
      @ForAll @DoubleRange(min = -5, max = 5) double bend) {
    double to = from + width;
    Samples samples = sample(x -> StrictMath.sin(bend * (x - from) / width * 9), from, to);
    double[] x = samples.x();
    assertEquals(from, x[0]);
    assertEquals(to, x[x.length - 1]);
    for (int i = 1; i < x.length; i++) {
      assertTrue(x[i] > x[i - 1], "ascending at " + i);
    }
    assertTrue(x.length <= 500, x.length + " points");
  }

  @Property(tries = 300)
  void kinksAreFound(
      @ForAll @DoubleRange(min = 0.02, max = 0.98) double place,
      @ForAll @DoubleRange(min = -1000, max = 1000) double from,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double width,
      @ForAll @DoubleRange(min = -3, max = -0.5) double before,
      @ForAll @DoubleRange(min = 0.5, max = 3) double after) {
    double kink = from + place * width;
    Samples samples = sample(x -> (x < kink ? before : after) * (x - kink), from, from + width);
    assertTrue(nearest(samples, kink) <= 1e-3 * width, "kink at " + kink);
    assertTrue(Arrays.stream(samples.y()).allMatch(Double::isFinite), "no gap");
  }

  @Property(tries = 300)
  void jumpsAreFoundAndAreGaps(
      @ForAll @DoubleRange(min = 0.02, max = 0.98) double place,
      @ForAll @DoubleRange(min = -1000, max = 1000) double from,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double width,
      @ForAll @DoubleRange(min = 0.1, max = 10) double height) {
    double jump = from + place * width;
    Samples samples =
        sample(x -> (x < jump ? 0 : height) + 0.1 * (x - from) / width, from, from + width);
    int gap = gap(samples);
    assertTrue(gap > 0, "a gap");
    assertTrue(samples.x()[gap - 1] <= jump && samples.x()[gap + 1] >= jump, "around the jump");
    assertTrue(samples.x()[gap + 1] - samples.x()[gap - 1] <= 1e-3 * width, "close to it");
    assertEquals(1, Arrays.stream(samples.y()).filter(Double::isNaN).count());
  }

  @Example
  void polesAreGapsAndDoNotSetTheHeight() {
    Samples samples = sample(x -> 1 / (x - 2), -5, 5);
    assertEquals(1, samples.poles().size());
    assertEquals(2, samples.poles().get(0), 1e-6);
    assertTrue(
        Arrays.stream(samples.y()).filter(Double::isFinite).allMatch(y -> y < 50 && y > -50));
    assertTrue(samples.drawn() > 50);
  }

  @Example
  void aPoleAtTheEdgeIsLeftOutToo() {
    Samples samples = sample(x -> 1 / x, 0, 10);
    assertTrue(Double.isNaN(samples.y()[0]));
    assertTrue(Arrays.stream(samples.y()).filter(Double::isFinite).allMatch(y -> y < 100));
  }

  @Example
  void whereValuesBeginIsFoundClosely() {
    Samples samples = sample(x -> x < 3 ? Double.NaN : StrictMath.sqrt(x - 3), 0, 10);
    double first = Double.NaN;
    for (int i = samples.y().length - 1; i >= 0 && Double.isFinite(samples.y()[i]); i--) {
      first = samples.x()[i];
    }
    assertEquals(3, first, 1e-9);
  }

  @Example
  void stepsCloseTogetherAtTheEdgeAreAllJumps() {
    // two equal steps put the middle of the first interval on the line between its ends
    Samples samples = sample(x -> StrictMath.floor(StrictMath.sqrt(x / 80)), 1, 20_000);
    assertEquals(15, Arrays.stream(samples.y()).filter(Double::isNaN).count());
    for (int i = 1; i < samples.y().length; i++) {
      double rise = samples.y()[i] - samples.y()[i - 1];
      assertTrue(Double.isNaN(rise) || rise == 0, "a slope at " + samples.x()[i]);
    }
  }

  @Property(tries = 300)
  void twoEqualStepsAreTwoJumps(
      @ForAll @DoubleRange(min = 0.02, max = 0.97) double place,
      @ForAll @DoubleRange(min = 0.01, max = 0.5) double apart) {
    double other = Math.min(place + apart, 0.98);
    Samples samples = sample(x -> (x < place ? 0 : 1) + (x < other ? 0 : 1), 0, 1);
    assertEquals(2, Arrays.stream(samples.y()).filter(Double::isNaN).count());
  }

  @Example
  void aSteepSlopeIsNoJump() {
    Samples samples = sample(x -> Math.tanh(200 * (x - 0.3)), 0, 1);
    assertTrue(Arrays.stream(samples.y()).allMatch(Double::isFinite));
  }

  @Example
  void whatRepeatsDoesNotHideBetweenThePoints() {
    for (int waves : new int[] {16, 32, 64, 65, 128}) {
      Samples samples = sample(x -> StrictMath.sin(2 * Math.PI * waves * x), 0, 1);
      double high = Arrays.stream(samples.y()).max().orElseThrow();
      assertTrue(high > 0.9, waves + " waves reach " + high);
    }
  }

  @Example
  void landmarksArePointsExactly() {
    double[] wanted = {1.0 / 3, 0.7123456789};
    Samples samples = Sampler.sample(x -> x * x, 0.01, 1, true, false, wanted);
    for (double x : wanted) {
      assertTrue(Arrays.stream(samples.x()).anyMatch(v -> v == x), "has " + x);
    }
  }

  @Example
  void aStraightLineTakesFewPoints() {
    assertTrue(sample(x -> 2 * x, 0, 1).x().length < 70);
    assertTrue(Sampler.sample(x -> StrictMath.pow(x, -0.23), 1, 1e6, true, true).x().length < 70);
  }

  @Example
  void givenPointsAreTakenAsTheyAre() {
    Samples samples = Sampler.at(x -> x == 2 ? Double.POSITIVE_INFINITY : x, 1, 2, 4);
    assertArrayEquals(new double[] {1, 2, 4}, samples.x());
    assertArrayEquals(new double[] {1, Double.NaN, 4}, samples.y());
  }

  private static Samples sample(DoubleUnaryOperator function, double from, double to) {
    return Sampler.sample(function, from, to, false, false);
  }

  private static double nearest(Samples samples, double place) {
    return Arrays.stream(samples.x()).map(x -> Math.abs(x - place)).min().orElseThrow();
  }

  private static int gap(Samples samples) {
    for (int i = 0; i < samples.y().length; i++) {
      if (Double.isNaN(samples.y()[i])) {
        return i;
      }
    }
    return -1;
  }
}
