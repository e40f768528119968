package org.tidemark.spi;

import java.util.List;
import java.util.function.Predicate;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/**
 * What a parameter or a field takes.
 *
 * @param words for messages and documentation, {@code "a price, money per unit"}
 * @param predicate whether a type is taken; unknown types never reach it
 * @param wantsQuantity whether an object that stands for a quantity is passed as that quantity
 * @param choices the texts among which it chooses; empty where it is not a choice
 */
public record Accept(
    String words, Predicate<Type> predicate, boolean wantsQuantity, List<String> choices) {
  /** Copies its list. */
  public Accept {
    choices = List.copyOf(choices);
  }

  /** What is no choice among texts. */
  public Accept(String words, Predicate<Type> predicate, boolean wantsQuantity) {
    this(words, predicate, wantsQuantity, List.of());
  }

  /** Anything. */
  public static final Accept ANYTHING = new Accept("anything", type -> true, false);

  /** A quantity of any dimension. */
  public static final Accept QUANTITY =
      new Accept("a quantity", type -> Types.quantity(type).isPresent(), true);

  /** A pure number. */
  public static final Accept NUMBER = dimension("a pure number", Dimension.NONE);

  /** A time. */
  public static final Accept TIME = dimension("a time, such as 3 year", Types.TIME);

  /** A rate, such as 5 %/year. */
  public static final Accept RATE = dimension("a rate, such as 5 %/year", Types.TIME.inverse());

  /** A date. */
  public static final Accept DATE = basic(BasicType.DATE);

  /** A text. */
  public static final Accept TEXT = basic(BasicType.TEXT);

  /** The name of a file. */
  public static final Accept FILE = new Accept(TEXT.words, TEXT.predicate, false);

  /** A truth value. */
  public static final Accept BOOL = basic(BasicType.BOOL);

  /** A list of anything. */
  public static final Accept LIST = new Accept("a list", type -> type instanceof ListType, false);

  /** A list of quantities. */
  public static final Accept QUANTITIES =
      new Accept(
          "a list of quantities",
          type ->
              type instanceof ListType list
                  && (list.element() == BasicType.UNKNOWN
                      || list.element() == BasicType.MISSING
                      || Types.quantity(list.element()).isPresent()),
          false);

  /** A table. */
  public static final Accept TABLE =
      new Accept("a table", type -> type instanceof TableType, false);

  /** A record. */
  public static final Accept RECORD =
      new Accept("a record", type -> type instanceof RecordType, false);

  /** An interval or a sequence. */
  public static final Accept INTERVAL =
      new Accept("an interval", type -> type instanceof IntervalType, false);

  /** Anything that can be called with one argument. */
  public static final Accept FUNCTION =
      new Accept(
          "a function of one argument",
          type ->
              type instanceof FunctionType
                  || (type instanceof ObjectType object && object.parameter().isPresent()),
          false);

  /** A quantity of one dimension. */
  public static Accept dimension(String words, Dimension dimension) {
    return new Accept(
        words,
        type -> Types.quantity(type).filter(q -> q.fits(QuantityType.of(dimension))).isPresent(),
        true);
  }

  /** A quantity in the dimension of a built-in unit, such as {@code "USD"}. */
  public static Accept unit(String words, UnitExpression unit) {
    return dimension(words, unit.dimension());
  }

  /** A quantity whose dimension passes a test. */
  public static Accept quantity(String words, Predicate<Dimension> test) {
    return new Accept(
        words,
        type ->
            Types.quantity(type).filter(q -> q.isZero() || test.test(q.dimension())).isPresent(),
        true);
  }

  /** An object of a name, {@code "market"}. */
  public static Accept object(String name) {
    return new Accept(
        ObjectType.named(name).build().describe(),
        type -> type instanceof ObjectType object && object.name().equals(name),
        false);
  }

  /** One of some texts, for those who complete what is being typed. */
  public static Accept oneOf(List<String> choices) {
    return new Accept(TEXT.words, TEXT.predicate, TEXT.wantsQuantity, choices);
  }

  /** Either of two. */
  public Accept or(Accept other) {
    return new Accept(
        words + " or " + other.words,
        type -> accepts(type) || other.accepts(type),
        wantsQuantity && other.wantsQuantity,
        choices.isEmpty() ? other.choices : choices);
  }

  private static Accept basic(BasicType wanted) {
    return new Accept(wanted.describe(), type -> Types.fits(wanted, type), false);
  }

  /** Whether a type is taken; an unknown one always is. */
  public boolean accepts(Type type) {
    return type == BasicType.UNKNOWN || predicate.test(type);
  }
}
