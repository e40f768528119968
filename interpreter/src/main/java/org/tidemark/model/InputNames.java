package org.tidemark.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.check.Member;
import org.tidemark.check.Structure;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.NumberLiteral;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.Subexpressions;
import org.tidemark.grammar.tree.WhenStatement;

/** What a number is called that is written somewhere in a script. */
final class InputNames {
  private final Structure main;

  InputNames(Structure main) {
    this.main = main;
  }

  /**
   * What an input is called, and the expression that the name stands for.
   *
   * @param name a path: definition, field, argument
   * @param whole the expression
   * @param literal the number with the units that follow it, {@code 0.8 /year}
   */
  record Named(String name, Expression whole, Expression literal) {}

  /** The name of a place; empty where it stands in nothing that has one. */
  Optional<Named> of(Location place) {
    return in(main, "", place, new HashSet<>());
  }

  private Optional<Named> in(
      Structure structure, String path, Location place, Set<Structure> seen) {
    if (!seen.add(structure)) {
      return Optional.empty();
    }
    for (Member member : structure.ownMembers().values()) {
      Optional<Named> found = in(member, path + member.name(), place, seen);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Named> in(Member member, String path, Location place, Set<Structure> seen) {
    if (member.sort() == Member.Sort.MODULE || member.sort() == Member.Sort.MODEL) {
      return in(member.structure(), path + ".", place, seen);
    }
    if (member.source() != place.source()) {
      return Optional.empty();
    }
    if (member.sort() == Member.Sort.DEFINITION) {
      return in(member.definition().value(), path, place.span());
    }
    return member.sort() == Member.Sort.DECLARATION
        ? in(member.declaration(), path, place)
        : Optional.empty();
  }

  private static Optional<Named> in(Declaration declaration, String path, Location place) {
    for (Optional<Expression> part : List.of(declaration.value(), declaration.condition())) {
      if (part.isPresent() && holds(part.get().span(), place.span())) {
        return in(part.get(), path, place.span());
      }
    }
    if (declaration.body().isPresent()) {
      for (Statement statement : declaration.body().get().statements()) {
        if (holds(statement.span(), place.span())) {
          return in(statement, path + ".", place);
        }
      }
    }
    return Optional.empty();
  }

  /** In a statement of a body: a field or helper, a state, a law, an event. */
  private static Optional<Named> in(Statement statement, String path, Location place) {
    if (statement instanceof Definition definition) {
      return in(definition.value(), path + definition.name().name(), place.span());
    }
    if (statement instanceof Declaration inner && inner.name().isPresent()) {
      String kind = inner.kind().name();
      String word = kind.equals("state") ? "" : kind + " ";
      return in(inner, path + word + inner.name().get().name(), place);
    }
    if (statement instanceof WhenStatement event) {
      String name = path + "when " + place.source().text(event.condition().span());
      if (holds(event.condition().span(), place.span())) {
        return in(event.condition(), name, place.span());
      }
      for (Statement assignment : event.body().statements()) {
        if (assignment instanceof Definition set && holds(set.value().span(), place.span())) {
          return in(set.value(), name + ", " + set.name().name(), place.span());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Named> in(Expression value, String path, Span place) {
    return holds(value.span(), place)
        ? Optional.of(named(value, value, path, place))
        : Optional.empty();
  }

  private static Named named(Expression at, Expression whole, String path, Span place) {
    if (at instanceof Call call) {
      for (Argument argument : call.arguments()) {
        if (argument.name().isPresent() && holds(argument.value().span(), place)) {
          return named(
              argument.value(), argument.value(), path + "." + argument.name().get().name(), place);
        }
      }
    }
    for (Expression part : Subexpressions.of(at)) {
      if (holds(part.span(), place)) {
        Named inner = named(part, whole, path, place);
        return inner.literal() == part && isFollowedByUnit(at, part)
            ? new Named(inner.name(), inner.whole(), at)
            : inner;
      }
    }
    return new Named(path, whole, at);
  }

  /** Whether an expression is a literal with one more unit after it, and no gap before that. */
  private static boolean isFollowedByUnit(Expression at, Expression literal) {
    return at instanceof BinaryOperation operation
        && (operation.operator() == BinaryOperator.MULTIPLY
            || operation.operator() == BinaryOperator.DIVIDE)
        && operation.left() == literal
        && operation.right().span().start() - literal.span().end()
            == (literal instanceof NumberLiteral ? 2 : 1);
  }

  private static boolean holds(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }
}
