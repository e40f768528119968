package org.tidemark.quantity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The units that a script can name: the built-in ones and, in a table made by {@link #extend}, its
 * own. Looking up and adding may happen on different threads.
 */
public final class UnitTable {
  private static final int MOST_SUGGESTIONS = 3;
  private static final String[] MONEY_PREFIXES = {"k", "M", "B", "T"};
  private static final double[] MONEY_FACTORS = {1e3, 1e6, 1e9, 1e12};
  private static final String[] NO_NAMES = {};

  /** Words that people write, each followed by the units that they may have meant. */
  private static final String[][] SYNONYMS = {
    {"dollar", "USD"},
    {"dollars", "USD"},
    {"$", "USD"},
    {"cent", "USD"},
    {"euro", "EUR"},
    {"euros", "EUR"},
    {"€", "EUR"},
    {"percent", "%"},
    {"pct", "%"},
    {"sec", "s"},
    {"second", "s"},
    {"seconds", "s"},
    {"min", "minute"},
    {"mins", "minute"},
    {"h", "hour"},
    {"hr", "hour"},
    {"hrs", "hour"},
    {"d", "day"},
    {"wk", "week"},
    {"mo", "month"},
    {"y", "year"},
    {"yr", "year"},
    {"yrs", "year"},
    {"annum", "year"},
    {"metre", "m"},
    {"meter", "m"},
    {"gram", "g"},
    {"kilogram", "kg"},
    {"t", "tonne"},
    {"ton", "tonne"},
    {"watt", "W"},
    {"joule", "J"},
    {"hertz", "Hz"},
    {"byte", "B"},
    {"bytes", "B"},
    {"kilobyte", "kB"},
    {"megabyte", "MB"},
    {"gigabyte", "GB"},
    {"terabyte", "TB"},
    {"petabyte", "PB"},
    {"exabyte", "EB"},
    {"zettabyte", "ZB"},
    {"param", "parameter"},
    {"params", "parameter"},
    {"FLOPS", "FLOP"},
    {"accelerator", "gpu"},
  };

  private final UnitTable parent;
  private final Map<String, Unit> own;
  private final Map<String, BaseDimension> bases;
  private Supplier<UnitTable> further;
  private volatile UnitTable opened;

  /** Defers building the built-in units until somebody asks. */
  private static final class Standard {
    static final UnitTable TABLE = new UnitTable(null, StandardUnits.create());
  }

  /** A class of its own, since the first lambda of a run costs more than all of this package. */
  private static final class BySize implements Comparator<Unit> {
    static final BySize INSTANCE = new BySize();

    @Override
    public int compare(Unit a, Unit b) {
      return Double.compare(a.numerator() / a.denominator(), b.numerator() / b.denominator());
    }
  }

  private UnitTable(UnitTable parent, Map<String, Unit> own) {
    this(parent, own, new LinkedHashMap<>());
  }

  private UnitTable(UnitTable parent, Map<String, Unit> own, Map<String, BaseDimension> bases) {
    this.parent = parent;
    this.own = own;
    this.bases = bases;
  }

  /** The built-in units; shared, and cannot be added to. */
  public static UnitTable standard() {
    return Standard.TABLE;
  }

  /** A new table that knows all units of this one and can take more, without changing this one. */
  public UnitTable extend() {
    return new UnitTable(this, new LinkedHashMap<>());
  }

  /**
   * As {@link #extend()}; base units that are declared there have the dimensions that units of
   * those names have had in an earlier table, so that quantities of then and now go together.
   */
  public UnitTable extendLike(UnitTable earlier) {
    synchronized (earlier) {
      UnitTable table =
          new UnitTable(this, new LinkedHashMap<>(), new LinkedHashMap<>(earlier.bases));
      table.further = earlier.further;
      table.opened = earlier.opened;
      return table;
    }
  }

  /**
   * A new table as {@link #extend()} makes it, with more units to look among where a unit is
   * wanted.
   *
   * @param further the units, of a table that extends the standard one
   */
  public UnitTable extend(Supplier<UnitTable> further) {
    UnitTable table = extend();
    table.further = further;
    return table;
  }

  /**
   * The unit called exactly {@code name}. Those of {@link #extend(Supplier)} are known once one of
   * them was wanted.
   */
  public Optional<Unit> find(String name) {
    UnitTable more = null;
    for (UnitTable table = this; table != null; table = table.parent) {
      Unit unit = table.ownUnit(name);
      if (unit != null) {
        return Optional.of(unit);
      }
      more = table.opened == null ? more : table.opened;
    }
    return more == null ? Optional.empty() : more.find(name);
  }

  /** As {@link #find}, where the script says that there is such a unit. */
  public Optional<Unit> wanted(String name) {
    Optional<Unit> known = find(name);
    if (known.isPresent() || further == null || opened != null) {
      return known;
    }
    opened = further.get();
    return find(name);
  }

  /**
   * Adds a new base unit with a dimension of its own, both called {@code name}. It hides a unit of
   * that name in the tables that this one extends.
   *
   * @throws IllegalStateException if this is the standard table
   * @throws IllegalArgumentException if this table itself has such a unit already
   */
  public Unit declareBase(String name) {
    return declareBase(name, "A unit of the script's own.");
  }

  /** As {@link #declareBase(String)}, with a line of documentation. */
  public synchronized Unit declareBase(String name, String doc) {
    BaseDimension base = bases.get(name);
    if (base == null) {
      base = new BaseDimension(name, name);
    }
    Unit unit = add(baseUnit(base, doc));
    bases.put(name, base);
    return unit;
  }

  /**
   * Adds a unit worth {@code baseMagnitude} coherent base units of {@code dimension}, as {@code
   * unit lot = 25 wafer} does.
   *
   * @throws IllegalStateException if this is the standard table
   * @throws IllegalArgumentException if this table itself has such a unit already, or {@code
   *     baseMagnitude} is not finite and above 0
   */
  public Unit declare(String name, double baseMagnitude, Dimension dimension) {
    UnitExpression readable = UnitExpression.coherent(dimension);
    String doc =
        new Quantity(baseMagnitude, readable).text().concat(", as declared by the script.");
    return declare(name, baseMagnitude, dimension, doc);
  }

  /** As {@link #declare(String, double, Dimension)}, with a line of documentation. */
  public Unit declare(String name, double baseMagnitude, Dimension dimension, String doc) {
    requirePositive(name, baseMagnitude);
    double[] factor = Factor.ofDecimal(baseMagnitude);
    return add(new Unit(name, dimension, factor[0], factor[1], false, doc));
  }

  /**
   * Fixes what a currency is worth, as {@code exchange EUR = 1.08 USD} does: from now on this table
   * has {@code EUR}, its multiples {@code kEUR MEUR BEUR TEUR} and whatever else was measured in it
   * as units of {@code otherMoney}. Quantities made before keep their old dimension.
   *
   * @param currency a known unit of money, or a new name
   * @param rateInBaseOfOther what one {@code currency} is worth, in coherent base units
   * @param otherMoney the dimension of that worth
   * @throws IllegalStateException if this is the standard table
   * @throws IllegalArgumentException if {@code currency} already has that dimension, or the rate is
   *     not finite and above 0
   */
  public synchronized void exchange(
      String currency, double rateInBaseOfOther, Dimension otherMoney) {
    requireExtended();
    requirePositive(currency, rateInBaseOfOther);
    Unit before = find(currency).orElse(null);
    if (before != null && before.dimension().equals(otherMoney)) {
      throw new IllegalArgumentException(currency.concat(" already has a fixed rate of exchange"));
    }
    double rate =
        before == null
            ? rateInBaseOfOther
            : rateInBaseOfOther * before.denominator() / before.numerator();
    double[] factor = Factor.ofDecimal(rate);
    String note =
        new Quantity(rateInBaseOfOther, UnitExpression.coherent(otherMoney))
            .text()
            .concat(" by the script's rate of exchange.");
    if (before == null) {
      own.put(currency, exchanged(currency, 1, 1, factor, otherMoney, note));
    } else {
      for (String name : names()) {
        Unit unit = find(name).orElseThrow();
        if (unit.dimension().equals(before.dimension())) {
          String doc = name.equals(currency) ? note : unit.doc();
          own.put(
              name, exchanged(name, unit.numerator(), unit.denominator(), factor, otherMoney, doc));
        }
      }
    }
    for (int i = 0; i < MONEY_PREFIXES.length; i++) {
      String name = MONEY_PREFIXES[i].concat(currency);
      if (find(name).isEmpty()) {
        String doc = NumberText.sensible(MONEY_FACTORS[i]).concat(" ").concat(currency).concat(".");
        own.put(name, exchanged(name, MONEY_FACTORS[i], 1, factor, otherMoney, doc));
      }
    }
  }

  /** Up to three units that somebody who wrote {@code misspelt} may have meant, best first. */
  public List<String> suggestions(String misspelt) {
    Set<String> found = new LinkedHashSet<>();
    for (String[] entry : SYNONYMS) {
      if (entry[0].equalsIgnoreCase(misspelt)) {
        found.add(entry[1]);
      }
    }
    found.addAll(Spelling.closest(misspelt, names(), MOST_SUGGESTIONS));
    if (found.isEmpty()) {
      List<String> words = new ArrayList<>();
      for (String[] entry : SYNONYMS) {
        words.add(entry[0]);
      }
      for (String word : Spelling.closest(misspelt, words, MOST_SUGGESTIONS)) {
        for (String[] entry : SYNONYMS) {
          if (entry[0].equals(word)) {
            found.add(entry[1]);
          }
        }
      }
    }
    found.remove(misspelt);
    List<String> best = new ArrayList<>(found);
    return Collections.unmodifiableList(best.subList(0, Math.min(MOST_SUGGESTIONS, best.size())));
  }

  /** The units of a dimension, smallest first. */
  public List<Unit> fitting(Dimension dimension) {
    List<Unit> fitting = new ArrayList<>();
    for (String name : names()) {
      Unit unit = find(name).orElseThrow();
      if (unit.dimension().equals(dimension)) {
        fitting.add(unit);
      }
    }
    fitting.sort(BySize.INSTANCE);
    return Collections.unmodifiableList(fitting);
  }

  /** The names of all units: the built-in ones first, then in order of declaration. */
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>(parent == null ? List.of() : parent.names());
    if (opened != null) {
      names.addAll(opened.names());
    }
    synchronized (this) {
      names.addAll(own.keySet());
    }
    return List.of(names.toArray(NO_NAMES));
  }

  /** The coherent unit of a base dimension. */
  static Unit baseUnit(BaseDimension base, String doc) {
    return new Unit(base.unitSymbol(), Dimension.of(base), 1, 1, false, doc);
  }

  private Unit ownUnit(String name) {
    if (parent == null) {
      return own.get(name);
    }
    synchronized (this) {
      return own.get(name);
    }
  }

  private synchronized Unit add(Unit unit) {
    requireExtended();
    if (own.containsKey(unit.symbol())) {
      throw new IllegalArgumentException(unit.symbol().concat(" is declared already"));
    }
    own.put(unit.symbol(), unit);
    return unit;
  }

  private void requireExtended() {
    if (parent == null) {
      throw new IllegalStateException("the standard units cannot be changed; extend them");
    }
  }

  private static void requirePositive(String name, double magnitude) {
    if (!(magnitude > 0) || Double.isInfinite(magnitude)) {
      throw new IllegalArgumentException(
          name.concat(" needs a finite size above 0, not ").concat(NumberText.sensible(magnitude)));
    }
  }

  private static Unit exchanged(
      String name,
      double numerator,
      double denominator,
      double[] factor,
      Dimension dimension,
      String doc) {
    double[] reduced = Factor.reduced(numerator * factor[0], denominator * factor[1]);
    return new Unit(name, dimension, reduced[0], reduced[1], false, doc);
  }
}
