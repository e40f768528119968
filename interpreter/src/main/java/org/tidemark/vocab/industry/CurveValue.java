package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Moment;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.Scalable;
import org.tidemark.spi.value.Value;

/** A cost as a function of cumulative output. */
abstract class CurveValue implements RunningValue, Scalable, Plottable {
  private final CurveLabel label;

  CurveValue(CurveLabel label) {
    this.label = label;
  }

  /** The cost at a cumulative output. */
  abstract Quantity cost(Quantity cumulative);

  /**
   * The cumulative output at which a cost is reached.
   *
   * @throws org.tidemark.spi.Problem where it never is
   */
  abstract Quantity inverse(Quantity cost);

  /** The cumulative output at which the curve was measured, where it names one. */
  abstract Optional<Quantity> reference();

  /** When that was, where it says so. */
  abstract Optional<DateValue> asOf();

  /** In what cumulative output is counted, where that is known without a question. */
  abstract Optional<UnitExpression> outputUnit();

  /** The same law under another label. */
  abstract CurveValue labelled(CurveLabel other);

  /** The same law with every cost multiplied. */
  abstract CurveValue times(double factor, CurveLabel other);

  /** Whether both follow one law. */
  abstract boolean sameLaw(CurveValue other);

  /** A member other than the inverse. */
  abstract Value ownMember(String name);

  @Override
  public Drawing drawing(String name) {
    return new CurveCourse(this).of();
  }

  /** Whether its cost is best drawn over factors, as that of Wright's law is. */
  boolean isScaleFree() {
    return false;
  }

  final CurveLabel label() {
    return label;
  }

  /** The curve of a declaration. */
  final CurveValue declaredAs(String name, Object identity) {
    return labelled(new CurveLabel(name, identity, label.multipliers()));
  }

  /** Whether both are one curve, scaled or not. */
  final boolean sameAs(CurveValue other) {
    return label.identity() != null && label.identity().equals(other.label.identity())
        || sameLaw(other);
  }

  @Override
  public final Value now(Moment moment) {
    return Values.of(
        cost(
            moment
                .progress(this)
                .orElseThrow(
                    () ->
                        Problem.of(
                                "E0441",
                                "nothing says how far along the curve " + label.name() + " is")
                            .withHelp("call it at a cumulative output: " + label.name() + "(Q)")
                            .withHelp(
                                "or say what drives it: drives = "
                                    + label.name()
                                    + "; produced = Q"))));
  }

  @Override
  public final boolean runsWith(RunningValue other) {
    return other instanceof CurveValue curve && sameAs(curve);
  }

  @Override
  public final Type parameter() {
    return outputUnit().<Type>map(QuantityType::of).orElse(BasicType.UNKNOWN);
  }

  @Override
  public final Value call(Value argument) {
    return Values.of(cost(Values.quantity(argument, "a cumulative output")));
  }

  @Override
  public final Value member(String name) {
    if (name.equals("inverse")) {
      return new CallableValue(
          "the inverse of " + label.name(),
          () ->
              reference()
                  .<Type>map(at -> QuantityType.of(cost(at).unit()))
                  .orElse(BasicType.UNKNOWN),
          cost -> Values.of(inverse(Values.quantity(cost, "a cost"))));
    }
    return ownMember(name);
  }

  @Override
  public final CurveValue scaled(double factor, String multiplier) {
    if (factor == 1) {
      return this;
    }
    List<String> names = new ArrayList<>(label.multipliers());
    names.add(multiplier);
    return times(factor, new CurveLabel(label.name(), label.identity(), names));
  }

  @Override
  public final List<String> multipliers() {
    return label.multipliers();
  }

  @Override
  public final String describe() {
    return "a curve";
  }
}
