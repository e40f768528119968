package org.tidemark.spi.type;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The type of something that a plugin's kind or function makes: a curve, a firm, a solution.
 *
 * <p>Two object types fit each other where their names are equal and their attributes fit.
 */
public final class ObjectType implements Type {
  private final String name;
  private final Map<String, Type> attributes;
  private final Map<String, Supplier<Type>> members;
  private final Type parameter;
  private final Type result;
  private final QuantityType quantity;
  private final QuantityType running;
  private final Supplier<TableType> rows;
  private final Map<String, Double> facts;
  private final boolean plotted;

  private ObjectType(Builder builder) {
    this.name = builder.name;
    this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(builder.attributes));
    this.members = new LinkedHashMap<>(builder.members);
    this.parameter = builder.parameter;
    this.result = builder.result;
    this.quantity = builder.quantity;
    this.running = builder.running;
    this.rows = builder.rows;
    this.facts = Map.copyOf(builder.facts);
    this.plotted = builder.plotted;
  }

  /** Starts a type under the name by which messages refer to it, {@code "curve"}. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** What distinguishes it from others of its name, such as the dimension of a curve's cost. */
  public Map<String, Type> attributes() {
    return attributes;
  }

  /** An attribute; {@link BasicType#UNKNOWN} where it has none of that name. */
  public Type attribute(String attribute) {
    return attributes.getOrDefault(attribute, BasicType.UNKNOWN);
  }

  /** The type of a member, where there is one. */
  public Optional<Type> member(String member) {
    Supplier<Type> supplier = members.get(member);
    return supplier == null ? Optional.empty() : Optional.of(supplier.get());
  }

  /** The names of its members, in the order of the documentation. */
  public Collection<String> memberNames() {
    return Collections.unmodifiableCollection(members.keySet());
  }

  /** The type of the one argument with which it can be called. */
  public Optional<Type> parameter() {
    return Optional.ofNullable(parameter);
  }

  /** The type of a call's result; {@link BasicType#UNKNOWN} where it cannot be called. */
  public Type result() {
    return result == null ? BasicType.UNKNOWN : result;
  }

  /** The quantity that it stands for wherever a number is wanted. */
  public Optional<QuantityType> quantity() {
    return Optional.ofNullable(quantity);
  }

  /** The quantity that it stands for in a {@code when}: a curve is its running cost there. */
  public Optional<QuantityType> running() {
    return Optional.ofNullable(running);
  }

  /** A number that is known before anything runs, such as the date of a curve's reference point. */
  public Optional<Double> fact(String fact) {
    return Optional.ofNullable(facts.get(fact));
  }

  /** The table that it can be turned into, one row a step, where it can be. */
  public Optional<TableType> rows() {
    return rows == null ? Optional.empty() : Optional.of(rows.get());
  }

  /** Whether {@code plot} can draw it: its values are {@code Plottable}. */
  public boolean isPlotted() {
    return plotted;
  }

  @Override
  public String describe() {
    String article = "aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ";
    return article + name;
  }

  /** Collects the parts of an {@link ObjectType}. */
  public static final class Builder {
    private final String name;
    private final Map<String, Type> attributes = new LinkedHashMap<>();
    private final Map<String, Supplier<Type>> members = new LinkedHashMap<>();
    private Type parameter;
    private Type result;
    private QuantityType quantity;
    private QuantityType running;
    private Supplier<TableType> rows;
    private final Map<String, Double> facts = new LinkedHashMap<>();
    private boolean plotted;

    private Builder(String name) {
      this.name = name;
    }

    /** Adds an attribute. */
    public Builder attribute(String attribute, Type type) {
      attributes.put(attribute, type);
      return this;
    }

    /** Adds a member. */
    public Builder member(String member, Type type) {
      members.put(member, () -> type);
      return this;
    }

    /** Adds a member whose type is worked out when it is asked for. */
    public Builder member(String member, Supplier<Type> type) {
      members.put(member, type);
      return this;
    }

    /** Lets it be called with one argument. */
    public Builder callable(Type argument, Type value) {
      this.parameter = argument;
      this.result = value;
      return this;
    }

    /** Lets it stand for a quantity. */
    public Builder quantity(QuantityType type) {
      this.quantity = type;
      return this;
    }

    /** Lets it stand for a quantity in a {@code when}. */
    public Builder running(QuantityType type) {
      this.running = type;
      return this;
    }

    /** Lets {@code table(...)} turn it into a table; its values are {@code Tabular}. */
    public Builder rows(Supplier<TableType> table) {
      this.rows = table;
      return this;
    }

    /** Adds a number that is known before anything runs; it does not tell types apart. */
    public Builder fact(String fact, double value) {
      facts.put(fact, value);
      return this;
    }

    /**
     * Lets {@code plot} draw it; its values are {@code Plottable}. It does not tell types apart.
     */
    public Builder plotted() {
      plotted = true;
      return this;
    }

    /** The type. */
    public ObjectType build() {
      return new ObjectType(this);
    }
  }
}
