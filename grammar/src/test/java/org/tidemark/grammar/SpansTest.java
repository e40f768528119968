package org.tidemark.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Node;
import org.tidemark.grammar.tree.NumberLiteral;
import org.tidemark.grammar.tree.Script;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.Trivia;

class SpansTest {
  @Test
  void everySpanIsTheTextOfItsNode() {
    for (String sample : Snippets.samples()) {
      check(sample);
      // An emoji is two chars: offsets behind it must not slip.
      check("// \uD83D\uDE80\n" + sample.replace("\n", "\r\n"));
    }
  }

  private static void check(String text) {
    SourceText source = new SourceText("sample", text);
    Script script = TideParser.parse(source).script();
    walk(source, script);
  }

  private static void walk(SourceText source, Node node) {
    String words = source.text(node.span());
    if (!(node instanceof Script || node instanceof Trivia)) {
      assertEquals(words.strip(), words);
      assertTrue(!words.isEmpty(), () -> "empty " + node);
    }
    if (node instanceof Identifier identifier) {
      assertEquals(identifier.name(), words);
    } else if (node instanceof NameReference name) {
      assertEquals(name.name(), words);
    } else if (node instanceof NumberLiteral number) {
      assertEquals(number.text(), words);
    } else if (node instanceof BinaryOperation operation) {
      String sign = source.text(operation.operatorSpan());
      boolean plusMinus = operation.operator() == BinaryOperator.PLUS_MINUS && sign.equals("±");
      assertTrue(plusMinus || sign.equals(operation.operator().symbol()), sign);
    }
    // The function `with` has its name behind `|>` only.
    boolean alone = words.startsWith("with");
    if (node instanceof Expression expression && !alone) {
      ExpressionResult again = TideParser.parseExpression(new SourceText("again", words));
      assertEquals(Shape.of(expression), again.expression().map(Shape::of).orElse(words));
    }
    if (node instanceof Statement) {
      assertTrue(!words.endsWith(";"), words);
    }
    for (Node child : Shape.children(node)) {
      if (!(child instanceof DocComment)) {
        assertTrue(contains(node.span(), child.span()), () -> words + " / " + child);
      }
      walk(source, child);
    }
  }

  private static boolean contains(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }
}
