package org.tidemark.script;

import java.lang.reflect.Array;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.api.Program;
import org.tidemark.api.QuantityAnswer;
import org.tidemark.api.TideException;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.WrittenNumber;

/** Java values as a script would write them. */
final class Literal {
  private static final int DEEPEST = 20;

  private Literal() {}

  /**
   * The value as an expression; texts between quotation marks.
   *
   * @param name what it is bound to, for the message
   * @throws TideException where Tide has no such value
   */
  static String of(String name, Object value) {
    return of(name, value, 0);
  }

  /** Whether the value is of a class that {@link #of} takes. */
  static boolean isPossible(Object value) {
    return value instanceof Number
        || value instanceof Boolean
        || value instanceof CharSequence
        || value instanceof Character
        || value instanceof LocalDate
        || value instanceof QuantityAnswer
        || value instanceof Map
        || value instanceof Iterable
        || value.getClass().isArray();
  }

  private static String of(String name, Object value, int depth) {
    if (depth > DEEPEST) {
      throw refused(name, "its lists and maps are nested too deep");
    }
    if (value instanceof Number number) {
      return number(name, number);
    }
    if (value instanceof Boolean truth) {
      return truth.toString();
    }
    if (value instanceof CharSequence || value instanceof Character) {
      return text(name, value.toString());
    }
    if (value instanceof LocalDate date) {
      return "date(\"" + date + "\")";
    }
    if (value instanceof QuantityAnswer answer) {
      return WrittenNumber.of(answer.quantity())
          .orElseThrow(() -> refused(name, "a script cannot hold " + answer));
    }
    if (value instanceof Map<?, ?> map) {
      List<String> entries = new ArrayList<>();
      map.forEach(
          (key, element) -> entries.add(field(name, key) + ": " + of(name, element, depth + 1)));
      return "{" + String.join(", ", entries) + "}";
    }
    if (value instanceof Iterable<?> elements) {
      List<String> texts = new ArrayList<>();
      elements.forEach(element -> texts.add(of(name, element, depth + 1)));
      return "[" + String.join(", ", texts) + "]";
    }
    if (value != null && value.getClass().isArray()) {
      List<Object> elements = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(Array.get(value, i));
      }
      return of(name, elements, depth + 1);
    }
    if (value instanceof ScriptObject object) {
      throw refused(name, "of an earlier script only plain values stay, not " + object);
    }
    throw refused(
        name,
        value == null ? "it holds null" : "a script cannot hold a " + value.getClass().getName());
  }

  private static String number(String name, Number number) {
    double value = number.doubleValue();
    if (!Double.isFinite(value)) {
      throw refused(name, "a script cannot hold the number " + number);
    }
    return WrittenNumber.of(value, "");
  }

  /** A key as the name of a field. */
  private static String field(String name, Object key) {
    String field = String.valueOf(key);
    if (!Program.isPath(field) || field.indexOf('.') >= 0) {
      throw refused(name, "the key \"" + field + "\" of a map is no name");
    }
    return field;
  }

  /**
   * A text as a script writes it, without holes.
   *
   * @param name what it is for, for the message
   * @throws TideException where Tide has no such text
   */
  static String text(String name, String characters) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      switch (c) {
        case '"', '\\', '{', '}' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\r' -> throw refused(name, "a text cannot hold a carriage return, only line feeds");
        default -> text.append(c);
      }
    }
    return text.append('"').toString();
  }

  private static TideException refused(String name, String why) {
    return new TideException(
        List.of(
            Diagnostic.error("E0912", name + " cannot be set: " + why)
                .withHelp(
                    "bind a finite number, a text, a truth value, a LocalDate, or lists and maps"
                        + " of these")));
  }
}
