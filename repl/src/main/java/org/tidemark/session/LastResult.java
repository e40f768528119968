package org.tidemark.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.grammar.TideLexing;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;
import org.tidemark.model.Result;
import org.tidemark.model.Run;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * The last result of an expression, {@code ans}. Its value stays what it was. As text, where a
 * definition uses it, it is the expression that made it; a number of which that has changed since
 * is the number itself.
 *
 * @param expression what was asked, without {@code ans} in it
 * @param result what came of it
 * @param stale whether something that it came from has been replaced since
 */
record LastResult(String expression, Result result, boolean stale) {
  static final String NAME = "ans";

  /** Expressions made from expressions; beyond this a number stands for itself. */
  private static final int LONGEST = 2_000;

  /** Whether a text uses {@code ans}. */
  static boolean isUsed(String text) {
    return text.contains(NAME) && !places(text).isEmpty();
  }

  private static List<Token> places(String text) {
    List<Token> tokens =
        TideLexing.tokens(new SourceText("", text)).stream()
            .filter(t -> t.kind() != TokenKind.COMMENT && t.kind() != TokenKind.DOC_COMMENT)
            .toList();
    List<Token> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean name = token.kind() == TokenKind.NAME && token.text().equals(NAME);
      boolean field = i > 0 && tokens.get(i - 1).text().equals(".");
      String next = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
      // a label, or a definition of that name
      boolean named = next.equals(":") || next.equals("=");
      if (name && !field && !named) {
        found.add(token);
      }
    }
    return found;
  }

  /** A text in which what {@code ans} stands for is written out. */
  String writtenOut(String text) {
    StringBuilder out = new StringBuilder(text);
    List<Token> places = places(text);
    for (int i = places.size() - 1; i >= 0; i--) {
      out.replace(places.get(i).span().start(), places.get(i).span().end(), "(" + expression + ")");
    }
    return out.toString();
  }

  /** The definition of {@code ans} in a script. */
  Kept definition() {
    String text = NAME + " = (" + expression + ")";
    return Kept.of(new SourceText(NAME, text), new Span(0, text.length()));
  }

  /** Whether the value can be taken over as it is; a function or a model is made from its text. */
  boolean isKept() {
    return !(result.type() instanceof FunctionType)
        && !(result.shown().value() instanceof ModelValue);
  }

  /** The last result after an expression; absent where it cannot be written down. */
  static Optional<LastResult> of(String expression, Result result) {
    return expression.length() <= LONGEST
        ? Optional.of(new LastResult(expression, result, false))
        : number(result).map(text -> new LastResult(text, result, true));
  }

  /** The last result once definitions have been replaced; absent where it is gone with them. */
  Optional<LastResult> after(Run run, Set<String> changed) {
    if (stale || !run.rests(expression, changed)) {
      return Optional.of(this);
    }
    Optional<String> number = number(result);
    return number.isPresent()
        ? Optional.of(new LastResult(number.get(), result, true))
        : Optional.empty();
  }

  private static Optional<String> number(Result result) {
    Value value = result.shown().value();
    if (!(value instanceof QuantityValue quantity)
        || quantity.distribution().isPresent()
        || !Double.isFinite(quantity.quantity().magnitude())) {
      return Optional.empty();
    }
    return Optional.of(exact(quantity.quantity()));
  }

  /** A quantity with all its digits. */
  static String exact(Quantity quantity) {
    String number = NumberText.exact(quantity.in(quantity.unit()));
    return quantity.unit().isNone() ? number : number + " * (1 " + quantity.unit() + ")";
  }
}
