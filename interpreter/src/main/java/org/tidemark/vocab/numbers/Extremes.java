package org.tidemark.vocab.numbers;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.NumericForm;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Order;
import org.tidemark.vocab.common.Takes;

/** The smallest and the largest of several values, or of one list. */
public final class Extremes extends BuiltIn {
  private Extremes(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    add(registry, "min", "smallest", "min(3 USD, 1 kUSD)", "min([3, 1, 2])");
    add(registry, "max", "largest", "max(0, -2.5)", "max([date(2024), date(2031)])");
  }

  private static void add(
      Registry registry, String name, String word, String example, String another) {
    Extremes function = new Extremes(name);
    registry.function(
        function
            .spec(
                "The "
                    .concat(word)
                    .concat(
                        " of several quantities of one dimension, of several dates, or of one list."
                            + " `never` is larger than all."))
            .rest("values", Takes.COMPARABLE, "the values, or one list of them")
            .example(example)
            .example(another)
            .body(function));
  }

  @Override
  public Type of(CallCheck call) {
    List<Type> types = call.rest();
    if (types.isEmpty()) {
      call.problem(null, "E0311", name + " needs values", name + "(a, b) or " + name + "(list)");
      return BasicType.UNKNOWN;
    }
    if (types.size() == 1) {
      return Elements.plain(isList(types.get(0)) ? Elements.of(types.get(0)) : types.get(0));
    }
    Type all = BasicType.UNKNOWN;
    for (Type type : types) {
      if (isList(type)) {
        call.problem(
            null, "E0308", name + " takes several values or one list, not both", name + "(list)");
        return BasicType.UNKNOWN;
      }
      Type plain = Elements.plain(type);
      Optional<Type> both = Types.join(all, plain);
      if (both.isEmpty()) {
        call.problem(
            null,
            "E0302",
            "cannot compare " + all.describe() + " and " + plain.describe(),
            name + " takes values of one dimension, or dates");
        return BasicType.UNKNOWN;
      }
      all = both.get();
    }
    return all;
  }

  @Override
  public NumericForm of(List<UnitExpression> arguments) {
    UnitExpression first = arguments.get(0);
    boolean same = true;
    for (UnitExpression unit : arguments) {
      if (!unit.dimension().equals(first.dimension())) {
        return null;
      }
      same &= unit.equals(first);
    }
    NumericForm form = NumericForm.fold(name.equals("min") ? Plain.SMALLER : Plain.LARGER, first);
    return same ? form : form.inSomeUnit();
  }

  /** The first of those that are equal stays, as it does among values. */
  private static final class Plain {
    static final DoubleBinaryOperator SMALLER = (best, x) -> x < best ? x : best;
    static final DoubleBinaryOperator LARGER = (best, x) -> x > best ? x : best;
  }

  private static boolean isList(Type type) {
    return type instanceof ListType || type instanceof IntervalType;
  }

  @Override
  public Value of(CallValues call) {
    List<Value> values = call.rest();
    if (values.size() == 1
        && (values.get(0) instanceof ListValue || values.get(0) instanceof IntervalValue)) {
      values = Elements.of(values.get(0));
    }
    Elements.notEmpty(values, name);
    int sign = name.equals("min") ? 1 : -1;
    Value best = values.get(0);
    Order.compare(best, best, name);
    for (Value value : values) {
      if (sign * Order.compare(value, best, name) < 0) {
        best = value;
      }
    }
    return inUnitOf(values, best);
  }

  /** The literal 0 among quantities with a unit is a 0 of theirs. */
  private static Value inUnitOf(List<Value> values, Value best) {
    if (!(best instanceof QuantityValue zero) || !zero.quantity().fitsAnything()) {
      return best;
    }
    for (Value value : values) {
      if (value instanceof QuantityValue other && !other.quantity().fitsAnything()) {
        return new QuantityValue(zero.quantity().as(other.quantity().unit()));
      }
    }
    return best;
  }
}
