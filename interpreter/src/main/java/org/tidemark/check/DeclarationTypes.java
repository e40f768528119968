package org.tidemark.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.check.plugin.Blame;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.BinaryOperation;
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
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.Spelling;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.RunningCheck;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The types of declarations of plugins' kinds: schemas, headers, what extends what. */
final class DeclarationTypes {
  private final TypeChecker checker;
  private final Map<ObjectType, Declared> kept = new IdentityHashMap<>();
  private Map<ObjectType, Declared> tried;

  DeclarationTypes(TypeChecker checker) {
    this.checker = checker;
  }

  /** What is known of one declaration. */
  private record Declared(
      Member member, Kind kind, Map<String, Type> fields, RunningTypes running) {
    /** What an override of a name keeps: the type of a field, or of a state's initial value. */
    Type kept(String name) {
      return running != null && running.states().contains(name)
          ? running.type(name)
          : fields.getOrDefault(name, BasicType.UNKNOWN);
    }

    boolean isState(String name) {
      return running != null && running.states().contains(name);
    }
  }

  /** Declarations from here on are known until {@link #endTrial} only. */
  void startTrial() {
    tried = new IdentityHashMap<>();
  }

  void endTrial() {
    tried = null;
  }

  private Declared declared(ObjectType object) {
    Declared known = tried == null ? null : tried.get(object);
    return known == null ? kept.get(object) : known;
  }

  // ---- questions of the other parts

  /** The type of a field that a declaration sets. */
  Optional<Type> field(ObjectType object, String name) {
    Declared known = declared(object);
    return known == null ? Optional.empty() : Optional.ofNullable(known.fields.get(name));
  }

  /** The fields of a declaration's kind. */
  Set<String> fieldNames(ObjectType object) {
    Declared known = declared(object);
    Set<String> names = new LinkedHashSet<>();
    if (known != null) {
      known.kind.fields().forEach(field -> names.add(field.name()));
      if (known.running != null) {
        names.addAll(known.running.states());
      }
    }
    return names;
  }

  boolean isSet(ObjectType object, String field) {
    Declared known = declared(object);
    return known != null && (known.fields.containsKey(field) || known.isState(field));
  }

  /** The type that an override of a field keeps; unknown where the field is not set so far. */
  Optional<Type> amendable(ObjectType object, String field) {
    Declared known = declared(object);
    if (known == null || (spec(known.kind, field).isEmpty() && !known.isState(field))) {
      return Optional.empty();
    }
    return Optional.of(known.kept(field));
  }

  /** What a field of a declaration takes, in words. */
  String words(ObjectType object, String field) {
    return spec(declared(object).kind, field).orElseThrow().accept().words();
  }

  boolean accepts(ObjectType object, String field, Type value) {
    Declared known = declared(object);
    return known != null
        && spec(known.kind, field).filter(f -> f.accept().accepts(value)).isPresent();
  }

  private static Optional<FieldSpec> spec(Kind kind, String field) {
    for (FieldSpec spec : kind.fields()) {
      if (spec.name().equals(field)) {
        return Optional.of(spec);
      }
    }
    return Optional.empty();
  }

  // ---- one declaration

  Type type(Member member) {
    Declaration declaration = member.declaration();
    Scope scope = member.owner().scope().local();
    declaration.repetition().ifPresent(repetition -> repeat(member, repetition, scope));
    int clock = scope.defineClock(member.kind().clock());
    int calendar = scope.defineCalendar(member.kind().calendar());
    Work work = new Work(member, scope, clock, calendar);
    work.header();
    work.base();
    work.run();
    work.statements();
    work.required();
    Type type = work.broken ? BasicType.UNKNOWN : said(member, work);
    if (type instanceof ObjectType object) {
      (tried == null ? kept : tried)
          .put(object, new Declared(member, member.kind(), work.types, work.body));
    }
    Type whole = declaration.repetition().isPresent() ? new ListType(type) : type;
    if (work.body != null) {
      // known from here on: reading a state of something that runs is not a cycle
      member.type = whole;
      work.along();
      work.body.check();
    }
    return whole;
  }

  /** The type that the kind says; where a plugin fails to, it is named. */
  private Type said(Member member, Work work) {
    Kind kind = member.kind();
    try {
      Type type = kind.check(work);
      if (type != null) {
        return type;
      }
      return broken(member, "E0745", Blame.owner(kind).orElse(kind.name()), " to say a type");
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failed) {
      Optional<String> plugin = Blame.of(failed, kind);
      if (plugin.isEmpty()) {
        throw failed;
      }
      return broken(member, "E0744", plugin.get(), ": ".concat(Blame.words(failed)));
    }
  }

  private Type broken(Member member, String code, String plugin, String how) {
    checker.error(
        member.source(),
        member.declaration().kind().span(),
        code,
        "the plugin " + plugin + " failed in " + member.kind().name() + how,
        "this is a mistake in the plugin, not in the script; tell its makers");
    return BasicType.UNKNOWN;
  }

  private void repeat(Member member, Repetition repetition, Scope scope) {
    if (!member.kind().header().repeatable()) {
      checker.error(
          member.source(),
          repetition.span(),
          "E0407",
          "a " + member.kind().name() + " is not repeated",
          "declare each by itself");
    }
    Type source = checker.expressions.infer(repetition.source(), member.owner().scope());
    if (repetition.variable().isPresent()) {
      scope.define(
          repetition.variable().get().name(),
          checker.expressions.elementOf(source, repetition.source(), scope));
    } else if (!Types.fits(QuantityType.PURE, source)) {
      checker.error(
          member.source(),
          repetition.source().span(),
          "E0407",
          "a number of repetitions is a pure number, and this is " + source.describe(),
          source instanceof ListType || source instanceof IntervalType
              ? "to take one for each element write [k in list]"
              : "write for example [5]");
    }
  }

  /** Collects the fields of one declaration and answers the kind's questions about them. */
  private final class Work implements DeclarationCheck {
    private final Member member;
    private final Declaration declaration;
    private final Kind kind;
    private final Kind.Header header;
    private final Scope scope;
    private final int clock;
    private final int calendar;
    private final SourceText source;
    private final Map<String, Expression> written = new LinkedHashMap<>();
    private final Map<String, Span> places = new LinkedHashMap<>();
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final List<ObjectType> running = new ArrayList<>();
    private Type left = BasicType.UNKNOWN;
    private Type right = BasicType.UNKNOWN;
    private Type target = BasicType.UNKNOWN;
    private final Set<String> unread = new LinkedHashSet<>();
    private boolean broken;
    private RunningTypes inherited;
    private RunningTypes body;

    Work(Member member, Scope scope, int clock, int calendar) {
      this.member = member;
      this.declaration = member.declaration();
      this.kind = member.kind();
      this.header = kind.header();
      this.scope = scope;
      this.clock = clock;
      this.calendar = calendar;
      this.source = member.source();
    }

    // ---- header

    void header() {
      headerValue();
      headerTarget();
      headerComparison();
      declaration
          .title()
          .ifPresent(
              title -> {
                if (header.title().isEmpty()) {
                  refuse(title.span(), "a title", "write it as a comment with ///");
                } else {
                  types.put(header.title().get(), BasicType.TEXT);
                }
              });
      if (declaration.body().isPresent() && !header.body()) {
        refuse(declaration.body().get().span(), "a body between braces", usage());
      }
      if (declaration.base().isPresent() && !header.body()) {
        refuse(declaration.base().get().span(), "extends", usage());
      }
      if (declaration.type().isPresent() && header.value().isEmpty()) {
        refuse(declaration.type().get().span(), "a type", usage());
      }
      if (declaration.bounds().isPresent()) {
        refuse(
            declaration.bounds().get().span(),
            "bounds",
            "bound a param, and use that: param x = ... in a..b");
      }
    }

    private void headerValue() {
      if (declaration.value().isPresent()) {
        if (header.value().isEmpty()) {
          refuse(declaration.value().get().span(), "= and a value", usage());
        } else {
          field(header.value().get(), declaration.value().get(), declaration.type(), scope);
        }
      } else if (header.value().isPresent() && declaration.body().isEmpty()) {
        broken = true;
        checker.error(
            source,
            member.location().span(),
            "E0405",
            "a " + kind.name() + " needs = and a value",
            usage());
      }
    }

    private void headerTarget() {
      if (declaration.target().isPresent()) {
        if (!header.target()) {
          refuse(declaration.target().get().span(), "on", usage());
          return;
        }
        Expression path = declaration.target().get();
        target = checker.expressions.infer(path, scope);
        List<String> names = MultiplierTarget.path(path);
        if (target == BasicType.UNKNOWN) {
          broken = true;
        } else if (!isOwn(names)) {
          broken = true;
          checker.error(
              source,
              path.span(),
              "E0406",
              "a " + kind.name() + " works on something of the model that it stands in",
              "name a definition, or a field that is set, as in inference.demand",
              "to reach into another model, declare it there");
        }
      } else if (header.target()) {
        broken = true;
        checker.error(
            source,
            member.location().span(),
            "E0405",
            "a " + kind.name() + " names what it works on",
            usage());
      }
    }

    /**
     * Whether a path is a definition of this model, or a field that one of its declarations sets.
     */
    private boolean isOwn(List<String> names) {
      Optional<Member> first =
          names.isEmpty() ? Optional.empty() : member.owner().member(names.get(0));
      if (first.isEmpty() || names.size() > 2) {
        return false;
      }
      return names.size() == 1
          || (first.get().sort() == Member.Sort.DECLARATION
              && checker.type(first.get()) instanceof ObjectType object
              && checker.declarations.field(object, names.get(1)).isPresent());
    }

    private void headerComparison() {
      if (declaration.condition().isEmpty()) {
        boolean otherForm =
            declaration.value().isPresent() || (declaration.body().isPresent() && !header.body());
        if (header.comparison() && !otherForm) {
          broken = true;
          checker.error(
              source,
              member.location().span(),
              "E0405",
              "a " + kind.name() + " needs when and a comparison",
              usage());
        }
        return;
      }
      Expression condition = declaration.condition().get();
      if (!header.comparison()) {
        refuse(condition.span(), "when", usage());
        return;
      }
      if (!(condition instanceof BinaryOperation comparison) || !isInequality(comparison)) {
        broken = true;
        checker.error(
            source,
            condition.span(),
            "E0405",
            "a " + kind.name() + " compares two sides with <= or >=",
            usage());
        return;
      }
      left = side(comparison.left());
      right = side(comparison.right());
      if (left == BasicType.UNKNOWN || right == BasicType.UNKNOWN) {
        broken = true;
        return;
      }
      Type l = runningQuantity(left);
      Type r = runningQuantity(right);
      if (!Types.fits(l, r)) {
        broken = true;
        checker.findings.add(
            Diagnostic.error(
                    "E0302",
                    "cannot compare " + l.describe() + " and " + r.describe(),
                    source,
                    comparison.operatorSpan())
                .withLabel(source, comparison.left().span(), l.describe())
                .withLabel(source, comparison.right().span(), r.describe())
                .withHelp("give the threshold the dimension of what is compared with it"));
      }
    }

    private Type side(Expression expression) {
      Scope inside = scope.running(running);
      Type raw = checker.expressions.inferTarget(expression, inside);
      if (raw instanceof ObjectType object && object.running().isPresent()) {
        running.add(object);
        return object;
      }
      return raw;
    }

    private static Type runningQuantity(Type type) {
      return type instanceof ObjectType object && object.running().isPresent()
          ? object.running().get()
          : OperatorTypes.plain(type);
    }

    private static boolean isInequality(BinaryOperation operation) {
      return switch (operation.operator()) {
        case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
        default -> false;
      };
    }

    private void refuse(Span at, String what, String help) {
      broken = true;
      checker.error(source, at, "E0405", "a " + kind.name() + " does not take " + what, help);
    }

    private String usage() {
      StringBuilder text = new StringBuilder("write ").append(kind.name()).append(" name");
      if (header.target()) {
        text.append(" on path");
      }
      if (header.comparison()) {
        text.append(" when curve <= threshold");
      }
      if (header.value().isPresent()) {
        text.append(" = ...");
      } else if (header.body()) {
        text.append(" { ... }");
      }
      return text.toString();
    }

    // ---- extends and body

    void base() {
      if (declaration.base().isEmpty() || !header.body()) {
        return;
      }
      Expression expression = declaration.base().get();
      Type type = checker.expressions.inferTarget(expression, scope);
      boolean repeated = type instanceof ListType;
      if (type instanceof ListType list) {
        type = list.element();
      }
      if (type == BasicType.UNKNOWN) {
        broken = true;
        return;
      }
      Declared known = type instanceof ObjectType object ? declared(object) : null;
      if (known == null || known.kind != kind) {
        broken = true;
        checker.error(
            source,
            expression.span(),
            "E0216",
            "a " + kind.name() + " extends a " + kind.name() + ", and this is " + type.describe(),
            "name a declaration that starts with " + kind.name());
        return;
      }
      boolean perElement =
          known
              .member
              .declaration()
              .repetition()
              .filter(repetition -> repetition.variable().isPresent())
              .isPresent();
      if (perElement && repeated) {
        broken = true;
        checker.error(
            source,
            expression.span(),
            "E0216",
            "the " + kind.name() + "s " + known.member.name() + " differ, so one is to be named",
            "extend one of them: " + source.text(expression.span()) + "[0]");
        return;
      }
      types.putAll(known.fields);
      inherited = known.running;
    }

    // ---- a body that runs

    void run() {
      if (kind.running().isPresent()) {
        Set<String> names = new LinkedHashSet<>();
        kind.fields().forEach(field -> names.add(field.name()));
        body = new RunningTypes(checker, member, scope, inherited, names);
      }
    }

    /** The fields that are read as the body runs. */
    void along() {
      for (Statement statement : declaration.body().map(b -> b.statements()).orElse(List.of())) {
        if (statement instanceof Definition definition
            && definition.role() != DefinitionRole.LET
            && isAlong(definition.name().name())
            && !written.containsKey(definition.name().name())) {
          field(definition.name().name(), definition.value(), definition.type(), body.scope());
        }
      }
    }

    private boolean isAlong(String field) {
      return body != null && kind.running().orElseThrow().along().contains(field);
    }

    /** Whether it belongs to the part of a body that runs, which is checked by itself. */
    private boolean isRunning(Statement statement) {
      return body != null
          && (statement instanceof WhenStatement
              || (statement instanceof Definition let && let.role() == DefinitionRole.LET)
              || (statement instanceof Declaration part
                  && kind.running().orElseThrow().isOne(part.kind().name())));
    }

    void statements() {
      if (declaration.body().isEmpty() || !header.body()) {
        return;
      }
      Set<String> own = new LinkedHashSet<>();
      for (Statement statement : declaration.body().get().statements()) {
        if (isRunning(statement)) {
          continue;
        }
        if (statement instanceof Definition definition) {
          if (definition.role() == DefinitionRole.LET) {
            scope.define(
                definition.name().name(), checker.expressions.infer(definition.value(), scope));
          } else {
            bodyField(definition, own);
          }
        } else if (statement instanceof InvalidStatement invalid) {
          // it may have been the field that is missing now
          broken = true;
          unread.add(invalid.name().map(Identifier::name).orElse("*"));
        } else {
          checker.error(
              source,
              statement.span(),
              "E0401",
              body == null
                  ? "a " + kind.name() + " holds fields and helpers only"
                  : "a " + kind.name() + " holds fields, helpers, states, laws and events only",
              "a field is written name = value, a helper let name = value");
        }
      }
    }

    private void bodyField(Definition definition, Set<String> own) {
      String name = definition.name().name();
      Optional<FieldSpec> spec = spec(kind, name);
      if (spec.isEmpty()) {
        Diagnostic diagnostic =
            Diagnostic.error(
                "E0401",
                "a " + kind.name() + " has no field called " + name,
                source,
                definition.name().span());
        List<String> names = kind.fields().stream().map(FieldSpec::name).toList();
        for (String near : Spelling.closest(name, names, 1)) {
          diagnostic = diagnostic.withHelp("did you mean " + near + "?");
        }
        checker.findings.add(
            diagnostic
                .withHelp("its fields are " + String.join(", ", names))
                .withHelp(
                    body != null && body.states().contains(name)
                        ? "a state starts with "
                            + kind.running().orElseThrow().state()
                            + " "
                            + name
                            + " = ..., and is set again by an event: when ... { "
                            + name
                            + " = ... }"
                        : "a helper is written let " + name + " = ..."));
        // a helper without let, or a field that is meant by the wrong name
        scope.define(name, checker.expressions.infer(definition.value(), scope));
        unread.addAll(Spelling.closest(name, names, 1));
        return;
      }
      if (!own.add(name) || written.containsKey(name)) {
        checker.findings.add(
            Diagnostic.error("E0403", name + " is set twice", source, definition.name().span())
                .withNote("set again here")
                .withLabel(source, places.get(name), "first set here")
                .withHelp("keep one of the two"));
        return;
      }
      places.put(name, definition.name().span());
      if (isAlong(name)) {
        types.put(name, BasicType.UNKNOWN);
      } else {
        field(name, definition.value(), definition.type(), scope);
      }
    }

    private void field(
        String name, Expression value, Optional<TypeExpression> annotation, Scope where) {
      FieldSpec spec = spec(kind, name).orElseThrow();
      Type type = checker.expressions.infer(value, where);
      if (annotation.isPresent()) {
        Type wanted = checker.units.type(annotation.get(), source, checker.findings);
        type =
            checker
                .expressions
                .ranges()
                .annotated(wanted, type, value, where, annotation.get(), name);
      }
      written.put(name, value);
      places.putIfAbsent(name, value.span());
      if (!spec.accept().accepts(type)) {
        broken = true;
        Diagnostic diagnostic =
            Diagnostic.error(
                    "E0404",
                    (header.value().filter(name::equals).isPresent()
                            ? "the value of " + member.name()
                            : "the field " + name + " of a " + kind.name())
                        + " is "
                        + spec.accept().words(),
                    source,
                    value.span())
                .withNote(type.describe());
        String flow = flowHelp(spec, type);
        checker.findings.add(
            diagnostic.withHelp(
                !flow.isEmpty()
                    ? flow
                    : header.value().filter(name::equals).isPresent()
                        ? spec.doc()
                        : name + ": " + spec.doc()));
        type = BasicType.UNKNOWN;
      }
      types.put(name, type);
      checker.lints.field(kind, spec, value, type, source);
    }

    /** A stock where a flow belongs, and the reverse, told by asking what would be accepted. */
    private static String flowHelp(FieldSpec spec, Type type) {
      Optional<QuantityType> given = Types.quantity(type);
      if (given.isEmpty() || given.get().isZero() || given.get().isPure()) {
        return "";
      }
      if (spec.accept().accepts(given.get().over(Types.DURATION))) {
        return "this is a stock and a flow belongs here: divide it by a time, as in 40 EB/year";
      }
      if (spec.accept().accepts(given.get().times(Types.DURATION))) {
        return "this is a flow and a stock belongs here: multiply it by a time, or divide it by"
            + " the discount rate for a present value";
      }
      return "";
    }

    void required() {
      if (header.value().isPresent() && declaration.value().isEmpty() && broken) {
        return;
      }
      broken |= !RequiredFields.check(kind, this, this::isUnread);
    }

    /** Whether it may be set in what could not be read. */
    private boolean isUnread(String field) {
      return unread.contains("*") || unread.contains(field);
    }

    // ---- what the kind asks

    @java.lang.Override
    public String name() {
      return member.name();
    }

    @java.lang.Override
    public boolean has(String field) {
      return types.containsKey(field);
    }

    @java.lang.Override
    public Type type(String field) {
      return types.getOrDefault(field, BasicType.UNKNOWN);
    }

    @java.lang.Override
    public QuantityType quantity(String field) {
      return Types.quantity(type(field)).orElse(QuantityType.ZERO);
    }

    @java.lang.Override
    public Optional<Double> constant(String field) {
      return Optional.ofNullable(written.get(field))
          .flatMap(e -> Literals.quantity(e, checker.units))
          .map(Quantity::magnitude);
    }

    @java.lang.Override
    public Optional<Double> constantDate(String field) {
      return Optional.ofNullable(written.get(field)).flatMap(Literals::date);
    }

    @java.lang.Override
    public Type target() {
      return target;
    }

    @java.lang.Override
    public Type left() {
      return left;
    }

    @java.lang.Override
    public Type right() {
      return right;
    }

    @java.lang.Override
    public boolean readsClock() {
      return clock >= 0 && scope.isRead(clock);
    }

    @java.lang.Override
    public boolean readsCalendar() {
      return calendar >= 0 && scope.isRead(calendar);
    }

    @java.lang.Override
    public String operator() {
      return declaration
          .condition()
          .filter(BinaryOperation.class::isInstance)
          .map(e -> ((BinaryOperation) e).operator().symbol())
          .orElse("");
    }

    @java.lang.Override
    public List<ObjectType> running() {
      return running;
    }

    @java.lang.Override
    public Optional<RunningCheck> body() {
      return Optional.ofNullable(body);
    }

    @java.lang.Override
    public Type apply(Type function, List<Type> arguments) {
      if (function instanceof FunctionType applied) {
        if (applied.arity() >= 0 && applied.arity() != arguments.size()) {
          return BasicType.UNKNOWN;
        }
        return applied.apply(arguments);
      }
      return function instanceof ObjectType object ? object.result() : BasicType.UNKNOWN;
    }

    private Span at(String field) {
      Span place = field == null ? null : places.get(field);
      Expression value = field == null ? null : written.get(field);
      return value != null ? value.span() : place != null ? place : member.location().span();
    }

    @java.lang.Override
    public void problem(String field, String code, String message, String... help) {
      checker.error(source, at(field), code, message, help);
    }

    @java.lang.Override
    public void warning(String field, String code, String message, String... help) {
      checker.warning(source, at(field), code, message, help);
    }
  }
}
