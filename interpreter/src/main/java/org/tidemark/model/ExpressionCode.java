package org.tidemark.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.check.Resolution;
import org.tidemark.check.Scope;
import org.tidemark.check.Structure;
import org.tidemark.check.UnitReader;
import org.tidemark.check.Vocabulary;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.ApproximateEquality;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Block;
import org.tidemark.grammar.tree.BoolLiteral;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Comprehension;
import org.tidemark.grammar.tree.Conditional;
import org.tidemark.grammar.tree.Conversion;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.IndexAccess;
import org.tidemark.grammar.tree.Lambda;
import org.tidemark.grammar.tree.ListLiteral;
import org.tidemark.grammar.tree.MemberAccess;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.NumberLiteral;
import org.tidemark.grammar.tree.Pipe;
import org.tidemark.grammar.tree.QuantityLiteral;
import org.tidemark.grammar.tree.RangeExpression;
import org.tidemark.grammar.tree.RecordEntry;
import org.tidemark.grammar.tree.RecordLiteral;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.TableLiteral;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.grammar.tree.TextPart;
import org.tidemark.grammar.tree.ThisReference;
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.grammar.tree.WithExpression;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.Unit;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Progress;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** Expressions as {@link Code}: names, literals, operators and the forms made of them. */
final class ExpressionCode {
  /** Going through a shorter list is told of by what is done in it, if that takes long. */
  private static final int LONG_LIST = 1_000;

  private static final int MOST_CHARACTERS = 10_000_000;

  private final Lowering lowering;
  private final Vocabulary vocabulary;
  private final org.tidemark.quantity.UnitTable unitTable;
  private final UnitReader units;
  private final CallCode calls;
  private final OperationCode operations;

  ExpressionCode(
      Lowering lowering,
      Vocabulary vocabulary,
      org.tidemark.quantity.UnitTable unitTable,
      UnitReader units) {
    this.lowering = lowering;
    this.vocabulary = vocabulary;
    this.unitTable = unitTable;
    this.units = units;
    this.calls = new CallCode(lowering, vocabulary, units);
    this.operations = new OperationCode(this, vocabulary);
  }

  Lowering lowering() {
    return lowering;
  }

  static Location at(Expression expression, Scope scope) {
    return new Location(scope.source(), expression.span());
  }

  Code lower(Expression expression, Scope scope) {
    if (expression instanceof NumberLiteral number) {
      QuantityValue value = QuantityValue.pure(number.value());
      Location location = at(number, scope);
      return frame -> frame.evaluation.written(value, location);
    }
    if (expression instanceof QuantityLiteral literal) {
      return quantity(literal, scope);
    }
    if (expression instanceof NameReference name) {
      return running(name(name, scope), scope, at(name, scope));
    }
    if (expression instanceof BinaryOperation binary) {
      return operations.binary(binary, scope);
    }
    if (expression instanceof Call call) {
      return calls.lower(call, scope);
    }
    if (expression instanceof MemberAccess access) {
      return running(member(access, scope), scope, at(access, scope));
    }
    if (expression instanceof TextLiteral text) {
      return text(text, scope);
    }
    if (expression instanceof BoolLiteral bool) {
      Value value = BoolValue.of(bool.value());
      return frame -> value;
    }
    if (expression instanceof ThisReference) {
      return self(scope);
    }
    if (expression instanceof UnaryOperation unary) {
      return operations.unary(unary, scope);
    }
    if (expression instanceof Conditional conditional) {
      return operations.conditional(conditional, scope);
    }
    if (expression instanceof Lambda lambda) {
      return lambda(lambda, scope);
    }
    if (expression instanceof ListLiteral list) {
      Location place = at(list, scope);
      Code[] elements = new Code[list.elements().size()];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = lower(list.elements().get(i), scope);
      }
      return frame -> {
        List<Value> values = new ArrayList<>(elements.length);
        for (Code element : elements) {
          values.add(element.evaluate(frame));
        }
        return made(new ListValue(Members.together(values)), frame, place);
      };
    }
    if (expression instanceof RecordLiteral record) {
      return record(record, scope);
    }
    if (expression instanceof Comprehension comprehension) {
      return comprehension(comprehension, scope);
    }
    if (expression instanceof Block block) {
      return block(block, scope);
    }
    if (expression instanceof Conversion conversion) {
      Code value = lower(conversion.value(), scope);
      UnitExpression unit = units.unit(conversion.unit()).orElse(UnitExpression.NONE);
      return frame -> Arithmetic.shownIn(value.evaluate(frame), unit);
    }
    if (expression instanceof Pipe pipe) {
      return calls.pipe(pipe, scope);
    }
    if (expression instanceof RangeExpression range) {
      return operations.range(range, scope);
    }
    if (expression instanceof IndexAccess index) {
      Code target = target(index.target(), scope);
      Code place = place(index.index(), scope);
      Location location = at(index, scope);
      return running(
          frame -> Members.element(target.evaluate(frame), place.evaluate(frame), frame, location),
          scope,
          location);
    }
    if (expression instanceof ApproximateEquality approximate) {
      return operations.approximately(approximate, scope);
    }
    if (expression instanceof WithExpression with) {
      return lowering.amends().with(with, scope);
    }
    return TableRows.lower((TableLiteral) expression, scope, lowering, units);
  }

  /** Something that is called or whose member is picked: it stands for itself. */
  Code target(Expression expression, Scope scope) {
    if (expression instanceof NameReference name) {
      return name(name, scope);
    }
    if (expression instanceof MemberAccess access) {
      return member(access, scope);
    }
    if (expression instanceof IndexAccess index) {
      Code target = target(index.target(), scope);
      Code place = place(index.index(), scope);
      Location location = at(index, scope);
      return frame ->
          Members.element(target.evaluate(frame), place.evaluate(frame), frame, location);
    }
    return lower(expression, scope);
  }

  /** Where something runs, what runs stands for its value now. */
  private static Code running(Code code, Scope scope, Location location) {
    if (!scope.isRunning()) {
      return code;
    }
    return frame -> now(code.evaluate(frame), frame, location);
  }

  private static Value now(Value value, Frame frame, Location location) {
    if (!frame.evaluation.isAtMoment()) {
      return value;
    }
    if (value instanceof RunningValue running) {
      return frame.evaluation.running(running, location);
    }
    if (value instanceof ListValue list
        && !list.elements().isEmpty()
        && list.elements().get(0) instanceof RunningValue) {
      List<Value> values = new ArrayList<>(list.elements().size());
      for (Value element : list.elements()) {
        values.add(now(element, frame, location));
      }
      return new ListValue(values);
    }
    return value;
  }

  /** An index; the variable of a repetition over anything but numbers stands for its place. */
  private Code place(Expression index, Scope scope) {
    Code written = lower(index, scope);
    Optional<Resolution> own =
        index instanceof NameReference name
            ? scope.resolve(Scope.placeOf(name.name()))
            : Optional.empty();
    if (own.isEmpty()) {
      return written;
    }
    Code place = local((Resolution.Local) own.get());
    return frame -> {
      Value value = written.evaluate(frame);
      return Members.quantity(value).isPresent() ? value : place.evaluate(frame);
    };
  }

  // ---- names

  private Code quantity(QuantityLiteral literal, Scope scope) {
    double number = literal.number().value();
    boolean defined =
        literal.unit() instanceof NameReference name && scope.resolve(name.name()).isPresent();
    Optional<UnitExpression> unit = defined ? Optional.empty() : units.unit(literal.unit());
    if (unit.isPresent()) {
      Quantity quantity = Quantity.of(number, unit.get());
      if (!Double.isFinite(quantity.magnitude())) {
        Location place = at(literal, scope);
        return frame -> {
          throw frame.evaluation.fail(
              place,
              "E0518",
              "this is too large for a number in base units",
              "check the unit and the exponent");
        };
      }
      QuantityValue value = new QuantityValue(quantity);
      Location location = at(literal, scope);
      return frame -> frame.evaluation.written(value, location);
    }
    Code factor = lower(literal.unit(), scope);
    Value left = QuantityValue.pure(number);
    Location location = at(literal, scope);
    return frame ->
        Arithmetic.apply(
            BinaryOperator.MULTIPLY, left, factor.evaluate(frame), null, frame, location);
  }

  private Code name(NameReference reference, Scope scope) {
    String name = reference.name();
    Optional<Resolution> resolution = scope.resolve(name);
    if (resolution.isPresent()) {
      if (resolution.get() instanceof Resolution.Local local) {
        return local(local);
      }
      int structures = ((Resolution.OfStructure) resolution.get()).structures();
      if (lowering.tracer() != null) {
        return tracedRead(reference, structures, scope);
      }
      if (structures == 0) {
        return frame -> frame.self.get(name);
      }
      return frame -> frame.out(structures).self.get(name);
    }
    var constant = vocabulary.constant(name);
    if (constant.isPresent()) {
      Value value = constant.get().value();
      return frame -> value;
    }
    Optional<FunctionSpec> function = vocabulary.function(name);
    if (function.isPresent()) {
      Location location = at(reference, scope);
      String modulePath = scope.structure().modulePath();
      return frame -> new BuiltinFunction(function.get(), frame, location, modulePath);
    }
    Unit unit =
        unitTable.find(name).orElseThrow(() -> new IllegalStateException("unchecked " + name));
    Value value = new QuantityValue(Quantity.of(1, UnitExpression.of(unit)));
    return frame -> value;
  }

  /** A name whose definition may have to be worked out, which is then called from here. */
  private Code tracedRead(NameReference reference, int structures, Scope scope) {
    Code read = frame -> frame.out(structures).self.get(reference.name());
    Code call = lowering.step(() -> Steps.call(reference.span(), scope.source()), scope, read);
    return frame ->
        frame.out(structures).self.cell(reference.name()).value() == null
            ? call.evaluate(frame)
            : read.evaluate(frame);
  }

  private static Code local(Resolution.Local local) {
    int frames = local.frames();
    int index = local.index();
    int structures = local.structures();
    if (structures == 0 && frames == 0) {
      return frame -> present(frame.slots[index], frame);
    }
    return frame -> {
      Frame at = frame.out(structures);
      for (int i = 0; i < frames; i++) {
        at = at.outer;
      }
      return present(at.slots[index], frame);
    };
  }

  private static Value present(Value value, Frame frame) {
    return value instanceof Present named ? named.now(frame.evaluation) : value;
  }

  private static Code self(Scope scope) {
    int structures = 0;
    Structure structure = scope.structure();
    while (structure.sort().isNoModel()) {
      structure = structure.scope().parent().orElseThrow().structure();
      structures++;
    }
    int out = structures;
    return frame -> frame.out(out).self;
  }

  private Code member(MemberAccess access, Scope scope) {
    Code target = target(access.target(), scope);
    String name = access.member().name();
    Location location = new Location(scope.source(), access.member().span());
    return lowering.step(
        () -> Steps.call(access.span(), scope.source()),
        scope,
        frame -> Members.member(target.evaluate(frame), name, frame, location));
  }

  // ---- simple forms

  private Code text(TextLiteral text, Scope scope) {
    if (text.isConstant()) {
      Value value = new TextValue(text.constant());
      return frame -> value;
    }
    List<Code> parts = new ArrayList<>();
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Hole hole) {
        Code code = lower(hole.expression(), scope);
        parts.add(
            frame -> {
              Value value = code.evaluate(frame);
              return value instanceof TextValue ? value : new TextValue(ValueText.of(value));
            });
      } else {
        Value chunk = new TextValue(((TextPart.Chunk) part).text());
        parts.add(frame -> chunk);
      }
    }
    Location location = at(text, scope);
    return frame -> {
      StringBuilder all = new StringBuilder();
      for (Code part : parts) {
        all.append(((TextValue) part.evaluate(frame)).text());
        Budget budget = frame.evaluation.spending().budget();
        if (budget != null) {
          frame.evaluation.spending().require(budget, Limit.TEXT, all.length(), location);
        }
        if (all.length() > MOST_CHARACTERS) {
          throw frame.evaluation.fail(
              location,
              "E0505",
              "a text of more than " + MOST_CHARACTERS + " characters",
              "keep what is needed of it");
        }
      }
      return new TextValue(all.toString());
    };
  }

  private Code record(RecordLiteral record, Scope scope) {
    Location place = at(record, scope);
    String[] names = new String[record.entries().size()];
    Code[] values = new Code[names.length];
    for (int i = 0; i < names.length; i++) {
      RecordEntry entry = record.entries().get(i);
      names[i] = entry.name().name();
      values[i] = lower(entry.value(), scope);
    }
    return frame -> {
      Map<String, Value> fields = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        fields.put(names[i], values[i].evaluate(frame));
      }
      return made(new RecordValue(fields), frame, place);
    };
  }

  private Code comprehension(Comprehension comprehension, Scope scope) {
    Code source = lower(comprehension.source(), scope);
    Scope inner = scope.local();
    inner.define(comprehension.variable().name(), BasicType.UNKNOWN);
    Code condition = comprehension.condition().map(e -> lower(e, inner)).orElse(null);
    Code element = lower(comprehension.element(), inner);
    Location location = at(comprehension, scope);
    return frame -> {
      List<Value> values = new ArrayList<>();
      List<Value> items = Members.elements(source.evaluate(frame), frame, location);
      try (Progress progress = progress(items.size(), frame, location)) {
        for (Value item : items) {
          frame.evaluation.spending().checkpoint(location);
          Frame local = frame.local(1);
          local.slots[0] = item;
          if (condition == null || Arithmetic.truth(condition.evaluate(local), frame, location)) {
            values.add(element.evaluate(local));
            made(values, frame, location);
          }
          progress.add(1);
        }
      }
      return made(new ListValue(values), frame, location);
    };
  }

  /** A value that has just been made of others. */
  private static Value made(Value value, Frame frame, Location location) {
    Budget budget = frame.evaluation.spending().budget();
    if (budget != null) {
      Sizes.made(value, frame.evaluation, budget, location);
    }
    return value;
  }

  private static void made(List<Value> values, Frame frame, Location location) {
    frame.evaluation.spending().made(1, location);
    Budget budget = frame.evaluation.spending().budget();
    if (budget != null) {
      frame.evaluation.spending().require(budget, Limit.LIST, values.size(), location);
    }
  }

  private static Progress progress(int elements, Frame frame, Location location) {
    if (elements < LONG_LIST) {
      return Progress.NONE;
    }
    String text = location.source().text(location.span());
    return frame
        .evaluation
        .spending()
        .progress("working out ".concat(text), elements, "elements", location);
  }

  private Code block(Block block, Scope scope) {
    Scope inner = scope.local();
    List<Code> steps = new ArrayList<>();
    for (Statement statement : block.definitions()) {
      Definition definition = (Definition) statement;
      steps.add(
          lowering.step(
              () -> Steps.let(definition, scope.source()),
              inner,
              lowering.annotated(definition.value(), definition.type(), inner)));
      inner.define(definition.name().name(), BasicType.UNKNOWN);
    }
    Code result =
        lowering.optionalStep(
            () -> Steps.result(block.result(), scope.source()),
            inner,
            lower(block.result(), inner));
    int size = inner.size();
    return frame -> {
      Frame local = frame.local(size);
      for (int i = 0; i < steps.size(); i++) {
        local.slots[i] = steps.get(i).evaluate(local);
      }
      return result.evaluate(local);
    };
  }

  private Code lambda(Lambda lambda, Scope scope) {
    Scope inner = scope.local();
    for (Identifier parameter : lambda.parameters()) {
      inner.define(parameter.name(), BasicType.UNKNOWN);
    }
    Code body =
        lowering.step(
            () -> Steps.lambda(lambda, scope.source()),
            inner,
            lowering.optionalStep(
                () -> Steps.result(lambda.body(), scope.source()),
                inner,
                lower(lambda.body(), inner)));
    FunctionText text =
        new FunctionText(
            "",
            lambda.parameters().size(),
            inner.size(),
            List.of(),
            List.of(),
            body,
            lambda.body(),
            Optional.empty(),
            inner,
            at(lambda, scope));
    return frame -> new Closure(text, frame);
  }
}
