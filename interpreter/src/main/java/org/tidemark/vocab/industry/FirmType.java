package org.tidemark.vocab.industry;

import java.util.Optional;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/**
 * The type of a firm. Fields that are not set have the type of the literal 0 among its attributes,
 * so that firms that set different fields can stand in one list, and firms in different money
 * cannot.
 */
final class FirmType {
  static final String NAME = "firm";
  static final String COST = "cost";
  static final String CAPACITY = "capacity";
  static final String CONSTRUCTION = "construction";
  static final String EXPANSION = "expansion";
  static final String DISCOUNT_RATE = "discount_rate";
  static final String CONTINUATION_VALUE = "continuation_value";

  private FirmType() {}

  static ObjectType of(DeclarationCheck declaration) {
    Type cost = declaration.has(COST) ? declaration.type(COST) : QuantityType.ZERO;
    Type unitCost =
        cost instanceof ObjectType curve && curve.name().equals(CurveType.NAME)
            ? curve.attribute(CurveType.COST)
            : Types.quantity(cost).map(Type.class::cast).orElse(BasicType.UNKNOWN);
    QuantityType capacity = declaration.quantity(CAPACITY);
    QuantityType worth = declaration.quantity(CONTINUATION_VALUE);
    ObjectType.Builder type =
        ObjectType.named(NAME)
            .attribute(COST, unitCost)
            .attribute(CAPACITY, capacity)
            .attribute(CONTINUATION_VALUE, worth)
            .member("name", BasicType.TEXT)
            .member(COST, cost)
            .member(CONTINUATION_VALUE, worth);
    if (declaration.has(CAPACITY)) {
      type.member(CAPACITY, capacity);
    }
    if (declaration.has(CONSTRUCTION)) {
      type.member(CONSTRUCTION, Types.DURATION);
    }
    if (declaration.has(EXPANSION)) {
      type.member(EXPANSION, declaration.quantity(EXPANSION));
    }
    if (declaration.has(DISCOUNT_RATE)) {
      type.member(DISCOUNT_RATE, Types.RATE);
    }
    return type.plotted().build();
  }

  /** The firm in what a market lists, however it is nested. */
  static Optional<ObjectType> in(Type firms) {
    Type type = firms;
    while (type instanceof ListType list) {
      type = list.element();
    }
    return type instanceof ObjectType object && object.name().equals(NAME)
        ? Optional.of(object)
        : Optional.empty();
  }

  /** Whether a type is a firm, or lists of firms only. */
  static boolean isFirms(Type type) {
    Type at = type;
    while (at instanceof ListType list) {
      at = list.element();
    }
    return at == BasicType.UNKNOWN || in(at).isPresent();
  }
}
