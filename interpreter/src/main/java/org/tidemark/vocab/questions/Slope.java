package org.tidemark.vocab.questions;

import java.util.Optional;
import org.tidemark.spi.Study;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * The derivative of an answer with respect to an input: by forward differentiation through the
 * model, checked by differences of order eight. A function on the way that does not know its
 * derivative shows as a disagreement, and then the differences are what is reported.
 *
 * @param input the input
 * @param answer the answer, in base units or decimal years
 * @param derivative in base units, years for dates
 * @param error an estimate of its error
 * @param method how it was found
 */
record Slope(
    Study.WrittenInput input, double answer, double derivative, double error, Method method) {

  /** How a derivative was found. */
  enum Method {
    /** Forward differentiation, and differences agree. */
    EXACT("exact"),
    /** Forward differentiation; the input cannot be moved to check it. */
    UNCHECKED("exact, unchecked"),
    /** Differences. */
    NUMERICAL("numerical");

    private final String text;

    Method(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** Coefficients of the central difference of order eight, Fornberg 1988. */
  private static final double[] STENCIL = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};

  /** Steps to try, parts of the input; the first balances truncation and rounding. */
  private static final double[] STEPS = {1.0 / 64, 1.0 / 1024, 1.0 / (1 << 16)};

  /** How far differences may be off before forward differentiation is doubted. */
  private static final double DOUBT = 1e-6;

  private static final double SAFETY = 10;

  /** The part of the answer that is the change of the answer when the input changes by a part. */
  double elasticity() {
    return derivative * input.value().magnitude() / answer;
  }

  /** The slope; empty where the input cannot be moved and nothing follows from it. */
  static Optional<Slope> of(Study study, Study.WrittenInput input) {
    Study.Trial followed = study.along(input);
    double answer = number(followed);
    double tangent = tangent(followed);
    Slope numerical = null;
    for (double step : STEPS) {
      double h = step * scale(input);
      double wide = difference(study, input, h);
      double narrow = difference(study, input, h / 2);
      if (Double.isNaN(wide) || Double.isNaN(narrow)) {
        continue;
      }
      double rounding = 4 * Math.ulp(answer) / h;
      double error = Math.max(Math.abs(wide - narrow), rounding);
      double size = Math.max(Math.abs(narrow), Math.abs(tangent));
      // shorter steps keep clear of a bend nearby, and their own errors are no excuse
      double allowed = (numerical == null ? SAFETY * error : 0) + DOUBT * size;
      if (Math.abs(tangent - narrow) <= allowed) {
        return Optional.of(new Slope(input, answer, tangent, 4 * Math.ulp(tangent), Method.EXACT));
      }
      if (numerical == null || error < numerical.error()) {
        numerical = new Slope(input, answer, narrow, error, Method.NUMERICAL);
      }
      if (Double.isNaN(tangent)) {
        break;
      }
    }
    if (numerical != null) {
      return Optional.of(numerical);
    }
    return tangent == 0 || Double.isNaN(tangent)
        ? Optional.empty()
        : Optional.of(new Slope(input, answer, tangent, Double.NaN, Method.UNCHECKED));
  }

  private static double scale(Study.WrittenInput input) {
    double magnitude = Math.abs(input.value().magnitude());
    return magnitude == 0 ? input.value().unit().toBase(1) : magnitude;
  }

  private static double difference(Study study, Study.WrittenInput input, double h) {
    double at = input.value().magnitude();
    double sum = 0;
    for (int k = 1; k <= STENCIL.length; k++) {
      double up = number(study.where(input, at + k * h));
      double down = number(study.where(input, at - k * h));
      sum += STENCIL[k - 1] * (up - down);
    }
    return sum / h;
  }

  private static double number(Study.Trial trial) {
    Value value = trial.value().map(Outcomes::plain).orElse(null);
    if (value instanceof QuantityValue quantity) {
      return quantity.quantity().magnitude();
    }
    return value instanceof DateValue date ? date.year() : Double.NaN;
  }

  private static double tangent(Study.Trial trial) {
    Value value = trial.value().map(Outcomes::plain).orElse(null);
    return value instanceof QuantityValue quantity ? quantity.quantity().tangent() : Double.NaN;
  }
}
