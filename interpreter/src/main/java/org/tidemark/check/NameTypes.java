package org.tidemark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.IndexAccess;
import org.tidemark.grammar.tree.MemberAccess;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.QuantityLiteral;
import org.tidemark.quantity.Spelling;
import org.tidemark.quantity.Unit;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Kind;
import org.tidemark.spi.RunningWords;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The types of names, of numbers with units, of members and elements. */
final class NameTypes {
  private static final List<String> INTERVAL_MEMBERS = List.of("low", "high", "from", "to");

  private final TypeChecker checker;
  private final ExpressionTypes expressions;
  private final OperatorTypes operators;

  NameTypes(TypeChecker checker, ExpressionTypes expressions, OperatorTypes operators) {
    this.checker = checker;
    this.expressions = expressions;
    this.operators = operators;
  }

  Type quantity(QuantityLiteral literal, Scope scope) {
    if (literal.unit() instanceof NameReference name) {
      Optional<Resolution> nearest = scope.resolve(name.name());
      Optional<Unit> unit =
          nearest.isPresent()
              ? checker.unitTable.find(name.name())
              : checker.unitTable.wanted(name.name());
      if (nearest.isPresent() && unit.isPresent()) {
        checker.findings.add(
            Diagnostic.error(
                    "E0210",
                    name.name() + " is both a unit and a definition here",
                    ExpressionTypes.source(scope),
                    literal.span())
                .withHelp(
                    "for the definition, write " + literal.number().text() + " * " + name.name())
                .withHelp("for the unit, give the definition another name"));
        return BasicType.UNKNOWN;
      }
      if (nearest.isPresent()
          && nearest.get() instanceof Resolution.OfStructure own
          && own.member().inProgress
          && !checker.unitTable.suggestions(name.name()).isEmpty()) {
        // years = 5 years: a unit was meant
        unknownUnit(name, scope);
        return BasicType.UNKNOWN;
      }
      if (nearest.isPresent()) {
        return operators.product(QuantityType.PURE, name(name, scope), literal, scope);
      }
      if (unit.isPresent()) {
        return QuantityType.of(UnitExpression.of(unit.get()));
      }
      unknownUnit(name, scope);
      return BasicType.UNKNOWN;
    }
    Optional<UnitExpression> unit = checker.units.unit(literal.unit());
    if (unit.isPresent()) {
      return QuantityType.of(unit.get());
    }
    Type type = expressions.infer(literal.unit(), scope);
    return operators.product(QuantityType.PURE, type, literal, scope);
  }

  private void unknownUnit(NameReference name, Scope scope) {
    Diagnostic diagnostic =
        Diagnostic.error(
            "E0211",
            "there is no unit called " + name.name(),
            ExpressionTypes.source(scope),
            name.span());
    for (String near : checker.unitTable.suggestions(name.name())) {
      diagnostic = diagnostic.withHelp("did you mean " + near + "?");
      break;
    }
    checker.findings.add(
        diagnostic.withHelp("declare it at the top of the script: unit " + name.name()));
  }

  Type name(NameReference reference, Scope scope) {
    String name = reference.name();
    Optional<Resolution> resolution = scope.resolve(name);
    if (resolution.isPresent()) {
      if (resolution.get() instanceof Resolution.Local local) {
        return local.type();
      }
      return checker.type(((Resolution.OfStructure) resolution.get()).member());
    }
    var constant = checker.vocabulary.constant(name);
    if (constant.isPresent()) {
      return constant.get().type();
    }
    var function = checker.vocabulary.function(name);
    if (function.isPresent()) {
      return checker.calls.builtin(function.get(), reference, scope);
    }
    Optional<Unit> unit = checker.unitTable.wanted(name);
    if (unit.isPresent()) {
      return QuantityType.of(UnitExpression.of(unit.get()));
    }
    reportUnknown(reference, scope);
    return BasicType.UNKNOWN;
  }

  void reportUnknown(NameReference reference, Scope scope) {
    String name = reference.name();
    Diagnostic diagnostic =
        Diagnostic.error(
            "E0201",
            "nothing here is called " + name,
            ExpressionTypes.source(scope),
            reference.span());
    if (checker.findings.isCrowded()) {
      checker.findings.add(diagnostic);
      return;
    }
    // the script's own names first
    List<String> near = new ArrayList<>(Spelling.closest(name, scope.names(), 2));
    if (near.isEmpty()) {
      near.addAll(ForeignNames.closest(name, checker.vocabulary));
    }
    if (near.isEmpty()) {
      near.addAll(checker.unitTable.suggestions(name));
    }
    for (String word : near) {
      diagnostic = diagnostic.withHelp("did you mean " + word + "?");
    }
    for (Kind kind : checker.vocabulary.kinds()) {
      if (kind.running().filter(words -> isTime(words, name)).isPresent()) {
        diagnostic =
            diagnostic.withHelp(
                name.equals(kind.running().get().clock())
                    ? name + " is the time since the start, in the body of a " + kind.name()
                    : name
                        + " is the date, in the body of a "
                        + kind.name()
                        + " that sets "
                        + kind.running().get().start());
        near.add(name);
      }
    }
    if (near.isEmpty()) {
      diagnostic =
          diagnostic.withHelp(
              name.equals("pow") ? "a power is written x^y" : "define it: " + name + " = ...");
    }
    checker.findings.add(diagnostic);
  }

  private static boolean isTime(RunningWords words, String name) {
    return name.equals(words.clock()) || name.equals(words.calendar());
  }

  // ---- members

  Type member(MemberAccess access, Scope scope) {
    Type target = expressions.inferTarget(access.target(), scope);
    return memberOf(target, access.member(), scope, access.target());
  }

  private Type memberOf(Type target, Identifier member, Scope scope, Expression written) {
    String name = member.name();
    if (target == BasicType.UNKNOWN) {
      return target;
    }
    List<String> candidates = new ArrayList<>();
    if (target instanceof ModelType model) {
      if (model.extras().containsKey(name)) {
        return model.extras().get(name);
      }
      Optional<Type> type = checker.memberOf(model.structure(), name);
      if (type.isPresent()) {
        return type.get();
      }
      candidates.addAll(model.extras().keySet());
      candidates.addAll(model.structure().memberNames());
    } else if (target instanceof RecordType record) {
      Type type = record.fields().get(name);
      if (type != null) {
        return type;
      }
      candidates.addAll(record.fields().keySet());
    } else if (target instanceof TableType table) {
      Type type = table.columns().get(name);
      if (type != null) {
        return new ListType(type);
      }
      candidates.addAll(table.columns().keySet());
    } else if (target instanceof ObjectType object) {
      // a field goes before a member of the same name, as it does when the script runs
      Optional<Type> field = checker.declarations.field(object, name);
      if (field.isPresent()) {
        return field.get();
      }
      Optional<Type> type = object.member(name);
      if (type.isPresent()) {
        return type.get();
      }
      candidates.addAll(object.memberNames());
      for (String own : checker.declarations.fieldNames(object)) {
        if (!candidates.contains(own)) {
          candidates.add(own);
        }
      }
    } else if (target == BasicType.DATE && name.equals("year")) {
      return QuantityType.PURE;
    } else if (target instanceof IntervalType interval && INTERVAL_MEMBERS.contains(name)) {
      return interval.element();
    } else if (target instanceof IntervalType) {
      candidates.addAll(INTERVAL_MEMBERS);
    }
    Diagnostic diagnostic =
        Diagnostic.error(
            "E0204",
            target.describe() + " has no " + name,
            ExpressionTypes.source(scope),
            member.span());
    for (String near : Spelling.closest(name, candidates, 2)) {
      diagnostic = diagnostic.withHelp("did you mean " + near + "?");
    }
    if (diagnostic.help().isEmpty()) {
      List<String> longer =
          candidates.stream().filter(word -> word.startsWith(name.concat("_"))).limit(3).toList();
      if (!longer.isEmpty()) {
        diagnostic = diagnostic.withHelp("did you mean " + String.join(", ", longer) + "?");
      }
    }
    if (candidates.isEmpty() && checker.vocabulary.function(name).isPresent()) {
      diagnostic =
          diagnostic.withHelp(name + " is a function: " + name + "(...), or ... |> " + name);
    } else if (candidates.isEmpty()) {
      diagnostic = diagnostic.withHelp("records, models, tables and declarations have members");
    }
    if (target instanceof ListType list && list.element() instanceof ObjectType) {
      String text = ExpressionTypes.source(scope).text(written.span());
      diagnostic =
          diagnostic.withHelp(
              "for one of them: "
                  + text
                  + "[0]."
                  + name
                  + "; for all: [x."
                  + name
                  + " for x in "
                  + text
                  + "]");
    } else if (!candidates.isEmpty() && candidates.size() <= 24) {
      diagnostic = diagnostic.withHelp("it has " + String.join(", ", candidates));
    }
    checker.findings.add(diagnostic);
    return BasicType.UNKNOWN;
  }

  /** Whether an index is the variable of the repetition around, which stands for its place. */
  private static boolean isOwnPlace(IndexAccess access, Scope scope) {
    return access.index() instanceof NameReference name
        && scope.resolve(Scope.placeOf(name.name())).isPresent();
  }

  Type index(IndexAccess access, Scope scope) {
    Type target = expressions.inferTarget(access.target(), scope);
    Type index = expressions.infer(access.index(), scope);
    if (!Types.fits(QuantityType.PURE, index) && !isOwnPlace(access, scope)) {
      checker.error(
          ExpressionTypes.source(scope),
          access.index().span(),
          "E0312",
          "an index is a whole number, and this is " + index.describe(),
          "the first element is [0], the last [-1]");
    }
    if (target instanceof ListType list) {
      return list.element();
    }
    if (target instanceof TableType table) {
      return table.row();
    }
    if (target != BasicType.UNKNOWN) {
      checker.error(
          ExpressionTypes.source(scope),
          access.target().span(),
          "E0312",
          target.describe() + " has no elements to pick with [ ]",
          "members are picked with a dot");
    }
    return BasicType.UNKNOWN;
  }
}
