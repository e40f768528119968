package org.tidemark.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * A curve of one column that {@code fit} can fit, {@code cost ~ stanford(units)}: its coefficients,
 * where to begin, and its value. Numbers are magnitudes in base units; dates are decimal years.
 */
public final class FitFormSpec {
  /** What a coefficient measures. */
  public enum Measure {
    /** A pure number. */
    NUMBER,
    /** What the curve explains. */
    RESPONSE,
    /** What explains it; where that is a date, a time. */
    REGRESSOR,
    /** One over what explains it; where that is a date, a rate. */
    PER_REGRESSOR
  }

  /**
   * A coefficient.
   *
   * @param name a member of the fit
   * @param measure what it measures
   * @param low its lowest value
   * @param high its highest value
   */
  public record Coefficient(String name, Measure measure, double low, double high) {}

  /** The curve. */
  @FunctionalInterface
  public interface Curve {
    /** Its value; not a number where it has none. */
    double at(double[] coefficients, double x);
  }

  /** Where to begin. */
  @FunctionalInterface
  public interface Start {
    /**
     * Coefficients that are not far off.
     *
     * @param x what explains, row by row
     * @param y what is explained, row by row
     */
    double[] of(double[] x, double[] y);
  }

  private final String name;
  private final String doc;
  private final List<Coefficient> coefficients;
  private final Start start;
  private final Curve curve;

  private FitFormSpec(Builder builder, Curve curve) {
    this.name = builder.name;
    this.doc = builder.doc;
    this.coefficients = List.copyOf(builder.coefficients);
    this.start = builder.start;
    this.curve = curve;
  }

  /** Starts a form. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** What it describes, in Markdown. */
  public String doc() {
    return doc;
  }

  /** Its coefficients in order. */
  public List<Coefficient> coefficients() {
    return coefficients;
  }

  /** Where to begin. */
  public Start start() {
    return start;
  }

  /** The curve. */
  public Curve curve() {
    return curve;
  }

  /** Collects the parts of a {@link FitFormSpec}. */
  public static final class Builder {
    private final String name;
    private final List<Coefficient> coefficients = new ArrayList<>();
    private String doc = "";
    private Start start;

    private Builder(String name) {
      this.name = name;
    }

    /** What it describes, in Markdown, with the source of its formula. */
    public Builder doc(String text) {
      this.doc = text;
      return this;
    }

    /** A coefficient of any size. */
    public Builder coefficient(String coefficient, Measure measure) {
      return coefficient(coefficient, measure, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** A coefficient between bounds. */
    public Builder coefficient(String coefficient, Measure measure, double low, double high) {
      coefficients.add(new Coefficient(coefficient, measure, low, high));
      return this;
    }

    /** Where to begin. */
    public Builder start(Start where) {
      this.start = where;
      return this;
    }

    /** The curve. */
    public FitFormSpec curve(Curve value) {
      return new FitFormSpec(this, value);
    }
  }
}
