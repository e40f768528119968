package org.tidemark.vocab.industry;

import java.util.Map;
import java.util.Optional;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;

/** The type of a curve: a cost as a function of cumulative output. */
final class CurveType {
  static final String NAME = "curve";
  static final String COST = "cost";
  static final String OUTPUT = "output";
  static final String AS_OF = "as_of";

  private CurveType() {}

  /**
   * Wright's curve, which has one elasticity and a point through which it goes.
   *
   * @param dated whether the date of that point is given
   * @param year that date as a decimal year, where it is known before anything runs
   */
  static ObjectType wright(Type cost, Type output, boolean dated, Optional<Double> year) {
    ObjectType.Builder type =
        start(cost, output)
            .member("elasticity", QuantityType.PURE)
            .member("learning_rate", QuantityType.PURE)
            .member("progress_ratio", QuantityType.PURE)
            .member("at", output)
            .member("cost", cost);
    if (dated) {
      type.member(AS_OF, BasicType.DATE);
    }
    year.ifPresent(known -> type.fact(AS_OF, known));
    return type.build();
  }

  /** A curve that data tell, with what is known of the fit. */
  static ObjectType fitted(Type cost, Type output, Map<String, Type> members) {
    ObjectType.Builder type = start(cost, output);
    members.forEach(type::member);
    return type.build();
  }

  /** Any other function of cumulative output. */
  static ObjectType general(Type cost, Type output) {
    return start(cost, output).build();
  }

  /** A type of its own for a declaration that takes the curve of another. */
  static ObjectType copyOf(ObjectType curve) {
    Type cost = curve.attribute(COST);
    Type output = curve.attribute(OUTPUT);
    if (curve.member("r_squared").isPresent()) {
      return curve;
    }
    return curve.member("elasticity").isPresent()
        ? wright(cost, output, curve.member(AS_OF).isPresent(), curve.fact(AS_OF))
        : general(cost, output);
  }

  private static ObjectType.Builder start(Type cost, Type output) {
    return ObjectType.named(NAME)
        .attribute(COST, cost)
        .attribute(OUTPUT, output)
        .callable(output, cost)
        .running(cost instanceof QuantityType quantity ? quantity : QuantityType.ZERO)
        .member("inverse", () -> CallableValue.type(cost, output))
        .plotted();
  }
}
