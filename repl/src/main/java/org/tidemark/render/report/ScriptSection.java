package org.tidemark.render.report;

import java.util.List;
import org.tidemark.api.ScriptOutline;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;

/** The script: its lines numbered and coloured, its doc comments set as prose between them. */
final class ScriptSection {
  private static final String DOC = "///";

  private final Html html;
  private final SourceText source;
  private final List<Token> tokens;
  private int next;
  private int coloured;

  ScriptSection(Html html, ScriptOutline script) {
    this.html = html;
    this.source = script.source();
    this.tokens = script.tokens();
  }

  void write() {
    html.raw("<section id=\"script\" aria-labelledby=\"script-heading\">\n");
    html.element("h2", "The script", "id", "script-heading").line();
    int last = source.lineCount();
    while (last > 1 && source.lineText(last).isBlank()) {
      last--;
    }
    int line = 1;
    while (line <= last) {
      int end = line;
      boolean doc = isDoc(line);
      while (end <= last && isDoc(end) == doc) {
        end++;
      }
      if (doc) {
        document(line, end);
      } else {
        code(line, end);
      }
      line = end;
    }
    html.close("section").line();
  }

  private boolean isDoc(int line) {
    return source.lineText(line).strip().startsWith(DOC) && startsToken(line);
  }

  /** Whether no text or comment of an earlier line goes on in a line. */
  private boolean startsToken(int line) {
    int at = source.lineStart(line);
    while (next < tokens.size() && tokens.get(next).span().end() <= at) {
      next++;
    }
    return next == tokens.size() || tokens.get(next).span().start() >= at;
  }

  private void document(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int line = from; line < to; line++) {
      String words = source.lineText(line).strip().substring(DOC.length());
      text.append(words.startsWith(" ") ? words.substring(1) : words).append('\n');
    }
    html.open("div", "class", "doc", "id", "line-" + from);
    Markdown.write(html, text.toString());
    html.close("div").line();
  }

  private void code(int from, int to) {
    html.raw("<pre class=\"code\"><code>");
    for (int line = from; line < to; line++) {
      html.open("span", "class", "line", "id", "line-" + line, "data-line", "" + line);
      int at = source.lineStart(line);
      int end = at + source.lineText(line).length();
      while (coloured < tokens.size() && tokens.get(coloured).span().end() <= at) {
        coloured++;
      }
      while (at < end) {
        Token now = coloured < tokens.size() ? tokens.get(coloured) : null;
        int start = now == null ? end : Math.min(Math.max(now.span().start(), at), end);
        html.text(source.text().substring(at, start));
        int stop = now == null ? end : Math.min(now.span().end(), end);
        if (start < stop) {
          token(kind(coloured), source.text().substring(start, stop));
        }
        at = Math.max(start, stop);
        if (now != null && now.span().end() <= at) {
          coloured++;
        }
      }
      html.raw("</span>\n");
    }
    html.raw("</code></pre>\n");
  }

  /** What a token is; a name that begins a line and stands before another is the kind of it. */
  private TokenKind kind(int index) {
    Token token = tokens.get(index);
    boolean begins =
        index == 0
            || source.line(tokens.get(index - 1).span().start())
                != source.line(token.span().start());
    if (token.kind() != TokenKind.NAME || !begins || index + 1 == tokens.size()) {
      return token.kind();
    }
    Token next = tokens.get(index + 1);
    boolean named = next.kind() == TokenKind.NAME || next.kind() == TokenKind.TEXT;
    boolean sameLine = source.line(token.span().start()) == source.line(next.span().start());
    return named && sameLine ? TokenKind.WORD : token.kind();
  }

  private void token(TokenKind kind, String text) {
    String name =
        switch (kind) {
          case WORD -> "k";
          case NUMBER -> "n";
          case TEXT, HOLE -> "s";
          case COMMENT, DOC_COMMENT -> "c";
          case UNKNOWN -> "u";
          default -> "";
        };
    if (name.isEmpty()) {
      html.text(text);
    } else {
      html.element("span", text, "class", name);
    }
  }
}
