package org.tidemark.check;

import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.ListType;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.NumberLiteral;
import org.tidemark.grammar.tree.SimpleType;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.grammar.tree.UnitType;
import org.tidemark.quantity.Rational;
import org.tidemark.quantity.Unit;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;

/** Reads units and types, where only unit names count. */
public final class UnitReader {
  /** Beyond this a unit is a slip of the keyboard. */
  private static final double MOST_POWER = 1000;

  private final UnitTable units;

  /** A reader over a table of units. */
  public UnitReader(UnitTable units) {
    this.units = units;
  }

  /** The unit that an expression spells; empty where it spells none. */
  public Optional<UnitExpression> unit(Expression expression) {
    return read(expression, null, null);
  }

  /** The same, with what is wrong where it spells none. */
  Optional<UnitExpression> unit(Expression expression, SourceText source, Findings findings) {
    return read(expression, source, findings);
  }

  /** The type that a column's declaration spells, {@code date} or {@code USD/GB}. */
  public Type columnType(Expression expression) {
    if (expression instanceof NameReference name) {
      switch (name.name()) {
        case "date":
          return BasicType.DATE;
        case "text":
          return BasicType.TEXT;
        case "bool":
          return BasicType.BOOL;
        default:
          break;
      }
    }
    return unit(expression).<Type>map(QuantityType::of).orElse(BasicType.UNKNOWN);
  }

  /** The unit of a type; empty where it is no unit. */
  public Optional<UnitExpression> unit(TypeExpression type) {
    return type instanceof UnitType unit ? unit(unit.unit()) : Optional.empty();
  }

  /** The type that an annotation spells; unknown where it spells none. */
  public Type type(TypeExpression type) {
    return type(type, null, null);
  }

  /** The type that an annotation spells; unknown, and reported, where it spells none. */
  Type type(TypeExpression type, SourceText source, Findings findings) {
    if (type instanceof SimpleType simple) {
      return switch (simple.name()) {
        case "date" -> BasicType.DATE;
        case "text" -> BasicType.TEXT;
        default -> BasicType.BOOL;
      };
    }
    if (type instanceof ListType list) {
      return new org.tidemark.spi.type.ListType(type(list.element(), source, findings));
    }
    Optional<UnitExpression> unit = read(((UnitType) type).unit(), source, findings);
    return unit.<Type>map(QuantityType::of).orElse(BasicType.UNKNOWN);
  }

  private Optional<UnitExpression> read(
      Expression expression, SourceText source, Findings findings) {
    if (expression instanceof NameReference name) {
      Optional<Unit> unit = units.wanted(name.name());
      if (unit.isEmpty() && findings != null) {
        findings.add(unknownUnit(name, source));
      }
      return unit.map(UnitExpression::of);
    }
    if (expression instanceof NumberLiteral number) {
      if (number.value() == 1) {
        return Optional.of(UnitExpression.NONE);
      }
      return refuse(expression, source, findings);
    }
    if (expression instanceof BinaryOperation binary) {
      if (binary.operator() == BinaryOperator.POWER) {
        Optional<UnitExpression> base = read(binary.left(), source, findings);
        Optional<Rational> exponent = exponent(binary.right());
        if (exponent.isEmpty()) {
          return refuse(binary.right(), source, findings);
        }
        if (Math.abs(exponent.get().toDouble()) > MOST_POWER) {
          return refuse(binary.right(), source, findings);
        }
        return base.map(unit -> unit.power(exponent.get()));
      }
      Optional<UnitExpression> left = read(binary.left(), source, findings);
      Optional<UnitExpression> right = read(binary.right(), source, findings);
      if (left.isEmpty() || right.isEmpty()) {
        return Optional.empty();
      }
      if (binary.operator() == BinaryOperator.MULTIPLY) {
        return Optional.of(left.get().times(right.get()));
      }
      if (binary.operator() == BinaryOperator.DIVIDE) {
        return Optional.of(left.get().over(right.get()));
      }
    }
    return refuse(expression, source, findings);
  }

  private static Optional<UnitExpression> refuse(
      Expression expression, SourceText source, Findings findings) {
    if (findings != null) {
      findings.add(
          Diagnostic.error(
                  "E0212",
                  "a type is a unit, date, text, bool or [type]",
                  source,
                  expression.span())
              .withHelp("write units only, such as USD/GB or 1/year"));
    }
    return Optional.empty();
  }

  private Diagnostic unknownUnit(NameReference name, SourceText source) {
    Diagnostic diagnostic =
        Diagnostic.error("E0211", "there is no unit called " + name.name(), source, name.span());
    for (String near : units.suggestions(name.name())) {
      return diagnostic.withHelp("did you mean " + near + "?");
    }
    return diagnostic.withHelp("declare it: unit " + name.name());
  }

  /** The rational number that an exponent spells as a constant; empty where it is none. */
  public static Optional<Rational> constantExponent(Expression expression) {
    return exponent(expression);
  }

  static Optional<Rational> exponent(Expression expression) {
    if (expression instanceof NumberLiteral number) {
      return Rational.fromDouble(number.value());
    }
    if (expression instanceof UnaryOperation unary) {
      return exponent(unary.operand()).map(Rational::negate);
    }
    if (expression instanceof BinaryOperation binary
        && binary.operator() == BinaryOperator.DIVIDE) {
      Optional<Rational> left = exponent(binary.left());
      Optional<Rational> right = exponent(binary.right());
      if (left.isPresent() && right.isPresent() && !right.get().isZero()) {
        return Rational.fromDouble(left.get().toDouble() / right.get().toDouble());
      }
    }
    return Optional.empty();
  }
}
