package org.tidemark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.Override;
import org.tidemark.grammar.tree.WithExpression;
import org.tidemark.quantity.Spelling;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The rules of {@code with}: existing paths only, dimensions kept. */
final class AmendTypes {
  private final TypeChecker checker;

  AmendTypes(TypeChecker checker) {
    this.checker = checker;
  }

  Type infer(WithExpression with, Scope scope) {
    Type base = checker.expressions.inferTarget(with.base(), scope);
    List<String> seen = new ArrayList<>();
    for (Override override : with.overrides()) {
      String path = String.join(".", override.path().stream().map(Identifier::name).toList());
      if (seen.contains(path)) {
        checker.error(
            ExpressionTypes.source(scope),
            override.span(),
            "E0202",
            path + " is set twice",
            "keep one of the two");
      }
      seen.add(path);
      Type value = checker.expressions.infer(override.value(), scope);
      if (base != BasicType.UNKNOWN) {
        check(base, override, 0, value, scope);
      }
    }
    return base;
  }

  /** Checks an override from outside, as {@code --set} makes one. */
  void check(Type base, Override override, int step, Type value, Scope scope) {
    SourceText source = ExpressionTypes.source(scope);
    Identifier name = override.path().get(step);
    boolean last = step == override.path().size() - 1;
    if (base instanceof ListType list) {
      check(list.element(), override, step, value, scope);
      return;
    }
    if (base == BasicType.UNKNOWN) {
      return;
    }
    Optional<Type> part = Optional.empty();
    List<String> candidates = new ArrayList<>();
    if (base instanceof ModelType model) {
      Optional<Member> member = model.structure().member(name.name());
      if (member.isPresent() && !member.get().isOverridable()) {
        if (member.get().sort() != Member.Sort.INVALID) {
          checker.error(
              source,
              name.span(),
              "E0207",
              name.name() + " is constant and cannot be amended",
              "functions, units and imports stay as they are; amend what they read");
        }
        return;
      }
      part = member.map(checker::type);
      candidates.addAll(model.structure().memberNames());
    } else if (base instanceof ObjectType object) {
      part = checker.declarations.amendable(object, name.name());
      candidates.addAll(checker.declarations.fieldNames(object));
    } else if (base instanceof RecordType record) {
      part = Optional.ofNullable(record.fields().get(name.name()));
      candidates.addAll(record.fields().keySet());
    } else {
      checker.error(
          source,
          override.span(),
          "E0206",
          base.describe() + " has nothing to amend",
          "models, declarations and records can be amended");
      return;
    }
    if (part.isEmpty()) {
      Diagnostic diagnostic =
          Diagnostic.error(
              "E0206",
              base.describe() + " has no " + name.name() + " to amend",
              source,
              name.span());
      for (String near : Spelling.closest(name.name(), candidates, 2)) {
        diagnostic = diagnostic.withHelp("did you mean " + near + "?");
      }
      checker.findings.add(
          diagnostic.withHelp("with changes what exists; to add, write model B extends A { }"));
      return;
    }
    if (!last) {
      check(part.get(), override, step + 1, value, scope);
      return;
    }
    Type wanted = part.get();
    Expression written = override.value();
    if (base instanceof ObjectType object
        && !checker.declarations.isSet(object, name.name())
        && !checker.declarations.accepts(object, name.name(), value)) {
      checker.findings.add(
          Diagnostic.error(
                  "E0404",
                  "the field "
                      + name.name()
                      + " of "
                      + base.describe()
                      + " is "
                      + checker.declarations.words(object, name.name()),
                  source,
                  written.span())
              .withNote(value.describe())
              .withHelp("give it a value of that sort"));
      return;
    }
    if (wanted instanceof QuantityType && Literals.takesUnit(written)) {
      QuantityType quantity = (QuantityType) wanted;
      if (quantity.isPure() || quantity.isZero() || Literals.isZero(written)) {
        return;
      }
      // an annotated definition lends its unit to a bare number
      if (lendsUnit(base, name.name())) {
        return;
      }
    }
    if (!Types.fits(wanted, OperatorTypes.plain(value))
        && !Types.fits(wanted, value)
        && !fieldAccepts(base, name.name(), value)) {
      checker.findings.add(
          Diagnostic.error(
                  "E0207",
                  name.name() + " keeps its dimension when it is amended: " + wanted.describe(),
                  source,
                  written.span())
              .withNote(value.describe())
              .withHelp(RangeTypes.mismatchHelp(wanted, value)));
    }
  }

  private boolean fieldAccepts(Type base, String field, Type value) {
    // a quantity keeps its dimension; a list of firms may replace one firm
    return base instanceof ObjectType object
        && checker.declarations.accepts(object, field, value)
        && checker
            .declarations
            .amendable(object, field)
            .filter(old -> Types.quantity(old).isEmpty() || Types.quantity(value).isEmpty())
            .isPresent();
  }

  private static boolean lendsUnit(Type base, String name) {
    return base instanceof ModelType model
        && model
            .structure()
            .member(name)
            .filter(m -> m.sort() == Member.Sort.DEFINITION && m.definition().type().isPresent())
            .isPresent();
  }
}
