package org.tidemark.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.grammar.TideLexing;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;

/** Writes down a conversation as a script. */
public final class SavedScript {
  /** How a script begins that was written so. */
  public static final String MARK = "// Written by :save at the prompt of tide.";

  private SavedScript() {}

  /**
   * A script that says what a conversation says: imports and units first, then each definition
   * below those that it uses, otherwise in the order of the conversation; then what was asked.
   */
  public static String of(Session session) {
    StringBuilder text = new StringBuilder(MARK).append('\n');
    session
        .settings()
        .forEach(
            (path, value) ->
                text.append("// Set from outside, which this script does not do: ")
                    .append(path)
                    .append(" = ")
                    .append(value.replaceAll("\\s+", " "))
                    .append('\n'));
    Map<String, String> rest = new LinkedHashMap<>();
    for (String name : session.definitions()) {
      rest.put(name, session.text(name).orElseThrow());
    }
    section(text, taken(rest, "import "));
    section(text, taken(rest, "unit "));
    section(text, taken(rest, "exchange "));
    section(text, ordered(rest));
    List<String> asks = new ArrayList<>();
    for (String asked : session.asked()) {
      asks.add(
          session.fitsIn(asked)
              ? asked
              : "// asked before, and no longer possible: "
                  + asked.replaceFirst("^show ", "").replaceAll("\\s+", " "));
    }
    section(text, asks);
    return text.toString();
  }

  private static void section(StringBuilder text, List<String> statements) {
    if (statements.isEmpty()) {
      return;
    }
    text.append('\n');
    statements.forEach(statement -> text.append(statement).append('\n'));
  }

  private static List<String> taken(Map<String, String> rest, String word) {
    List<String> taken = new ArrayList<>();
    rest.entrySet()
        .removeIf(
            entry -> {
              boolean fits =
                  entry.getKey().startsWith(word)
                      || word.equals("import ") && entry.getValue().startsWith(word);
              if (fits) {
                taken.add(entry.getValue());
              }
              return fits;
            });
    return taken;
  }

  /** Each below those that it names, otherwise as they come. */
  private static List<String> ordered(Map<String, String> definitions) {
    List<String> ordered = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    for (String name : definitions.keySet()) {
      place(name, definitions, placed, ordered);
    }
    return ordered;
  }

  private static void place(
      String first, Map<String, String> definitions, Set<String> placed, List<String> ordered) {
    // a chain of definitions may be longer than a stack is deep
    List<String> open = new ArrayList<>(List.of(first));
    Set<String> entered = new HashSet<>();
    while (!open.isEmpty()) {
      String name = open.get(open.size() - 1);
      if (placed.contains(name)) {
        open.remove(open.size() - 1);
      } else if (entered.add(name)) {
        for (String used : used(definitions.get(name))) {
          if (definitions.containsKey(used) && !placed.contains(used) && !entered.contains(used)) {
            open.add(used);
          }
        }
      } else {
        placed.add(name);
        ordered.add(definitions.get(name));
        open.remove(open.size() - 1);
      }
    }
  }

  /** The names in a text, the last first. */
  private static List<String> used(String text) {
    List<String> names = new ArrayList<>();
    for (Token token : TideLexing.tokens(new SourceText("", text))) {
      if (token.kind() == TokenKind.NAME) {
        names.add(0, token.text());
      }
    }
    return names;
  }
}
