package org.tidemark.spi.type;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tidemark.quantity.BaseDimension;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.Unit;
import org.tidemark.quantity.UnitTable;

/** Questions about types. */
public final class Types {
  private Types() {}

  /** The dimension of time. */
  public static final Dimension TIME = dimension("s");

  /** A time. */
  public static final QuantityType DURATION = QuantityType.of(TIME);

  /** A rate, 1/time. */
  public static final QuantityType RATE = QuantityType.of(TIME.inverse());

  /** The dimension of a built-in unit. */
  public static Dimension dimension(String unit) {
    return UnitTable.standard().find(unit).map(Unit::dimension).orElseThrow();
  }

  /**
   * The one type that values of both can have; absent where there is none. Unknown fits everything,
   * the literal 0 every quantity, {@code never} every date and time, {@code missing} every cell.
   */
  public static Optional<Type> join(Type a, Type b) {
    if (a == b || a == BasicType.UNKNOWN) {
      return Optional.of(b);
    }
    if (b == BasicType.UNKNOWN || b == BasicType.MISSING) {
      return Optional.of(a);
    }
    if (a == BasicType.MISSING) {
      return Optional.of(b);
    }
    if (a instanceof QuantityType x && b instanceof QuantityType y) {
      return x.fits(y) ? Optional.of(x.isZero() ? y : x) : Optional.empty();
    }
    if (a == BasicType.NEVER) {
      return canBeNever(b) ? Optional.of(b) : Optional.empty();
    }
    if (b == BasicType.NEVER) {
      return canBeNever(a) ? Optional.of(a) : Optional.empty();
    }
    if (a instanceof ListType x && b instanceof ListType y) {
      return join(x.element(), y.element()).map(ListType::new);
    }
    if (a instanceof IntervalType x && b instanceof IntervalType y) {
      return join(x.element(), y.element()).map(IntervalType::new);
    }
    if (a instanceof RecordType x && b instanceof RecordType y) {
      return joinFields(x.fields(), y.fields()).map(RecordType::new);
    }
    if (a instanceof TableType x && b instanceof TableType y) {
      return joinFields(x.columns(), y.columns()).map(TableType::new);
    }
    if (a instanceof ObjectType x && b instanceof ObjectType y) {
      return x.name().equals(y.name()) && joinFields(x.attributes(), y.attributes()).isPresent()
          ? Optional.of(x)
          : joinQuantities(x, y);
    }
    if (a instanceof ObjectType x && x.quantity().isPresent()) {
      return join(x.quantity().get(), b);
    }
    if (b instanceof ObjectType y && y.quantity().isPresent()) {
      return join(a, y.quantity().get());
    }
    if (a instanceof FunctionType x && b instanceof FunctionType y) {
      return x.arity() == y.arity() ? Optional.of(a) : Optional.empty();
    }
    return a.joinWith(b);
  }

  private static Optional<Type> joinQuantities(ObjectType a, ObjectType b) {
    return a.quantity().isPresent() && b.quantity().isPresent()
        ? join(a.quantity().get(), b.quantity().get())
        : Optional.empty();
  }

  private static Optional<Map<String, Type>> joinFields(Map<String, Type> a, Map<String, Type> b) {
    if (!a.keySet().equals(b.keySet())) {
      return Optional.empty();
    }
    Map<String, Type> joined = new LinkedHashMap<>();
    for (Map.Entry<String, Type> entry : a.entrySet()) {
      Optional<Type> field = join(entry.getValue(), b.get(entry.getKey()));
      if (field.isEmpty()) {
        return Optional.empty();
      }
      joined.put(entry.getKey(), field.get());
    }
    return Optional.of(joined);
  }

  private static boolean canBeNever(Type type) {
    return type == BasicType.DATE
        || (type instanceof QuantityType quantity && quantity.fits(DURATION));
  }

  /** Whether a value of one type may stand where the other is wanted. */
  public static boolean fits(Type wanted, Type given) {
    return join(wanted, given).isPresent();
  }

  /** The quantity that a value of this type is or stands for. */
  public static Optional<QuantityType> quantity(Type type) {
    if (type instanceof QuantityType quantity) {
      return Optional.of(quantity);
    }
    if (type instanceof ObjectType object) {
      return object.quantity();
    }
    return Optional.empty();
  }

  /** Whether two dimensions differ in the currency only. */
  public static boolean differInCurrency(Dimension a, Dimension b) {
    Dimension rate = dimension("EUR").over(dimension("USD"));
    Dimension ratio = a.over(b);
    return ratio.equals(rate) || ratio.equals(rate.inverse());
  }

  /** Whether a dimension is money per something, or money itself. */
  public static boolean hasMoney(Dimension dimension) {
    for (BaseDimension base : dimension.exponents().keySet()) {
      if (base.unitSymbol().equals("USD") || base.unitSymbol().equals("EUR")) {
        return true;
      }
    }
    return false;
  }
}
