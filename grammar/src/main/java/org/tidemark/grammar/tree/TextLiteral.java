package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/**
 * A text, {@code "N = {n}"}.
 *
 * @param parts chunks and holes in order
 */
public record TextLiteral(List<TextPart> parts, Span span) implements Expression {
  /** Copies its lists, so that the tree is immutable. */
  public TextLiteral {
    parts = List.copyOf(parts);
  }

  /** Whether the text has no holes. */
  public boolean isConstant() {
    return parts.stream().allMatch(TextPart.Chunk.class::isInstance);
  }

  /** The text of a literal without holes; holes are left out. */
  public String constant() {
    StringBuilder text = new StringBuilder();
    for (TextPart part : parts) {
      if (part instanceof TextPart.Chunk chunk) {
        text.append(chunk.text());
      }
    }
    return text.toString();
  }
}
