package org.tidemark.grammar.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The nodes around a place in a text, for tools that want to know what stands there. */
public final class NodePath {
  private NodePath() {}

  /**
   * The nodes that contain a character, from the script inwards; each is directly inside the one
   * before.
   */
  public static List<Node> to(Script script, int offset) {
    List<Node> path = new ArrayList<>();
    Node at = script;
    while (at != null) {
      path.add(at);
      Node next = null;
      for (Node child : children(at)) {
        if (child.span().start() <= offset && offset < child.span().end()) {
          next = child;
          break;
        }
      }
      at = next;
    }
    return path;
  }

  /** The nodes directly inside one. */
  public static List<Node> children(Node node) {
    Collector inner = new Collector();
    if (node instanceof Statement statement) {
      statement(statement, inner);
    } else if (node instanceof Expression expression) {
      expression(expression, inner);
    } else if (node instanceof Script script) {
      inner.all(script.statements());
    } else if (node instanceof Body body) {
      inner.all(body.statements());
    } else if (node instanceof Argument argument) {
      inner.maybe(argument.name()).one(argument.value());
    } else if (node instanceof Override override) {
      inner.all(override.path()).one(override.value());
    } else if (node instanceof RecordEntry entry) {
      inner.one(entry.value());
    } else if (node instanceof Parameter parameter) {
      inner.one(parameter.name()).maybe(parameter.type()).maybe(parameter.defaultValue());
    } else if (node instanceof Repetition repetition) {
      inner.one(repetition.source());
    } else if (node instanceof ShowItem item) {
      inner.one(item.value());
    } else if (node instanceof Annotation annotation) {
      inner.one(annotation.name()).all(annotation.arguments());
    } else if (node instanceof TableRow row) {
      inner.all(row.cells());
    } else if (node instanceof UnitType unit) {
      inner.one(unit.unit());
    } else if (node instanceof ListType list) {
      inner.one(list.element());
    }
    return inner.nodes;
  }

  private static void statement(Statement statement, Collector inner) {
    if (statement instanceof Definition definition) {
      inner
          .maybe(definition.type())
          .one(definition.value())
          .maybe(definition.bounds())
          .all(definition.annotations());
    } else if (statement instanceof Declaration declaration) {
      inner
          .maybe(declaration.repetition())
          .maybe(declaration.base())
          .maybe(declaration.target())
          .maybe(declaration.condition())
          .maybe(declaration.type())
          .maybe(declaration.value())
          .maybe(declaration.bounds())
          .maybe(declaration.body())
          .all(declaration.annotations());
    } else if (statement instanceof FunctionDeclaration function) {
      inner
          .all(function.parameters())
          .maybe(function.result())
          .maybe(function.body())
          .all(function.annotations());
    } else if (statement instanceof ExpressionStatement bare) {
      inner.one(bare.expression());
    } else if (statement instanceof ShowStatement show) {
      inner.all(show.items());
    } else if (statement instanceof AssertStatement claim) {
      inner.one(claim.condition()).maybe(claim.message());
    } else if (statement instanceof WhenStatement when) {
      inner.one(when.condition()).one(when.body());
    } else if (statement instanceof PlotStatement plot) {
      inner.all(plot.items()).maybe(plot.domain()).all(plot.wishes());
    } else if (statement instanceof ExportStatement export) {
      inner.one(export.file()).maybe(export.value()).maybe(export.plot());
    } else if (statement instanceof UnitDeclaration unit) {
      inner.maybe(unit.definition());
    } else if (statement instanceof ExchangeDeclaration exchange) {
      inner.one(exchange.rate());
    } else if (statement instanceof CorrelateStatement correlate) {
      inner.all(correlate.inputs()).one(correlate.correlation());
    }
  }

  private static void expression(Expression expression, Collector inner) {
    if (expression instanceof Call call) {
      inner.one(call.callee()).all(call.arguments());
    } else if (expression instanceof MemberAccess access) {
      inner.one(access.target()).one(access.member());
    } else if (expression instanceof WithExpression with) {
      inner.one(with.base()).all(with.overrides());
    } else if (expression instanceof Conversion conversion) {
      inner.one(conversion.value()).one(conversion.unit());
    } else if (expression instanceof RecordLiteral record) {
      inner.all(record.entries());
    } else if (expression instanceof TableLiteral table) {
      inner.one(table.header()).all(table.rows());
    } else if (expression instanceof Block block) {
      inner.all(block.definitions()).one(block.result());
    } else {
      inner.all(Subexpressions.of(expression));
    }
  }

  private static final class Collector {
    private final List<Node> nodes = new ArrayList<>();

    Collector one(Node node) {
      nodes.add(node);
      return this;
    }

    Collector all(Collection<? extends Node> more) {
      nodes.addAll(more);
      return this;
    }

    Collector maybe(Optional<? extends Node> node) {
      node.ifPresent(nodes::add);
      return this;
    }
  }
}
