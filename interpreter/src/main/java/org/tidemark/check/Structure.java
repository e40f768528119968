package org.tidemark.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.CorrelateStatement;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Statement;

/**
 * The static side of a script, a module, a {@code model} or a {@code test}: what it defines, what
 * it extends and what it does when it is run. At run time each amended copy is an instance of it.
 */
public final class Structure {
  /** What a structure is. */
  public enum Sort {
    /** A script or a module. */
    SCRIPT,
    /** {@code model Name { }}. */
    MODEL,
    /** {@code test "title" { }}. */
    TEST,
    /** An example in the documentation of a script, as if it stood at its end. */
    EXAMPLE;

    /** Whether {@code this} in it is what is around it. */
    public boolean isNoModel() {
      return this == TEST || this == EXAMPLE;
    }
  }

  private final String name;
  private final Sort sort;
  private final SourceText source;
  private final Scope scope;
  private final Expression baseExpression;
  private final String modulePath;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final List<Statement> actions = new ArrayList<>();
  private final Map<Statement, Structure> tests = new java.util.IdentityHashMap<>();
  private final List<Member> multipliers = new ArrayList<>();
  private final List<CorrelateStatement> correlations = new ArrayList<>();
  private final List<Statement> units = new ArrayList<>();
  private Structure base;

  Structure(
      String name,
      Sort sort,
      SourceText source,
      Scope enclosing,
      Expression baseExpression,
      String modulePath) {
    this.name = name;
    this.sort = sort;
    this.source = source;
    this.scope = Scope.of(this, enclosing);
    this.baseExpression = baseExpression;
    this.modulePath = modulePath;
  }

  void add(Member member) {
    members.put(member.name(), member);
  }

  void addAction(Statement statement) {
    actions.add(statement);
  }

  void addTest(Statement statement, Structure structure) {
    tests.put(statement, structure);
  }

  void addCorrelation(CorrelateStatement correlation) {
    correlations.add(correlation);
  }

  void addUnit(Statement unit) {
    units.add(unit);
  }

  void addMultiplier(Member multiplier) {
    multipliers.add(multiplier);
  }

  void setBase(Structure structure) {
    this.base = structure;
  }

  /** Its name; that of the file for a script. */
  public String name() {
    return name;
  }

  /** What it is. */
  public Sort sort() {
    return sort;
  }

  /** The text it stands in. */
  public SourceText source() {
    return source;
  }

  /** The names that its own text sees. */
  public Scope scope() {
    return scope;
  }

  /** Where the file stands that it belongs to, as the module source understands it. */
  public String modulePath() {
    return modulePath;
  }

  /** What {@code extends} names. */
  public Optional<Expression> baseExpression() {
    return Optional.ofNullable(baseExpression);
  }

  /** The structure that it extends. */
  public Optional<Structure> base() {
    return Optional.ofNullable(base);
  }

  /** What it defines itself, in the order of the text. */
  public Map<String, Member> ownMembers() {
    return Collections.unmodifiableMap(members);
  }

  /** The member of a name, its own or one of what it extends. */
  public Optional<Member> member(String member) {
    for (Structure at = this; at != null; at = at.base) {
      Member found = at.members.get(member);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** All names that it defines, inherited ones first. */
  public Set<String> memberNames() {
    Set<String> names = base == null ? new LinkedHashSet<>() : base.memberNames();
    names.addAll(members.keySet());
    return names;
  }

  /** What it does when it is run, in the order of the text. */
  public List<Statement> actions() {
    return Collections.unmodifiableList(actions);
  }

  /** The rank correlations that it declares between uncertain inputs. */
  public List<CorrelateStatement> correlations() {
    return Collections.unmodifiableList(correlations);
  }

  /** The units and rates of exchange that it declares, in the order of the text. */
  public List<Statement> units() {
    return Collections.unmodifiableList(units);
  }

  /** The structure of a {@code test}. */
  public Structure test(Statement statement) {
    return tests.get(statement);
  }

  /** Whether it declares multipliers or inherits some. */
  public boolean hasMultipliers() {
    return !multipliers.isEmpty() || base != null && base.hasMultipliers();
  }

  /** The multipliers that it declares, inherited ones first. */
  public List<Member> multipliers() {
    if (base == null) {
      return Collections.unmodifiableList(multipliers);
    }
    List<Member> all = new ArrayList<>(base.multipliers());
    all.addAll(multipliers);
    return all;
  }

  /** Whether this is the other or extends it. */
  public boolean isA(Structure other) {
    for (Structure at = this; at != null; at = at.base) {
      if (at == other) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return name;
  }
}
