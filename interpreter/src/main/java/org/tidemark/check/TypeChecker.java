package org.tidemark.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.limit.LimitReached;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.AssertStatement;
import org.tidemark.grammar.tree.CorrelateStatement;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.ExportStatement;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.ExpressionStatement;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.Parameter;
import org.tidemark.grammar.tree.PlotStatement;
import org.tidemark.grammar.tree.ShowItem;
import org.tidemark.grammar.tree.ShowStatement;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/**
 * Works out the type of every definition, each once and only after those that it needs, and reports
 * what does not fit. Parts of the work live in classes of their own: expressions, calls,
 * declarations, amending.
 */
final class TypeChecker {
  /** How many uses of functions inside functions are followed before the types are given up. */
  private static final int MOST_USES = 60;

  final Vocabulary vocabulary;
  final UnitReader units;
  final UnitTable unitTable;
  final Findings findings;

  /** What checking may cost; for what is asked later, somebody else's. */
  private volatile Allowance allowance;

  final ExpressionTypes expressions;
  final CallTypes calls;
  final DeclarationTypes declarations;
  final AmendTypes amends;
  final Lints lints;
  private final DeepStack stack = new DeepStack();
  private final Deque<Member> path = new ArrayDeque<>();
  private Map<Use, Type> uses = new HashMap<>();
  private Map<Use, Type> usesBefore;
  private int openUses;
  private Lambdas lambdas = new Lambdas();

  /** By the text that a call stands in, since the texts of questions and settings come and go. */
  private final Map<SourceText, Map<Span, Type>> promises =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final Map<Structure, Boolean> basesResolved = new IdentityHashMap<>();

  /** A function used with arguments of certain types. */
  private record Use(Object function, List<Type> arguments) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Use that
          && function == that.function
          && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(function) + arguments.hashCode();
    }
  }

  TypeChecker(Vocabulary vocabulary, UnitTable unitTable, Findings findings, Allowance allowance) {
    this.allowance = allowance;
    this.vocabulary = vocabulary;
    this.unitTable = unitTable;
    this.units = new UnitReader(unitTable);
    this.findings = findings;
    this.lints = new Lints(this);
    this.expressions = new ExpressionTypes(this);
    this.calls = new CallTypes(this);
    this.declarations = new DeclarationTypes(this);
    this.amends = new AmendTypes(this);
  }

  /**
   * What is wrong with an override from outside. Types know the checker that found them, so this is
   * the same one, used by one thread at a time. Nothing of it is remembered, so that the same
   * override is told the same the next time.
   */
  List<Diagnostic> checkOverride(
      Structure main,
      org.tidemark.grammar.tree.Override override,
      SourceText text,
      Allowance cost) {
    return forgetting(
        cost,
        () -> {
          int mark = findings.mark();
          // the value stands in a text of its own but sees the script's names
          Scope scope = main.scope().readingFrom(text);
          Type value = expressions.infer(override.value(), scope);
          amends.check(new ModelType(main), override, 0, value, scope);
          checkUnapplied();
          return findings.since(mark);
        });
  }

  /** What is wrong with an expression at a place of the program; nothing of it is remembered. */
  List<Diagnostic> checkInPassing(Expression expression, Scope scope) {
    return forgetting(
        () -> {
          int mark = findings.mark();
          expressions.infer(expression, scope);
          checkUnapplied();
          return findings.since(mark);
        });
  }

  /** The type of a question that stands in a text of its own, and what is wrong with it. */
  OverrideCheck.Asked question(
      Structure main, Expression expression, SourceText text, Allowance cost) {
    return forgetting(
        cost,
        () -> {
          int mark = findings.mark();
          Type type = expressions.infer(expression, main.scope().readingFrom(text));
          if (type instanceof FunctionType function) {
            checkLambdaAsDeclared(function);
          }
          checkUnapplied();
          return new OverrideCheck.Asked(type, findings.since(mark));
        });
  }

  /** The type of what something gives for values of some types, and what is wrong with that. */
  OverrideCheck.Asked applied(Type called, List<Type> arguments, SourceText text, Allowance cost) {
    return forgetting(
        cost,
        () -> {
          int mark = findings.mark();
          Span all = new Span(0, text.text().length());
          Type type = calls.applied(called, arguments, text, all);
          checkUnapplied();
          return new OverrideCheck.Asked(type, findings.since(mark));
        });
  }

  /** The type of an expression of a script that has been checked; reports nothing again. */
  Type typeAsChecked(Structure main, Expression expression) {
    return forgetting(() -> expressions.infer(expression, main.scope()));
  }

  /**
   * Does something of which nothing is to be remembered afterwards: neither findings nor the uses
   * of functions nor declarations.
   */
  <T> T forgetting(Supplier<T> work) {
    return forgetting(allowance, work);
  }

  /**
   * The same within what may be spent.
   *
   * @throws LimitReached where it takes more
   */
  private synchronized <T> T forgetting(Allowance cost, Supplier<T> work) {
    int mark = findings.mark();
    Allowance allowanceBefore = allowance;
    allowance = cost;
    usesBefore = uses;
    uses = new HashMap<>();
    Lambdas lambdasBefore = lambdas;
    lambdas = new Lambdas();
    declarations.startTrial();
    try {
      return work.get();
    } finally {
      openUses = 0;
      path.clear();
      expressions.watch(null);
      declarations.endTrial();
      uses = usesBefore;
      usesBefore = null;
      lambdas = lambdasBefore;
      allowance = allowanceBefore;
      findings.forget(mark);
    }
  }

  /** One more expression is looked at. */
  void step(Expression expression, Scope scope) {
    if (allowance == Allowance.FREE) {
      return;
    }
    try {
      allowance.step();
    } catch (LimitReached reached) {
      throw reached.at(new Location(scope.source(), expression.span()));
    }
  }

  /** The script has been checked; whoever asks on is trusted unless they say otherwise. */
  void checked() {
    allowance = Allowance.FREE;
  }

  /** Checks everything in a structure and what is nested in it. */
  void check(Structure structure) {
    resolveBase(structure);
    for (Member member : structure.ownMembers().values()) {
      type(member);
    }
    for (Member member : structure.ownMembers().values()) {
      AnnotationCheck.check(member, findings);
      if (member.sort() == Member.Sort.FUNCTION) {
        checkFunctionAsDeclared(member);
      } else if (member.sort() == Member.Sort.MODEL) {
        check(member.structure());
      } else if (member.type() instanceof FunctionType function && function.arity() >= 0) {
        checkLambdaAsDeclared(function);
      }
    }
    ExportTypes exports = null;
    for (Statement action : structure.actions()) {
      if (action instanceof ExportStatement export) {
        exports = exports == null ? new ExportTypes(this, structure) : exports;
        exports.check(export);
      } else {
        checkAction(structure, action);
      }
    }
    for (CorrelateStatement correlation : structure.correlations()) {
      CorrelationCheck.check(correlation, structure, this);
    }
  }

  void checkAction(Structure structure, Statement action) {
    Scope scope = structure.scope();
    if (action instanceof ShowStatement show) {
      for (ShowItem item : show.items()) {
        expressions.infer(item.value(), scope);
      }
    } else if (action instanceof ExpressionStatement bare) {
      expressions.infer(bare.expression(), scope);
    } else if (action instanceof PlotStatement plot) {
      PlotTypes.check(this, plot, scope);
    } else if (action instanceof AssertStatement claim) {
      expressions.expectTruth(claim.condition(), scope, "assert");
      claim.message().ifPresent(message -> expressions.infer(message, scope));
    } else if (action instanceof Declaration test && structure.test(test) != null) {
      check(structure.test(test));
    }
  }

  // ---- members

  /** The type of a member, worked out when it is first asked for. */
  Type type(Member member) {
    if (member.type != null) {
      return member.type;
    }
    if (member.inProgress) {
      reportCycle(member);
      return BasicType.UNKNOWN;
    }
    member.inProgress = true;
    path.push(member);
    try {
      Type type = stack.level(() -> workOut(member));
      if (member.type == null) {
        member.type = type;
      }
      return member.type;
    } finally {
      path.pop();
      member.inProgress = false;
    }
  }

  private Type workOut(Member member) {
    return switch (member.sort()) {
      case DEFINITION -> definition(member);
      case DECLARATION -> declarations.type(member);
      case MODEL -> {
        resolveBase(member.structure());
        yield new ModelType(member.structure());
      }
      case MODULE -> new ModelType(member.structure());
      case FUNCTION -> new DeclaredFunction(member);
      case INVALID -> BasicType.UNKNOWN;
    };
  }

  private Type definition(Member member) {
    Definition definition = member.definition();
    Scope scope = member.owner().scope();
    Type type = expressions.infer(definition.value(), scope);
    if (definition.type().isPresent()) {
      Type wanted = units.type(definition.type().get(), member.source(), findings);
      type =
          expressions
              .ranges()
              .annotated(
                  wanted, type, definition.value(), scope, definition.type().get(), member.name());
    }
    if (type == BasicType.MISSING && Annotations.observed(member.annotations()).isPresent()) {
      // it will have a value, and without a unit that is a number
      type = QuantityType.PURE;
    }
    Type finalType = type;
    definition
        .bounds()
        .ifPresent(bounds -> expressions.ranges().bounds(bounds, definition, finalType, scope));
    lints.definition(member, type);
    return type;
  }

  private void reportCycle(Member again) {
    List<Member> loop = new ArrayList<>();
    for (Iterator<Member> it = path.iterator(); it.hasNext(); ) {
      Member at = it.next();
      loop.add(0, at);
      if (at == again) {
        break;
      }
    }
    StringBuilder words = new StringBuilder();
    // a long loop is named by its ends
    int shown = 0;
    for (Member at : loop) {
      if (shown++ < 8 || at == loop.get(loop.size() - 1)) {
        words.append(at.name()).append(" → ");
      } else if (shown == 10) {
        words.append("… → ");
      }
    }
    words.append(again.name());
    boolean models = loop.stream().allMatch(at -> at.sort() == Member.Sort.MODEL);
    Diagnostic diagnostic =
        Diagnostic.error(
            "E0203",
            (models ? "these models extend each other: " : "these definitions need each other: ")
                + words,
            again.source(),
            again.location().span());
    for (Member at : loop.subList(Math.min(1, loop.size()), Math.min(6, loop.size()))) {
      diagnostic = diagnostic.withLabel(at.source(), at.location().span(), "part of the loop");
    }
    findings.add(
        diagnostic.withHelp(
            models
                ? "break the circle of extends"
                : "give one of them a value that does not depend on the others"));
    for (Member at : loop) {
      at.type = BasicType.UNKNOWN;
    }
  }

  // ---- models

  /** Finds out what a model extends, so that its names are known. */
  void resolveBase(Structure structure) {
    if (structure.baseExpression().isEmpty() || structure.base().isPresent()) {
      return;
    }
    Boolean done = basesResolved.put(structure, Boolean.FALSE);
    if (done != null) {
      if (!done) {
        findings.add(
            Diagnostic.error(
                    "E0203",
                    "the model " + structure.name() + " extends itself",
                    structure.source(),
                    structure.baseExpression().get().span())
                .withHelp("break the circle of extends"));
      }
      return;
    }
    Scope enclosing = structure.scope().parent().orElseThrow();
    Expression expression = structure.baseExpression().get();
    Type base = expressions.infer(expression, enclosing);
    if (base instanceof ModelType model) {
      if (model.structure().isA(structure)) {
        findings.add(
            Diagnostic.error(
                    "E0203",
                    "the model " + structure.name() + " extends itself",
                    structure.source(),
                    expression.span())
                .withHelp("break the circle of extends"));
      } else {
        resolveBase(model.structure());
        structure.setBase(model.structure());
        for (Member member : structure.ownMembers().values()) {
          model.structure().member(member.name()).ifPresent(old -> checkRedefined(member, old));
        }
      }
    } else if (base != BasicType.UNKNOWN) {
      findings.add(
          Diagnostic.error(
                  "E0216",
                  "a model extends a model, and this is " + base.describe(),
                  structure.source(),
                  expression.span())
              .withHelp("name a model declared with model Name { ... }"));
    }
    basesResolved.put(structure, Boolean.TRUE);
  }

  private void checkRedefined(Member member, Member old) {
    if (member.sort() == Member.Sort.FUNCTION || old.sort() == Member.Sort.FUNCTION) {
      checkSignature(member, old);
      return;
    }
    Type was = type(old);
    Type is = type(member);
    if (!Types.fits(was, is)) {
      findings.add(
          Diagnostic.error(
                  "E0207",
                  member.name() + " keeps its dimension when a model is extended",
                  member.source(),
                  member.location().span())
              .withNote("here " + is.describe())
              .withLabel(old.source(), old.location().span(), was.describe())
              .withHelp(RangeTypes.mismatchHelp(was, is)));
    }
  }

  /** Signatures are constant: whoever calls a function goes by its parameters. */
  private void checkSignature(Member member, Member old) {
    boolean same =
        member.sort() == old.sort()
            && signature(member.function()).equals(signature(old.function()));
    if (!same) {
      findings.add(
          Diagnostic.error(
                  "E0207",
                  "the function "
                      + member.name()
                      + " keeps its parameters when a model is extended",
                  member.source(),
                  member.location().span())
              .withLabel(old.source(), old.location().span(), "declared here")
              .withHelp("give it the same parameters and units, or another name"));
    }
  }

  private static String signature(FunctionDeclaration function) {
    StringBuilder text = new StringBuilder();
    for (Parameter parameter : function.parameters()) {
      text.append(parameter.name().name()).append(' ');
    }
    return text.toString();
  }

  // ---- functions

  /** A function of the script; its result is worked out for each use. */
  final class DeclaredFunction implements FunctionType {
    private final Member member;

    DeclaredFunction(Member member) {
      this.member = member;
    }

    Member member() {
      return member;
    }

    @Override
    public Type apply(List<Type> arguments) {
      return use(member, arguments, () -> body(arguments));
    }

    private Type body(List<Type> arguments) {
      FunctionDeclaration function = member.function();
      if (function.foreignFile().isPresent()) {
        return ForeignTypes.result(member, TypeChecker.this);
      }
      Scope scope = member.owner().scope().local();
      for (int i = 0; i < function.parameters().size(); i++) {
        Type declared = parameterType(function.parameters().get(i));
        Type given = i < arguments.size() ? arguments.get(i) : BasicType.UNKNOWN;
        scope.define(
            function.parameters().get(i).name().name(),
            declared == BasicType.UNKNOWN ? given : declared);
      }
      Expression body = function.body().orElseThrow();
      Type result = expressions.infer(body, scope);
      if (function.result().isPresent()) {
        Type wanted = units.type(function.result().get(), member.source(), findings);
        return expressions
            .ranges()
            .annotated(
                wanted,
                result,
                body,
                scope,
                function.result().get(),
                "the result of " + member.name());
      }
      return result;
    }

    Type parameterType(Parameter parameter) {
      return parameter
          .type()
          .map(type -> units.type(type, member.source(), findings))
          .orElse(BasicType.UNKNOWN);
    }

    @Override
    public int arity() {
      return member.function().parameters().size();
    }

    @Override
    public Type parameter(int index) {
      return parameterType(member.function().parameters().get(index));
    }

    @Override
    public int required() {
      List<Parameter> parameters = member.function().parameters();
      int required = parameters.size();
      while (required > 0 && parameters.get(required - 1).defaultValue().isPresent()) {
        required--;
      }
      return required;
    }

    @Override
    public String describe() {
      return "the function " + member.name();
    }
  }

  /** Follows one use of a function, each combination of argument types once. */
  Type use(Object function, List<Type> arguments, Supplier<Type> body) {
    Use use = new Use(function, List.copyOf(arguments));
    Type known = uses.get(use);
    if (known == null && usesBefore != null) {
      known = usesBefore.get(use);
    }
    if (known != null) {
      return known;
    }
    if (openUses > MOST_USES) {
      return BasicType.UNKNOWN;
    }
    // a recursive use of the same types knows nothing yet; another branch will tell
    uses.put(use, BasicType.UNKNOWN);
    openUses++;
    try {
      Type result = stack.level(body);
      uses.put(use, result);
      return result;
    } finally {
      openUses--;
    }
  }

  void checkFunctionAsDeclared(Member member) {
    FunctionDeclaration function = member.function();
    if (function.foreignFile().isPresent()) {
      ForeignTypes.check(member, this);
    }
    DeclaredFunction type = (DeclaredFunction) type(member);
    List<Type> arguments = new ArrayList<>();
    Map<String, Span> names = new LinkedHashMap<>();
    for (Parameter parameter : function.parameters()) {
      Type declared = type.parameterType(parameter);
      arguments.add(declared);
      if (names.put(parameter.name().name(), parameter.span()) != null) {
        findings.add(
            Diagnostic.error(
                    "E0202",
                    "two parameters are called " + parameter.name().name(),
                    member.source(),
                    parameter.name().span())
                .withHelp("rename one"));
      }
      parameter
          .defaultValue()
          .ifPresent(
              value -> {
                Type given = expressions.infer(value, member.owner().scope());
                parameter
                    .type()
                    .ifPresent(
                        annotation ->
                            expressions
                                .ranges()
                                .annotated(
                                    declared,
                                    given,
                                    value,
                                    member.owner().scope(),
                                    annotation,
                                    parameter.name().name()));
              });
    }
    type.apply(arguments);
  }

  void checkLambdaAsDeclared(FunctionType function) {
    if (function instanceof ExpressionTypes.LambdaType) {
      List<Type> arguments = new ArrayList<>();
      for (int i = 0; i < function.arity(); i++) {
        arguments.add(BasicType.UNKNOWN);
      }
      function.apply(arguments);
    }
  }

  /** The lambdas that have been come upon. */
  Lambdas lambdas() {
    return lambdas;
  }

  /** Looks into the lambdas that nothing applies. */
  void checkUnapplied() {
    FunctionType next = lambdas.nextUnapplied();
    while (next != null) {
      checkLambdaAsDeclared(next);
      next = lambdas.nextUnapplied();
    }
  }

  // ---- shared by the parts

  void error(SourceText source, Span span, String code, String message, String... help) {
    Diagnostic diagnostic = Diagnostic.error(code, message, source, span);
    for (String way : help) {
      diagnostic = diagnostic.withHelp(way);
    }
    findings.add(diagnostic);
  }

  void warning(SourceText source, Span span, String code, String message, String... help) {
    Diagnostic diagnostic = Diagnostic.warning(code, message, source, span);
    for (String way : help) {
      diagnostic = diagnostic.withHelp(way);
    }
    findings.add(diagnostic);
  }

  /** The type of a member of something; absent, and reported, where there is none. */
  Optional<Type> memberOf(Structure structure, String name) {
    return structure.member(name).map(this::type);
  }

  // ---- promises

  /** Keeps the type that a function of a plugin says of a call. */
  void promise(Location call, Type type) {
    promises
        .computeIfAbsent(call.source(), text -> new ConcurrentHashMap<>())
        .merge(call.span(), type, TypeChecker::either);
  }

  /** Calls in functions are checked once for each sort of argument. */
  private static Type either(Type before, Type now) {
    boolean alike =
        before.equals(now)
            || before instanceof ObjectType a
                && now instanceof ObjectType b
                && a.name().equals(b.name());
    return alike ? before : BasicType.UNKNOWN;
  }

  /**
   * The type that a function of a plugin said of a call; unknown where it said none, or several.
   */
  Type promised(Location call) {
    return promises
        .getOrDefault(call.source(), Map.of())
        .getOrDefault(call.span(), BasicType.UNKNOWN);
  }
}
