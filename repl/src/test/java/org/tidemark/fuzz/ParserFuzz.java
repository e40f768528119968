package org.tidemark.fuzz;

import java.util.Collection;
import java.util.Optional;
import org.tidemark.grammar.ExpressionResult;
import org.tidemark.grammar.ParseResult;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Node;

/** Trees of any text: the same each time, and every node where its text is. */
public final class ParserFuzz {
  private ParserFuzz() {}

  /** Tries one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    SourceText source = new SourceText("fuzz", FuzzText.of(input, 0));
    ParseResult script = Bounds.within("parsing", () -> TideParser.parse(source));
    String said = Wording.of(script.diagnostics());
    walk(script.script(), source);
    ParseResult again = TideParser.parse(source);
    if (!script.equals(again) || !said.equals(Wording.of(again.diagnostics()))) {
      throw new AssertionError("the tree differs the second time");
    }
    ExpressionResult expression =
        Bounds.within("parsing an expression", () -> TideParser.parseExpression(source));
    Wording.of(expression.diagnostics());
    expression.expression().ifPresent(tree -> walk(tree, source));
    if (expression.expression().isEmpty() && expression.diagnostics().isEmpty()) {
      throw new AssertionError("there is no expression and nothing is said of it");
    }
  }

  private static void walk(Node node, SourceText source) {
    if (node.span().end() > source.text().length()) {
      throw new AssertionError("a node ends outside of the text: " + node);
    }
    source.text(node.span());
    for (var component : node.getClass().getRecordComponents()) {
      try {
        visit(component.getAccessor().invoke(node), source);
      } catch (ReflectiveOperationException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  private static void visit(Object part, SourceText source) {
    if (part instanceof Node node) {
      walk(node, source);
    } else if (part instanceof Collection<?> parts) {
      parts.forEach(one -> visit(one, source));
    } else if (part instanceof Optional<?> maybe) {
      maybe.ifPresent(one -> visit(one, source));
    }
  }
}
