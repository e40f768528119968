package org.tidemark.grammar.reader;

import static org.tidemark.grammar.reader.ExpressionBuilder.span;

import org.antlr.v4.runtime.tree.TerminalNode;
import org.tidemark.grammar.antlr.Tide;
import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.ListType;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.SimpleType;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.grammar.tree.UnaryOperator;
import org.tidemark.grammar.tree.UnitType;

/** Makes types. */
final class TypeBuilder {
  private static final int MOST_FACTORS = 100;

  private final ExpressionBuilder expressions;
  private final SourceText source;

  TypeBuilder(ExpressionBuilder expressions, SourceText source) {
    this.expressions = expressions;
    this.source = source;
  }

  TypeExpression type(Tide.TypeContext context) {
    if (context.type() != null) {
      return new ListType(type(context.type()), span(context));
    }
    String words = source.text(span(context));
    if (words.equals("date") || words.equals("text") || words.equals("bool")) {
      return new SimpleType(words, span(context));
    }
    return new UnitType(unit(context.unit()), span(context));
  }

  private Expression unit(Tide.UnitContext context) {
    Tide.UnitPowerContext first = context.unitPower(0);
    Expression left = power(first);
    if (context.getChildCount() > 2 * MOST_FACTORS) {
      throw new TooDeep(span(context));
    }
    for (int i = 1; i + 1 < context.getChildCount(); i += 2) {
      TerminalNode sign = (TerminalNode) context.getChild(i);
      Tide.UnitPowerContext operand = (Tide.UnitPowerContext) context.getChild(i + 1);
      left =
          new BinaryOperation(
              sign.getSymbol().getType() == TideTokens.STAR
                  ? BinaryOperator.MULTIPLY
                  : BinaryOperator.DIVIDE,
              span(sign),
              left,
              power(operand),
              span(first, operand));
    }
    return left;
  }

  private Expression power(Tide.UnitPowerContext context) {
    Expression base = atom(context.unitAtom());
    if (context.unitExponent() == null) {
      return base;
    }
    return new BinaryOperation(
        BinaryOperator.POWER,
        span(context.CARET()),
        base,
        exponent(context.unitExponent()),
        span(context));
  }

  private Expression atom(Tide.UnitAtomContext context) {
    if (context.unit() != null) {
      return unit(context.unit());
    }
    if (context.NUMBER() != null) {
      return expressions.number(context.NUMBER());
    }
    TerminalNode name = (TerminalNode) context.getChild(0);
    return new NameReference(expressions.words(name), span(name));
  }

  private Expression exponent(Tide.UnitExponentContext context) {
    if (context.getChildCount() > 20) {
      throw new TooDeep(span(context));
    }
    int end = context.getStop().getStopIndex() + 1;
    Expression value = expressions.number(context.NUMBER(0));
    boolean bracketed = context.OPEN_PAREN() != null;
    int inner = bracketed ? span(context.NUMBER(context.NUMBER().size() - 1)).end() : end;
    if (context.SLASH() != null) {
      Expression divisor = expressions.number(context.NUMBER(1));
      Span span = value.span().to(divisor.span());
      value =
          new BinaryOperation(BinaryOperator.DIVIDE, span(context.SLASH()), value, divisor, span);
    }
    boolean inside = bracketed;
    for (int i = context.getChildCount() - 1; i >= 0; i--) {
      if (context.getChild(i) instanceof TerminalNode token) {
        int type = token.getSymbol().getType();
        if (type == TideTokens.OPEN_PAREN) {
          inside = false;
        } else if (type == TideTokens.MINUS) {
          Span span = new Span(span(token).start(), inside ? inner : end);
          value = new UnaryOperation(UnaryOperator.NEGATE, value, span);
        }
      }
    }
    return value;
  }
}
