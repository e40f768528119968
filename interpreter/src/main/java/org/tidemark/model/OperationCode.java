package org.tidemark.model;

import java.util.List;
import java.util.Optional;
import org.tidemark.check.Literals;
import org.tidemark.check.Scope;
import org.tidemark.check.UnitReader;
import org.tidemark.check.Vocabulary;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.ApproximateEquality;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Conditional;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.RangeExpression;
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.grammar.tree.UnaryOperator;
import org.tidemark.quantity.Rational;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/** Operators and conditions as {@link Code}, also where some of what they work on is not known. */
final class OperationCode {
  private final ExpressionCode expressions;
  private final Vocabulary vocabulary;

  OperationCode(ExpressionCode expressions, Vocabulary vocabulary) {
    this.expressions = expressions;
    this.vocabulary = vocabulary;
  }

  private Code lower(Expression expression, Scope scope) {
    return expressions.lower(expression, scope);
  }

  Code unary(UnaryOperation unary, Scope scope) {
    Code operand = lower(unary.operand(), scope);
    Location location = ExpressionCode.at(unary, scope);
    if (unary.operator() == UnaryOperator.NOT) {
      return frame -> Kleene.not(operand.evaluate(frame), frame, location);
    }
    return frame -> Arithmetic.negate(operand.evaluate(frame), frame, location);
  }

  Code binary(BinaryOperation binary, Scope scope) {
    Location location = ExpressionCode.at(binary, scope);
    Code left = lower(binary.left(), scope);
    Code right = lower(binary.right(), scope);
    switch (binary.operator()) {
      case AND -> {
        return frame -> Kleene.and(left, right, frame, location);
      }
      case OR -> {
        return frame -> Kleene.or(left, right, frame, location);
      }
      case TO, PLUS_MINUS -> {
        Code first = withUnitOf(binary.left(), left, binary.right(), right);
        FunctionSpec function =
            vocabulary
                .function(binary.operator() == BinaryOperator.TO ? "to" : "+-")
                .orElseThrow(() -> new IllegalStateException("no uncertain values"));
        String modulePath = scope.structure().modulePath();
        return frame ->
            new BuiltinFunction(function, frame, location, modulePath)
                .call(List.of(first.evaluate(frame), right.evaluate(frame)));
      }
      default -> {
        BinaryOperator operator = binary.operator();
        Rational exponent =
            operator == BinaryOperator.POWER
                ? UnitReader.constantExponent(binary.right()).orElse(null)
                : null;
        boolean asksWhetherKnown = isMissing(binary.left()) || isMissing(binary.right());
        return frame -> {
          Value first = left.evaluate(frame);
          Value second = right.evaluate(frame);
          if (!asksWhetherKnown && Kleene.isUnknown(first, second, frame)) {
            // sums keep what is missing as they always do
            return SpecialValue.MISSING;
          }
          return Arithmetic.apply(operator, first, second, exponent, frame, location);
        };
      }
    }
  }

  /** {@code x == missing} asks whether something is known, and that always is. */
  private static boolean isMissing(Expression side) {
    return side instanceof NameReference name && name.name().equals("missing");
  }

  /** One end of a range that is written as a bare number takes the other end's unit. */
  private Code withUnitOf(Expression end, Code code, Expression other, Code otherCode) {
    if (!Literals.isBareNumber(end) || Literals.isBareNumber(other)) {
      return code;
    }
    return frame -> {
      Value value = code.evaluate(frame);
      return otherCode.evaluate(frame) instanceof QuantityValue unit
          ? Lowering.scale(value, unit.quantity().unit())
          : value;
    };
  }

  Code range(RangeExpression range, Scope scope) {
    Code to = lower(range.to(), scope);
    Code from = withUnitOf(range.from(), lower(range.from(), scope), range.to(), to);
    Code step = range.step().map(e -> withUnitOf(e, lower(e, scope), range.to(), to)).orElse(null);
    return frame ->
        new IntervalValue(
            Arithmetic.plain(from.evaluate(frame)),
            Arithmetic.plain(to.evaluate(frame)),
            Optional.ofNullable(step).map(code -> Arithmetic.plain(code.evaluate(frame))));
  }

  Code conditional(Conditional conditional, Scope scope) {
    Code condition = lower(conditional.condition(), scope);
    Code consequence = branch(conditional, conditional.consequence(), scope);
    Code alternative = branch(conditional, conditional.alternative(), scope);
    Location location = ExpressionCode.at(conditional.condition(), scope);
    return frame -> {
      Value which = condition.evaluate(frame);
      if (Kleene.isUnknown(which, frame)) {
        return which;
      }
      return Arithmetic.truth(which, frame, location)
          ? consequence.evaluate(frame)
          : alternative.evaluate(frame);
    };
  }

  private Code branch(Conditional conditional, Expression branch, Scope scope) {
    return expressions
        .lowering()
        .optionalStep(
            () -> Steps.branch(conditional, branch, scope.source()), scope, lower(branch, scope));
  }

  Code approximately(ApproximateEquality approximate, Scope scope) {
    Code left = lower(approximate.left(), scope);
    Code right = lower(approximate.right(), scope);
    Code tolerance = approximate.tolerance().map(e -> lower(e, scope)).orElse(null);
    Location location = ExpressionCode.at(approximate, scope);
    return frame -> {
      Value first = left.evaluate(frame);
      Value second = right.evaluate(frame);
      return Kleene.isUnknown(first, second, frame)
          ? SpecialValue.MISSING
          : BoolValue.of(
              Arithmetic.approximately(
                  first,
                  second,
                  tolerance == null ? null : tolerance.evaluate(frame),
                  frame,
                  location));
    };
  }
}
