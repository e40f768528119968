package org.tidemark.vocab.common;

import java.util.function.Predicate;
import org.tidemark.spi.Accept;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** What the parameters of the core functions take beyond what {@link Accept} offers. */
public final class Takes implements Predicate<Type> {
  /** A list of anything, or a sequence. */
  public static final Accept LIST = accept("a list", Sort.LIST, false);

  /** A list of quantities, or a sequence of them. */
  public static final Accept QUANTITIES = accept("a list of quantities", Sort.QUANTITIES, false);

  /** A list of quantities or dates, or a sequence of them. */
  public static final Accept POINTS = accept("a list of quantities or dates", Sort.POINTS, false);

  /** A list of values that have an order, or a sequence. */
  public static final Accept ORDERED =
      accept("a list of quantities, dates or texts", Sort.ORDERED, false);

  /** A list, a sequence or a table. */
  public static final Accept ROWS = accept("a list or a table", Sort.ROWS, false);

  /** A list, a sequence, a table or a text. */
  public static final Accept SIZED = accept("a list, a table or a text", Sort.SIZED, false);

  /** A list of lists. */
  public static final Accept NESTED = accept("a list of lists", Sort.NESTED, false);

  /** A list of truth values. */
  public static final Accept TRUTHS = accept("a list of truth values", Sort.TRUTHS, false);

  /** A list of texts. */
  public static final Accept TEXTS = accept("a list of texts", Sort.TEXTS, false);

  /** A function of any number of arguments, or a curve. */
  public static final Accept FUNCTION = accept("a function", Sort.FUNCTION, false);

  /** A quantity, a date, {@code never}, or one list of them. */
  public static final Accept COMPARABLE =
      accept("quantities or dates, or one list of them", Sort.COMPARABLE, true);

  /** The number of a year, or a text. */
  public static final Accept YEAR = accept("a year or a text", Sort.YEAR, true);

  /** A list, a sequence or a text. */
  public static final Accept LIST_OR_TEXT = accept("a list or a text", Sort.LIST_OR_TEXT, false);

  private enum Sort {
    LIST,
    QUANTITIES,
    POINTS,
    ORDERED,
    ROWS,
    SIZED,
    NESTED,
    TRUTHS,
    TEXTS,
    FUNCTION,
    COMPARABLE,
    YEAR,
    LIST_OR_TEXT
  }

  private final Sort sort;

  private Takes(Sort sort) {
    this.sort = sort;
  }

  private static Accept accept(String words, Sort sort, boolean wantsQuantity) {
    return new Accept(words, new Takes(sort), wantsQuantity);
  }

  @Override
  public boolean test(Type type) {
    boolean list = type instanceof ListType || type instanceof IntervalType;
    Type element = Elements.of(type);
    return switch (sort) {
      case LIST -> list;
      case QUANTITIES -> list && isQuantity(element);
      case POINTS -> list && isPoint(element);
      case ORDERED -> list && isOrdered(element);
      case ROWS -> list || type instanceof TableType;
      case SIZED -> list || type instanceof TableType || type == BasicType.TEXT;
      case NESTED -> list && (element instanceof ListType || isOpen(element));
      case TRUTHS -> list && (element == BasicType.BOOL || isOpen(element));
      case TEXTS -> list && (element == BasicType.TEXT || isOpen(element));
      case FUNCTION -> Accept.FUNCTION.predicate().test(type) || type instanceof FunctionType;
      case YEAR -> type == BasicType.TEXT || Accept.NUMBER.predicate().test(type);
      case LIST_OR_TEXT -> list || type == BasicType.TEXT;
      case COMPARABLE -> list ? isPoint(element) : isPoint(type);
    };
  }

  /** Whether values of a type can be put in order. */
  public static boolean isOrdered(Type type) {
    return isPoint(type) || type == BasicType.TEXT || type == BasicType.BOOL;
  }

  private static boolean isPoint(Type type) {
    return isQuantity(type) || type == BasicType.DATE;
  }

  private static boolean isQuantity(Type type) {
    return isOpen(type) || type == BasicType.NEVER || Types.quantity(type).isPresent();
  }

  private static boolean isOpen(Type type) {
    return type == BasicType.UNKNOWN || type == BasicType.MISSING;
  }

  /** The type of a row where it is a table's, else of an element. */
  static Type rowOrElement(Type type) {
    return type instanceof TableType table ? new RecordType(table.columns()) : Elements.of(type);
  }
}
