package org.tidemark.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.check.Member;
import org.tidemark.check.Structure;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.Body;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.Override;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.Subexpressions;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.grammar.tree.WhenStatement;
import org.tidemark.grammar.tree.WithExpression;

/** What a number is called that is written somewhere in a script. */
final class InputNames {
  private static final Set<String> LAWS = Set.of("der", "next");

  private final Structure main;

  InputNames(Structure main) {
    this.main = main;
  }

  /**
   * What an input is called, and the expression that the name stands for.
   *
   * @param name a path: definition, field, argument
   * @param whole the expression
   * @param path the expressions from the whole one down to the number itself
   * @param type the annotation of the definition of which that is the right side
   */
  record Named(
      String name, Expression whole, List<Expression> path, Optional<TypeExpression> type) {}

  /** The name of a place; empty where it stands in nothing that has one. */
  Optional<Named> of(Location place) {
    return in(main, "", place, new HashSet<>());
  }

  private static Optional<Named> in(
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

  private static Optional<Named> in(
      Member member, String path, Location place, Set<Structure> seen) {
    if (member.sort() == Member.Sort.MODULE || member.sort() == Member.Sort.MODEL) {
      return in(member.structure(), path + ".", place, seen);
    }
    if (member.source() != place.source()) {
      return Optional.empty();
    }
    if (member.sort() == Member.Sort.DEFINITION) {
      Definition definition = member.definition();
      return in(definition.value(), path, place.span())
          .map(
              found ->
                  found.whole() == definition.value()
                      ? new Named(found.name(), found.whole(), found.path(), definition.type())
                      : found);
    }
    return member.sort() == Member.Sort.DECLARATION
        ? in(member.declaration(), path, place)
        : Optional.empty();
  }

  private static Optional<Named> in(Declaration declaration, String path, Location at) {
    Span place = at.span();
    for (Optional<Expression> part : List.of(declaration.value(), declaration.condition())) {
      if (part.isPresent() && holds(part.get().span(), place)) {
        return in(part.get(), path, place);
      }
    }
    return declaration.body().isPresent()
        ? in(declaration.body().get(), path, at)
        : Optional.empty();
  }

  private static Optional<Named> in(Body body, String path, Location at) {
    Span place = at.span();
    for (Statement statement : body.statements()) {
      if (statement instanceof Definition definition && holds(definition.value().span(), place)) {
        return in(definition.value(), path + "." + definition.name().name(), place);
      }
      if (statement instanceof Declaration part && holds(part.span(), place)) {
        // a state is called by its name, a law by its word as well: adoption.der share
        String name = part.name().map(Identifier::name).orElse("");
        boolean law = LAWS.contains(part.kind().name());
        return in(part, path + "." + (law ? part.kind().name() + " " + name : name), at);
      }
      if (statement instanceof WhenStatement event && holds(event.span(), place)) {
        String name = path + ".when " + at.source().text(event.condition().span());
        return holds(event.condition().span(), place)
            ? in(event.condition(), name, place)
            : in(event.body(), name, at);
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
    return named(at, whole, path, place, new ArrayList<>());
  }

  private static Named named(
      Expression at, Expression whole, String path, Span place, List<Expression> down) {
    down.add(at);
    if (at instanceof Call call) {
      for (Argument argument : call.arguments()) {
        if (argument.name().isPresent() && holds(argument.value().span(), place)) {
          String name = path + "." + argument.name().get().name();
          return named(argument.value(), argument.value(), name, place, new ArrayList<>());
        }
      }
    }
    if (at instanceof WithExpression with) {
      for (Override override : with.overrides()) {
        if (holds(override.value().span(), place)) {
          StringBuilder name = new StringBuilder(path);
          override.path().forEach(part -> name.append('.').append(part.name()));
          return named(override.value(), override.value(), name.toString(), place);
        }
      }
    }
    for (Expression part : Subexpressions.of(at)) {
      if (holds(part.span(), place)) {
        return named(part, whole, path, place, down);
      }
    }
    return new Named(path, whole, List.copyOf(down), Optional.empty());
  }

  private static boolean holds(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }
}
