package org.tidemark.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.DefinitionRole;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.InvalidStatement;
import org.tidemark.grammar.tree.Repetition;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.grammar.tree.WhenStatement;
import org.tidemark.quantity.Spelling;
import org.tidemark.spi.RunningCheck;
import org.tidemark.spi.RunningWords;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.TimeOrDate;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/**
 * The types of a body that runs: states, laws, helpers and what happens at events. Types are worked
 * out when they are asked for, so that bodies may read each other.
 */
final class RunningTypes implements RunningCheck {
  private final TypeChecker checker;
  private final Member member;
  private final RunningWords words;
  private final Scope outer;
  private final Scope body;
  private final SourceText source;
  private final RunningTypes base;
  private final boolean dated;
  private final Map<String, Declaration> states = new LinkedHashMap<>();
  private final Map<String, Definition> helpers = new LinkedHashMap<>();
  private final Map<String, Declaration> laws = new LinkedHashMap<>();
  private final List<WhenStatement> events = new ArrayList<>();
  private final Map<String, Type> known = new LinkedHashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private boolean unread;

  /**
   * A body.
   *
   * @param outer what surrounds it, with the variable of its repetition
   * @param base the body that it extends; null where it extends none
   * @param fields names that are taken
   */
  RunningTypes(
      TypeChecker checker, Member member, Scope outer, RunningTypes base, Set<String> fields) {
    this.checker = checker;
    this.member = member;
    this.words = member.kind().running().orElseThrow();
    this.outer = outer;
    this.source = member.source();
    this.base = base;
    this.body = outer.running(new ArrayList<>());
    List<Statement> statements =
        member.declaration().body().map(b -> b.statements()).orElse(List.of());
    for (Statement statement : statements) {
      collect(statement, fields);
    }
    this.dated =
        (base != null && base.dated)
            || statements.stream()
                .anyMatch(s -> s instanceof Definition d && d.name().name().equals(words.start()));
    define();
  }

  Scope scope() {
    return body;
  }

  // ---- names

  private void collect(Statement statement, Set<String> fields) {
    if (statement instanceof WhenStatement event) {
      events.add(event);
    } else if (statement instanceof Definition helper && helper.role() == DefinitionRole.LET) {
      if (isFree(helper.name(), fields)) {
        helpers.put(helper.name().name(), helper);
      }
    } else if (statement instanceof Declaration declaration
        && words.isOne(declaration.kind().name())) {
      part(declaration, fields);
    } else if (statement instanceof InvalidStatement) {
      unread = true;
    }
  }

  private void part(Declaration part, Set<String> fields) {
    String word = part.kind().name();
    if (part.name().isEmpty() || part.value().isEmpty()) {
      unread = true;
      error(
          part.kind().span(),
          "E0405",
          word.equals(words.state())
              ? "a " + word + " has a name and an initial value"
              : "a law names a state and says how it moves",
          "write " + word + " name = ...");
      return;
    }
    part.bounds()
        .ifPresent(
            bounds ->
                error(
                    bounds.span(),
                    "E0405",
                    "a " + word + " does not take bounds",
                    "bound a param, and start from that"));
    if (part.body().isPresent()) {
      error(part.body().get().span(), "E0405", "a " + word + " has no body", "write its value");
    }
    Identifier name = part.name().get();
    if (word.equals(words.state())) {
      if (isFree(name, fields)) {
        states.put(name.name(), part);
      }
      return;
    }
    Declaration earlier = laws.putIfAbsent(name.name(), part);
    if (earlier != null) {
      boolean same = earlier.kind().name().equals(word);
      checker.findings.add(
          Diagnostic.error(
                  same ? "E0433" : "E0435",
                  same
                      ? name.name() + " has two laws"
                      : name.name() + " moves both continuously and in steps",
                  source,
                  name.span())
              .withLabel(source, earlier.name().orElseThrow().span(), "its first law")
              .withHelp("keep one of the two"));
    }
  }

  private boolean isFree(Identifier name, Set<String> fields) {
    String word = name.name();
    Span earlier =
        states.containsKey(word)
            ? states.get(word).name().orElseThrow().span()
            : helpers.containsKey(word) ? helpers.get(word).name().span() : null;
    if (earlier != null) {
      checker.findings.add(
          Diagnostic.error("E0202", word + " is defined twice", source, name.span())
              .withLabel(source, earlier, "first defined here")
              .withHelp("rename one"));
      return false;
    }
    boolean time = word.equals(words.clock()) || word.equals(words.calendar());
    if (time || fields.contains(word)) {
      error(
          name.span(),
          "E0202",
          word
              + (time
                  ? " is the time in every " + member.kind().name()
                  : " is a field of every " + member.kind().name()),
          "give it another name");
      return false;
    }
    return true;
  }

  /** Puts the names in their places; the evaluator goes by {@link Member#runningNames()}. */
  private void define() {
    List<String> names = new ArrayList<>();
    names.add(words.clock());
    body.define(words.clock(), Types.DURATION);
    if (dated) {
      names.add(words.calendar());
      body.define(words.calendar(), BasicType.DATE);
    }
    for (String name : allNames()) {
      names.add(name);
      body.define(name, () -> present(type(name)));
    }
    member.setRunningNames(names);
  }

  private Set<String> allNames() {
    Set<String> names = new LinkedHashSet<>(states());
    names.addAll(helpers());
    return names;
  }

  /** A quantity that is now, and may be called at earlier times. */
  private static Type present(Type type) {
    if (type instanceof QuantityType quantity) {
      return ObjectType.named("state")
          .attribute("of", quantity)
          .running(quantity)
          .callable(TimeOrDate.TYPE, quantity)
          .build();
    }
    if (type instanceof ListType list && list.element() instanceof QuantityType quantity) {
      return new ListType(present(quantity));
    }
    return type;
  }

  @java.lang.Override
  public Collection<String> states() {
    Set<String> names = new LinkedHashSet<>();
    if (base != null) {
      names.addAll(base.states());
    }
    names.addAll(states.keySet());
    return names;
  }

  @java.lang.Override
  public Collection<String> helpers() {
    Set<String> names = new LinkedHashSet<>();
    if (base != null) {
      names.addAll(base.helpers());
    }
    names.addAll(helpers.keySet());
    return names;
  }

  @java.lang.Override
  public boolean hasLaw(String word) {
    return laws.values().stream().anyMatch(law -> law.kind().name().equals(word))
        || (base != null && base.hasLaw(word));
  }

  // ---- types of states and helpers

  @java.lang.Override
  public Type type(String name) {
    if (known.containsKey(name)) {
      return known.get(name);
    }
    if (!states.containsKey(name) && !helpers.containsKey(name)) {
      return base == null ? BasicType.UNKNOWN : base.type(name);
    }
    if (open.contains(name)) {
      circle(name);
      return BasicType.UNKNOWN;
    }
    open.push(name);
    try {
      Type type = states.containsKey(name) ? state(name) : helper(helpers.get(name));
      known.putIfAbsent(name, type);
      return known.get(name);
    } finally {
      open.pop();
    }
  }

  private void circle(String again) {
    List<String> loop = new ArrayList<>();
    for (String name : open) {
      loop.add(0, name);
      if (name.equals(again)) {
        break;
      }
    }
    loop.forEach(name -> known.put(name, BasicType.UNKNOWN));
    boolean atStart = loop.stream().allMatch(states::containsKey);
    Span at =
        states.containsKey(again)
            ? states.get(again).name().orElseThrow().span()
            : helpers.get(again).name().span();
    error(
        at,
        "E0436",
        (atStart ? "these initial values need each other: " : "these helpers need each other: ")
            + String.join(" → ", loop)
            + " → "
            + again,
        atStart
            ? "give one of them a value that does not depend on the others"
            : "make one of them a state with a law of its own, or solve for it by hand");
  }

  private Type helper(Definition helper) {
    return OperatorTypes.plain(
        annotated(helper.value(), helper.type(), body, helper.name().name()));
  }

  private Type state(String name) {
    Declaration state = states.get(name);
    Scope scope = repeated(state);
    Type type =
        OperatorTypes.plain(annotated(state.value().orElseThrow(), state.type(), scope, name));
    boolean isList = type instanceof ListType && state.repetition().isEmpty();
    Type element = isList ? OperatorTypes.plain(((ListType) type).element()) : type;
    if (element instanceof QuantityType zero && zero.isZero()) {
      element = ofLaw(name, zero);
    } else if (element != BasicType.UNKNOWN && !(element instanceof QuantityType)) {
      error(
          state.value().orElseThrow().span(),
          "E0444",
          "a state is a quantity, and " + name + " starts as " + type.describe(),
          "give it a number with its unit, or a list of such numbers");
      element = BasicType.UNKNOWN;
    }
    Type whole = isList || state.repetition().isPresent() ? new ListType(element) : element;
    if (base != null && base.states().contains(name) && !Types.fits(base.type(name), whole)) {
      error(
          state.value().orElseThrow().span(),
          "E0207",
          name + " keeps its dimension when it is extended: " + base.type(name).describe(),
          "give it a value of that dimension");
    }
    return whole;
  }

  /** A state that starts at the literal 0 has the dimension that its law or an event gives it. */
  private Type ofLaw(String name, QuantityType zero) {
    Map<String, Type> before = new LinkedHashMap<>(known);
    known.put(name, states.get(name).repetition().isPresent() ? new ListType(zero) : zero);
    Declaration law = laws.get(name);
    QuantityType found = zero;
    if (law != null) {
      QuantityType moved =
          element(checker.expressions.infer(law.value().orElseThrow(), repeated(law)));
      found = law.kind().name().equals(words.rate()) ? moved.times(Types.DURATION) : moved;
    }
    for (WhenStatement event : events) {
      for (Statement statement : event.body().statements()) {
        if (found.isZero()
            && statement instanceof Definition set
            && set.name().name().equals(name)) {
          found = element(checker.expressions.infer(set.value(), body));
        }
      }
    }
    // what was worked out meanwhile took the state for a zero of any dimension
    known.clear();
    known.putAll(before);
    return found.isZero() ? QuantityType.PURE : found;
  }

  private static QuantityType element(Type type) {
    Type element = type instanceof ListType list ? list.element() : type;
    return Types.quantity(element).orElse(QuantityType.ZERO);
  }

  /** The scope of the value of a state or law, with the variable of its repetition. */
  private Scope repeated(Declaration part) {
    if (part.repetition().isEmpty()) {
      return body;
    }
    Repetition repetition = part.repetition().get();
    Type type = checker.expressions.infer(repetition.source(), outer);
    Scope inner = body.local();
    if (repetition.variable().isPresent()) {
      String variable = repetition.variable().get().name();
      inner.define(variable, checker.expressions.elementOf(type, repetition.source(), outer));
      inner.define(Scope.placeOf(variable), QuantityType.PURE);
    } else if (!Types.fits(QuantityType.PURE, type)) {
      error(
          repetition.source().span(),
          "E0407",
          "a number of repetitions is a pure number, and this is " + type.describe(),
          "to take one for each element write [k in list]");
    }
    return inner;
  }

  private Type annotated(
      Expression value, Optional<TypeExpression> annotation, Scope scope, String name) {
    Type type = checker.expressions.infer(value, scope);
    if (annotation.isEmpty()) {
      return type;
    }
    Type wanted = checker.units.type(annotation.get(), source, checker.findings);
    return checker
        .expressions
        .ranges()
        .annotated(wanted, type, value, scope, annotation.get(), name);
  }

  // ---- laws and events

  /** Checks what has not been looked at for its type. */
  void check() {
    allNames().forEach(this::type);
    laws.values().forEach(this::law);
    for (WhenStatement event : events) {
      event(event);
    }
    mixed();
    unmoved();
  }

  private void law(Declaration law) {
    Identifier name = law.name().orElseThrow();
    if (!states().contains(name.name())) {
      // it may have been meant for a state that has no law now
      unread = true;
      Diagnostic diagnostic =
          Diagnostic.error(
              "E0432",
              helpers().contains(name.name())
                  ? name.name() + " is a helper, and only a state has a law"
                  : "there is no state called " + name.name(),
              source,
              name.span());
      for (String near : Spelling.closest(name.name(), List.copyOf(states()), 1)) {
        diagnostic = diagnostic.withHelp("did you mean " + near + "?");
      }
      checker.findings.add(
          diagnostic.withHelp(
              "give it a value to start from: " + words.state() + " " + name.name() + " = ..."));
      checker.expressions.infer(law.value().orElseThrow(), repeated(law));
      return;
    }
    Type state = type(name.name());
    Type given =
        OperatorTypes.plain(
            annotated(law.value().orElseThrow(), law.type(), repeated(law), name.name()));
    boolean isList = state instanceof ListType;
    if (law.repetition().isPresent() && !isList && state != BasicType.UNKNOWN) {
      error(
          law.repetition().get().span(),
          "E0407",
          name.name() + " is one state, and its law is repeated",
          "repeat the state as well: " + words.state() + " " + name.name() + "[...] = ...");
      return;
    }
    Type element = isList ? ((ListType) state).element() : state;
    Type part = isList && law.repetition().isEmpty() ? elementOfList(given, law) : given;
    boolean rate = law.kind().name().equals(words.rate());
    fit(
        law.value().orElseThrow(),
        rate && element instanceof QuantityType quantity ? quantity.over(Types.DURATION) : element,
        part,
        rate
            ? "the rate of change of " + name.name() + " is "
            : "the next value of " + name.name() + " is ",
        rate && Types.fits(element, part)
            ? "say in what time: divide it by a year, or by a time of the model"
            : "");
  }

  private Type elementOfList(Type given, Declaration law) {
    if (given instanceof ListType list) {
      return OperatorTypes.plain(list.element());
    }
    if (given != BasicType.UNKNOWN) {
      String name = law.name().orElseThrow().name();
      error(
          law.value().orElseThrow().span(),
          "E0431",
          name + " is a list of states, and this is " + given.describe(),
          "repeat the law: " + law.kind().name() + " " + name + "[k in ...] = ...");
    }
    return BasicType.UNKNOWN;
  }

  private void fit(Expression value, Type wanted, Type given, String what, String help) {
    if (wanted == BasicType.UNKNOWN || Types.fits(wanted, given)) {
      return;
    }
    checker.findings.add(
        Diagnostic.error("E0431", what + wanted.describe(), source, value.span())
            .withNote(given.describe())
            .withHelp(
                !help.isEmpty()
                    ? help
                    : given instanceof ListType
                        ? "for one element of a list write [k] behind its name"
                        : "give it that dimension: look at the units of each factor"));
  }

  private void event(WhenStatement event) {
    checker.expressions.expectTruth(event.condition(), body, "when");
    Set<String> set = new LinkedHashSet<>();
    if (event.body().statements().isEmpty()) {
      error(
          event.condition().span(),
          "E0437",
          "nothing happens at this event",
          "set a state: when ... { x = ... }");
    }
    for (Statement statement : event.body().statements()) {
      if (statement instanceof Definition assignment && assignment.role() == DefinitionRole.PLAIN) {
        assignment(assignment, set);
      } else if (!(statement instanceof InvalidStatement)) {
        error(
            statement.span(),
            "E0437",
            "an event sets states, and nothing else",
            "write name = value, with the name of a state");
      }
    }
  }

  private void assignment(Definition assignment, Set<String> set) {
    String name = assignment.name().name();
    Type given = OperatorTypes.plain(annotated(assignment.value(), assignment.type(), body, name));
    if (!states().contains(name)) {
      Diagnostic diagnostic =
          Diagnostic.error(
              "E0437",
              "an event sets states, and there is no state called " + name,
              source,
              assignment.name().span());
      for (String near : Spelling.closest(name, List.copyOf(states()), 1)) {
        diagnostic = diagnostic.withHelp("did you mean " + near + "?");
      }
      checker.findings.add(
          diagnostic.withHelp(
              "declare it: " + words.state() + " " + name + " = its value at the start"));
      return;
    }
    if (!set.add(name)) {
      error(
          assignment.name().span(),
          "E0437",
          name + " is set twice by one event",
          "keep one of the two");
    }
    fit(assignment.value(), type(name), given, "the state " + name + " is ", "");
  }

  private void mixed() {
    Declaration step = null;
    Declaration rate = null;
    for (Declaration law : laws.values()) {
      if (law.kind().name().equals(words.step())) {
        step = law;
      } else {
        rate = law;
      }
    }
    boolean inherited =
        base != null
            && ((step != null && base.hasLaw(words.rate()))
                || (rate != null && base.hasLaw(words.step())));
    if ((step != null && rate != null) || inherited) {
      Declaration at = step != null ? step : rate;
      Diagnostic diagnostic =
          Diagnostic.error(
              "E0435",
              "one " + member.kind().name() + " moves either continuously or in steps",
              source,
              at.kind().span());
      if (rate != null && rate != at) {
        diagnostic = diagnostic.withLabel(source, rate.kind().span(), "continuously");
      }
      checker.findings.add(
          diagnostic.withHelp(
              "put the states that move in steps into a "
                  + member.kind().name()
                  + " of their own; each may read the other's outcome"));
    }
  }

  /** States that no law and no event moves. */
  private void unmoved() {
    if (states().isEmpty() && !unread) {
      error(
          member.location().span(),
          "E0434",
          "nothing moves in " + member.name() + ": it has no state",
          "write " + words.state() + " x = ..., and " + words.rate() + " x = ...");
    }
    if (unread) {
      return;
    }
    for (Map.Entry<String, Declaration> state : states.entrySet()) {
      if (!isMoved(state.getKey())) {
        error(
            state.getValue().name().orElseThrow().span(),
            "E0434",
            "nothing moves " + state.getKey() + ": it has no law, and no event sets it",
            "give it a law: " + words.rate() + " " + state.getKey() + " = ...",
            "a value that stays is a helper: let " + state.getKey() + " = ..., or a param");
      }
    }
  }

  private boolean isMoved(String state) {
    if (laws.containsKey(state) || (base != null && base.isMoved(state))) {
      return true;
    }
    for (WhenStatement event : events) {
      for (Statement statement : event.body().statements()) {
        if (statement instanceof Definition set && set.name().name().equals(state)) {
          return true;
        }
      }
    }
    return false;
  }

  private void error(Span at, String code, String message, String... help) {
    checker.error(source, at, code, message, help);
  }
}
