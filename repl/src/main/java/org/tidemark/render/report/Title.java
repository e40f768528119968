package org.tidemark.render.report;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.api.ScriptOutline;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;

/**
 * What a report is called, and what it is about: the comment that a script begins with.
 *
 * @param name the first line of that comment where it is a heading of Markdown, else the file's
 * @param about the rest of the comment, in Markdown; empty where there is none
 */
record Title(String name, String about) {
  private static final String EXTENSION = ".tide";

  static Title of(ScriptOutline script) {
    List<String> lines = comment(script);
    String first = lines.isEmpty() ? "" : lines.get(0).strip();
    boolean heading = first.startsWith("# ");
    String about = String.join("\n", heading ? lines.subList(1, lines.size()) : lines).strip();
    return new Title(heading ? first.substring(2).strip() : stem(script.source().name()), about);
  }

  private static String stem(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return name.endsWith(EXTENSION) && name.length() > EXTENSION.length()
        ? name.substring(0, name.length() - EXTENSION.length())
        : name;
  }

  /** The lines of the comment at the start, without their slashes. */
  private static List<String> comment(ScriptOutline script) {
    List<String> lines = new ArrayList<>();
    int line = 0;
    for (Token token : script.tokens()) {
      int at = script.source().line(token.span().start());
      boolean follows = line == 0 || at == line + 1;
      boolean comment = token.kind() == TokenKind.COMMENT || token.kind() == TokenKind.DOC_COMMENT;
      if (!comment || !follows || !token.text().startsWith("//")) {
        break;
      }
      for (String text : token.text().split("\\R")) {
        lines.add(text.strip().replaceFirst("^/{2,3} ?", ""));
      }
      line = script.source().line(Math.max(token.span().start(), token.span().end() - 1));
    }
    return lines;
  }
}
