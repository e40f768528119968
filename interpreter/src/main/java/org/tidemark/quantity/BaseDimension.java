package org.tidemark.quantity;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * One independent kind of thing to measure, such as money, information, or a script's own wafers.
 * Two are the same only if they are the same object: two scripts may each have their own {@code
 * unit wafer}.
 *
 * <p>The order is that in which dimensions are named: the built-in ones first, then a script's in
 * the order of their declarations, and time last ({@code money / information / time}).
 */
public final class BaseDimension implements Comparable<BaseDimension> {
  private static final AtomicInteger CREATED = new AtomicInteger();

  private final String name;
  private final String unitSymbol;
  private final int rank;

  BaseDimension(String name, String unitSymbol) {
    this(name, unitSymbol, CREATED.incrementAndGet());
  }

  private BaseDimension(String name, String unitSymbol, int rank) {
    this.name = name;
    this.unitSymbol = unitSymbol;
    this.rank = rank;
  }

  /** A base dimension that is named after all others. */
  static BaseDimension last(String name, String unitSymbol) {
    return new BaseDimension(name, unitSymbol, Integer.MAX_VALUE);
  }

  /** What it is called in messages: {@code money}, {@code information}, {@code wafer}. */
  public String name() {
    return name;
  }

  /** The symbol of the coherent base unit: {@code USD}, {@code B}, {@code wafer}. */
  public String unitSymbol() {
    return unitSymbol;
  }

  @Override
  public int compareTo(BaseDimension other) {
    return Integer.compare(rank, other.rank);
  }

  @Override
  public String toString() {
    return name;
  }
}
