package org.tidemark.grammar;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Node;
import org.tidemark.grammar.tree.NumberLiteral;
import org.tidemark.grammar.tree.TextPart;
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.grammar.tree.UnaryOperator;

/** Shows trees without their places, and lists what is in them. */
final class Shape {
  private Shape() {}

  /** A tree as nested brackets. */
  static String of(Object value) {
    if (value instanceof NumberLiteral number) {
      return number.text();
    }
    if (value instanceof NameReference name) {
      return name.name();
    }
    if (value instanceof BinaryOperation operation) {
      return "("
          + operation.operator().symbol()
          + " "
          + of(operation.left())
          + " "
          + of(operation.right())
          + ")";
    }
    if (value instanceof UnaryOperation operation) {
      return "(" + operation.operator().symbol() + " " + of(operation.operand()) + ")";
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(Shape::of).orElse("-");
    }
    if (value instanceof List<?> list) {
      List<String> shapes = new ArrayList<>();
      list.forEach(element -> shapes.add(of(element)));
      return "[" + String.join(" ", shapes) + "]";
    }
    if (value instanceof Record record) {
      List<String> shapes = new ArrayList<>();
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        if (component.getType() != Span.class && component.getType() != SourceText.class) {
          shapes.add(of(part(record, component)));
        }
      }
      return "(" + record.getClass().getSimpleName() + " " + String.join(" ", shapes) + ")";
    }
    if (value instanceof BinaryOperator operator) {
      return operator.symbol();
    }
    if (value instanceof UnaryOperator operator) {
      return operator.symbol();
    }
    return String.valueOf(value);
  }

  /** The nodes right under a node. */
  static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      collect(part((Record) node, component), children);
    }
    return children;
  }

  private static void collect(Object value, List<Node> into) {
    if (value instanceof Node node) {
      into.add(node);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(inner -> collect(inner, into));
    } else if (value instanceof List<?> list) {
      list.forEach(element -> collect(element, into));
    } else if (value instanceof TextPart.Hole hole) {
      into.add(hole.expression());
    }
  }

  private static Object part(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
