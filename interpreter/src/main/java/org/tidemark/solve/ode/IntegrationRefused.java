package org.tidemark.solve.ode;

import java.util.function.IntFunction;

/**
 * An initial value problem that could not be integrated to its end.
 *
 * <p>The pieces are kept apart so that a caller can name the component and show the time in its own
 * units; the message names components by their index.
 */
public final class IntegrationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Cause {
    /** The problem or the settings make no sense. */
    INADMISSIBLE,
    /** A component grows without bound at a finite time. */
    BLOW_UP,
    /** The rates, or a switch, are not finite numbers. */
    NOT_FINITE,
    /** The rates on either side of a jump point back at it. */
    SLIDING,
    /** No step is small enough for the tolerance. */
    STEP_VANISHED,
    /** The limit on the number of steps was reached. */
    TOO_MANY_STEPS,
    /** The rates read a past that is not there. */
    NO_PAST
  }

  private final Cause kind;
  private final double time;
  private final int component;
  private final String reason;
  private final String cure;

  IntegrationRefused(Cause kind, double time, int component, String reason, String cure) {
    super(sentence(time, component, reason, cure, index -> "component " + index));
    this.kind = kind;
    this.time = time;
    this.component = component;
    this.reason = reason;
    this.cure = cure;
  }

  static IntegrationRefused inadmissible(String reason, String cure) {
    return new IntegrationRefused(Cause.INADMISSIBLE, Double.NaN, -1, reason, cure);
  }

  private static String sentence(
      double time, int component, String reason, String cure, IntFunction<String> names) {
    String where = Double.isNaN(time) ? "" : "at time " + time + ": ";
    String who = component < 0 ? "" : names.apply(component) + " ";
    return where + who + reason + "; " + cure;
  }

  /** The message with components named by the caller. */
  public String message(IntFunction<String> names) {
    return sentence(time, component, reason, cure, names);
  }

  /** What went wrong. */
  public Cause kind() {
    return kind;
  }

  /** How far the integration came; NaN if it did not start. */
  public double time() {
    return time;
  }

  /** The index of the component at fault, or -1 if it is no one's. */
  public int component() {
    return component;
  }

  /** Why; the name of the component, if there is one, goes before it. */
  public String reason() {
    return reason;
  }

  /** What would do. */
  public String cure() {
    return cure;
  }
}
