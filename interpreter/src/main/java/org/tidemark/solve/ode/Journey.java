package org.tidemark.solve.ode;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.solve.ode.IntegrationRefused.Cause;

/** One integration under way: goes from step to step, watching for events and for jumps. */
final class Journey {
  /**
   * A jump is looked for at this much trouble: a rejected step makes 2, an accepted one mends 1.
   */
  private static final int SUSPECT_JUMP = 4;

  /** And again after so much more. */
  private static final int SUSPECT_AGAIN = 16;

  /** Rejections in a row after which the rounding of the rates is measured, again and again. */
  private static final int SUSPECT_NOISE = 4;

  /** A jump as near as this part of the last step is crossed on the extension of that step. */
  private static final double NEAR = 1e-3;

  /** A defect of so many allowed errors contradicts the estimate of the error. */
  private static final double INCREDIBLE = 2e3;

  private static final int MOST_DOUBTS = 6;

  /** A step that is taken again up to an event is this much longer than what is known of it. */
  private static final double CLOSER = 1.25;

  /** States this large leave no room for the products of a step. */
  private static final double OUT_OF_RANGE = 1e280;

  private static final int CALM_STEPS = 20;
  private static final int MOST_CALM_STEPS = 2000;

  private final double from;
  private final double[] start;
  private final double to;
  private final Settings settings;
  private final CountedRates rates;
  private final ErrorScale scale;
  private final Crossings crossings;
  private final double[] breaks;
  private final List<Segment> segments = new ArrayList<>();
  private final List<Double> jumps = new ArrayList<>();
  private final List<String> methods = new ArrayList<>();

  private Stepper stepper;
  private int nextBreak;
  private int attempts;
  private int accepted;
  private int rejections;
  private int trouble;
  private int lookAt = SUSPECT_JUMP;
  private int calmSteps = CALM_STEPS;
  private double approach = Double.NaN;
  private double errorSum;
  private double residual;

  Journey(
      RightHandSide rhs,
      double from,
      double[] state,
      double to,
      List<? extends Switch> switches,
      Settings settings) {
    this.from = from;
    this.to = to;
    this.settings = settings;
    start = state;
    rates = new CountedRates(rhs);
    scale = new ErrorScale(settings.tolerance(), state);
    crossings = new Crossings(switches, from, state);
    breaks = settings.breaks();
  }

  Stretch run() {
    if (settings.history() != null) {
      settings.history().begin(from, start);
    }
    if (from == to) {
      return arrived(to, start, List.of());
    }
    double[] rate = rateOrRefuse(from, start);
    use(settings.stepping() == Stepping.STIFF, from, start, rate, firstStep(from, start, rate));
    while (stepper.time < to) {
      settings.checkpoint().run();
      if (attempts++ >= settings.stepLimit()) {
        throw tooManySteps();
      }
      double goal = goal();
      double step = Math.min(stepper.proposed, settings.maximumStep());
      double until = stepper.time + step;
      if (until + 1e-3 * step >= goal) {
        step = goal - stepper.time;
        until = goal;
      } else if (step <= 8 * Math.ulp(until) || !(step > 0)) {
        throw vanished();
      }
      double error = stepper.attempt(step, until);
      Stretch arrived = error <= 1 ? accept(error, goal) : reject(until);
      if (arrived != null) {
        return arrived;
      }
    }
    return arrived(stepper.time, stepper.state, List.of());
  }

  /** Where the next step must not go beyond. */
  private double goal() {
    while (nextBreak < breaks.length && breaks[nextBreak] - margin() <= stepper.time) {
      nextBreak++;
    }
    double goal = to;
    if (nextBreak < breaks.length && breaks[nextBreak] + margin() < to) {
      goal = breaks[nextBreak] - margin();
    }
    return approach > stepper.time ? Math.min(goal, approach) : goal;
  }

  /** Room for the rounding of times less a lag. */
  private double margin() {
    return 4 * Math.ulp(breaks[nextBreak]);
  }

  private Stretch accept(double error, double goal) {
    Segment segment = stepper.candidate;
    Crossings.Hit hit = crossings.in(segment, scale.relative() + errorSum);
    if (hit != null && beyond(hit.time(), segment)) {
      // Over a step much longer the error was judged by what the state becomes later.
      stepper.proposed = CLOSER * (hit.time() - segment.origin());
      stepper.forgo();
      return null;
    }
    if (trouble == 0 ? doubtful(segment, 0) : doubtful(segment, 0) || doubtful(segment, 1)) {
      stepper.proposed = segment.step() / 3;
      stepper.forgo();
      return reject(segment.to());
    }
    errorSum += error * scale.relative();
    accepted++;
    if (hit != null) {
      return stopped(segment, hit);
    }
    crossings.advance();
    stepper.accept();
    add(segment, stepper.state);
    rejections = 0;
    trouble = Math.max(0, trouble - 1);
    lookAt = trouble == 0 ? SUSPECT_JUMP : lookAt;
    if (stepper.time == approach) {
      approach = Double.NaN;
      return lookForJump(stepper.time + 4 * NEAR * segment.step());
    }
    if (stepper.time == goal && goal < to) {
      return cross(breaks[nextBreak] + margin(), null);
    }
    chooseMethod();
    return null;
  }

  /** Whether a step goes on for long after an event in it. */
  private static boolean beyond(double event, Segment segment) {
    double before = event - segment.origin();
    return before < segment.step() / 2 && before > 64 * Math.ulp(event);
  }

  private Stretch stopped(Segment segment, Crossings.Hit hit) {
    double[] state = new double[start.length];
    segment.values(hit.time(), state);
    add(segment.between(segment.from(), hit.time()), state);
    return arrived(hit.time(), state, hit.fired());
  }

  private Stretch reject(double failed) {
    rejections++;
    approach = Double.NaN;
    if (rejections % SUSPECT_NOISE == 0) {
      learnNoise();
    }
    trouble += 2;
    if (stepper.previous == null || trouble < lookAt) {
      return null;
    }
    lookAt = trouble + SUSPECT_AGAIN;
    return lookForJump(failed);
  }

  /** Steps to a jump, or crosses it if it is near. */
  private Stretch lookForJump(double far) {
    Jump jump = Jump.find(stepper, Math.min(far, goal()));
    if (jump == null) {
      return null;
    }
    double distance = jump.before() - stepper.time;
    if (distance <= Math.max(NEAR * stepper.previous.step(), 64 * Math.ulp(stepper.time))) {
      return cross(jump.after(), jump);
    }
    approach = stepper.time + (1 - NEAR / 2) * distance;
    stepper.proposed = 2 * distance;
    return null;
  }

  /** Goes across a hair's breadth on the extension of the last step, and starts afresh. */
  private Stretch cross(double after, Jump jump) {
    if (jump != null) {
      jumps.add(after);
    }
    Segment gap = stepper.previous.between(stepper.time, after);
    Crossings.Hit hit = crossings.in(gap, scale.relative() + errorSum);
    if (hit != null) {
      return stopped(gap, hit);
    }
    crossings.advance();
    double[] state = new double[start.length];
    gap.values(after, state);
    double step = stepper.previous.step();
    add(gap, state);
    rejections = 0;
    trouble = 0;
    lookAt = SUSPECT_JUMP;
    double[] rate = rateOrRefuse(after, state);
    if (jump != null && jump.returns(rates, state, rate)) {
      throw sliding(after);
    }
    stepper.begin(after, state, rate, Math.min(step, firstStep(after, state, rate)));
    return null;
  }

  private void add(Segment segment, double[] end) {
    segments.add(segment);
    if (settings.history() != null) {
      settings.history().record(segment, end);
    }
  }

  private void chooseMethod() {
    if (settings.stepping() != Stepping.AUTOMATIC) {
      return;
    }
    if (stepper instanceof ExplicitStepper explicit) {
      if (explicit.stiff()) {
        use(true, stepper.time, stepper.state, stepper.rate, stepper.proposed);
      }
    } else if (stepper instanceof RadauStepper radau && radau.calm(calmSteps)) {
      calmSteps = Math.min(2 * calmSteps, MOST_CALM_STEPS);
      use(false, stepper.time, stepper.state, stepper.rate, stepper.proposed);
    }
  }

  private void use(boolean stiff, double time, double[] state, double[] rate, double step) {
    stepper = stiff ? new RadauStepper(rates, scale) : new ExplicitStepper(rates, scale);
    stepper.begin(time, state, rate, step);
    if (!methods.contains(stepper.method())) {
      methods.add(stepper.method());
    }
  }

  /**
   * Measures the defect of the dense output at one place in the step, and whether it contradicts
   * the estimate of the error: that may vanish by chance where the rates have a kink.
   */
  private boolean doubtful(Segment segment, int probe) {
    double time = segment.origin() + segment.basis().probes()[probe] * segment.step();
    double[] there = new double[start.length];
    double[] rate = new double[start.length];
    segment.values(time, there);
    if (!rates.at(time, there, rate)) {
      return false;
    }
    double[] defect = new double[start.length];
    segment.slopes(time, defect);
    for (int i = 0; i < defect.length; i++) {
      defect[i] -= rate[i];
    }
    stepper.displacement(segment, defect);
    double doubt = scale.norm(defect, segment.base(), segment.end());
    if (doubt > INCREDIBLE && rejections < MOST_DOUBTS) {
      return true;
    }
    residual = Math.max(residual, scale.relativeNorm(defect, segment.base(), segment.end()));
    return false;
  }

  /** What the last bits of the state make of the rates. */
  private void learnNoise() {
    double[] shifted = new double[start.length];
    double[] there = new double[start.length];
    double[] most = new double[start.length];
    for (int pattern = 0; pattern < 3; pattern++) {
      for (int i = 0; i < shifted.length; i++) {
        boolean up = (i >> pattern & 1) == 0;
        shifted[i] = stepper.state[i] * (1 + (up ? 0x1p-51 : -0x1p-51));
      }
      if (rates.at(stepper.time, shifted, there)) {
        for (int i = 0; i < most.length; i++) {
          most[i] = Math.max(most[i], Math.abs(there[i] - stepper.rate[i]));
        }
      }
    }
    for (int i = 0; i < most.length; i++) {
      scale.noise(i, 8 * most[i], Double.POSITIVE_INFINITY);
    }
  }

  private double[] rateOrRefuse(double time, double[] state) {
    double[] rate = new double[start.length];
    if (!rates.at(time, state, rate)) {
      int wrong = CountedRates.firstNotFinite(rate);
      throw new IntegrationRefused(
          Cause.NOT_FINITE,
          time,
          wrong,
          "changes at a rate of " + rate[wrong],
          "start where the rates are finite, or state them so that they are");
    }
    return rate;
  }

  private double firstStep(double time, double[] state, double[] rate) {
    double longest = Math.min(to - time, settings.maximumStep());
    return FirstStep.guess(rates, scale, time, state, rate, longest);
  }

  private Stretch arrived(double end, double[] state, List<Integer> fired) {
    String method = methods.isEmpty() ? "none" : String.join(", ", methods);
    return new Stretch(
        from,
        start,
        segments,
        end,
        state,
        fired,
        jumps,
        new Stretch.Account(
            method, errorSum, residual, accepted, attempts - accepted, rates.evaluations()));
  }

  private IntegrationRefused tooManySteps() {
    boolean explicit = settings.stepping() == Stepping.EXPLICIT;
    return new IntegrationRefused(
        Cause.TOO_MANY_STEPS,
        stepper.time,
        -1,
        settings.stepLimit() + " steps did not reach " + to,
        explicit
            ? "use the stiff method, allow more steps, or loosen the tolerance"
            : "allow more steps, or loosen the tolerance");
  }

  private IntegrationRefused sliding(double time) {
    return new IntegrationRefused(
        Cause.SLIDING,
        time,
        -1,
        "the rates jump, and on either side lead back to the jump, so the state can leave it"
            + " neither way",
        "let the rates change over a band rather than at a line, or make the switch one with a"
            + " memory, off lower than on");
  }

  private IntegrationRefused blowUp(int who) {
    return new IntegrationRefused(
        Cause.BLOW_UP,
        stepper.time,
        who,
        "grows without bound there",
        "end before this time, or add what limits its growth");
  }

  private IntegrationRefused vanished() {
    int who = Math.max(0, stepper.culprit);
    double size = Math.abs(stepper.state[who]);
    if (size > OUT_OF_RANGE) {
      return blowUp(who);
    }
    boolean fast = Math.abs(stepper.rate[who]) * Math.ulp(stepper.time) * 1e6 >= size;
    if (fast && size >= scale.largest(who) && size > 1e3 * Math.abs(start[who])) {
      return blowUp(who);
    }
    if (stepper.strayed >= stepper.time) {
      return new IntegrationRefused(
          Cause.NOT_FINITE,
          stepper.time,
          stepper.stray,
          "has no finite rate from here on",
          "end before this time, or state the rates so that they are finite there");
    }
    return new IntegrationRefused(
        Cause.STEP_VANISHED,
        stepper.time,
        who,
        "changes so abruptly that no step is small enough for the tolerance",
        "end before this time, or look for a pole or an endless sequence of jumps in its rate");
  }
}
