package org.tidemark.session.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.api.Callee;
import org.tidemark.api.Lookup;
import org.tidemark.session.insight.Candidates.Group;
import org.tidemark.spi.Kind;

/** Puts in the words of the language, where they may stand. */
final class WordCandidates {
  private static final Map<String, String> STATEMENTS =
      Map.of(
          "param", "an input",
          "show", "shows results",
          "fn", "a function",
          "plot", "draws",
          "assert", "checks that something holds",
          "import", "brings in a module",
          "export", "writes to a file",
          "unit", "a unit of your own",
          "exchange", "what a currency is worth",
          "correlate", "correlates uncertain inputs");
  private static final List<String> ORDER =
      List.of(
          "param",
          "show",
          "fn",
          "plot",
          "assert",
          "import",
          "export",
          "unit",
          "exchange",
          "correlate");
  private static final List<String> IN_MODELS = List.of("param", "fn", "assert", "correlate");
  private static final List<String> OPERATORS =
      List.of("as", "to", "with", "and", "or", "by", "within", "in");

  private final Lookup lookup;
  private final Cursor cursor;
  private final Candidates found;

  WordCandidates(Lookup lookup, Cursor cursor, Candidates found) {
    this.lookup = lookup;
    this.cursor = cursor;
    this.found = found;
  }

  private void keyword(String word, String doc) {
    found.add(word, word, "keyword", doc, true, Group.KEYWORD, false);
  }

  /** What may begin a statement. */
  void statements() {
    boolean inside = cursor.frame.kind == Frame.Kind.BODY;
    for (String word : inside ? IN_MODELS : ORDER) {
      keyword(word, STATEMENTS.get(word));
    }
    for (Kind kind : lookup.kinds()) {
      found.add(
          kind.name(),
          kind.name(),
          "kind",
          NameCandidates.firstLine(kind.doc()),
          true,
          Group.KEYWORD,
          false);
    }
    if (!cursor.frame.head.equals("test")) {
      found.add(
          "model", "model", "kind", "definitions that can be amended", true, Group.KEYWORD, false);
      found.add("test", "test", "kind", "checks something", true, Group.KEYWORD, false);
    }
  }

  /** What may stand for a value besides names. */
  void values() {
    for (String word : List.of("true", "false", "this", "if", "not")) {
      keyword(word, "");
    }
  }

  /** The types that are no units. */
  void types() {
    for (String word : List.of("date", "text", "bool")) {
      keyword(word, "");
    }
  }

  /** What may join an operand with another. */
  void operators() {
    for (String word : OPERATORS) {
      keyword(word, "");
    }
    int ifs = count("if");
    if (ifs > count("then")) {
      keyword("then", "");
    } else if (ifs > count("else")) {
      keyword("else", "");
    }
    if (cursor.frame.kind == Frame.Kind.BRACKET) {
      keyword(count("for") == 0 ? "for" : "if", "");
    }
    if (cursor.before.isWord(cursor.start(), "plot")) {
      keyword("over", "");
    }
  }

  private int count(String word) {
    int count = 0;
    for (int i = Math.max(0, cursor.start()); i < cursor.before.size(); i++) {
      if (cursor.before.isWord(i, word) && cursor.before.around[i] == cursor.frame) {
        count++;
      }
    }
    return count;
  }

  /** What may follow the name of a declaration. */
  void header() {
    Frame frame = cursor.frame;
    int first = Math.max(0, cursor.start());
    if (!frame.holdsStatements() || cursor.last <= first || !cursor.before.isDeclaration(first)) {
      return;
    }
    String word = cursor.before.tokens.get(first).text();
    boolean model = word.equals("model");
    lookup
        .kind(word)
        .map(Kind::header)
        .ifPresent(
            header -> {
              if (header.target()) {
                keyword("on", "what it works on");
              }
              if (header.comparison()) {
                keyword("when", "the comparison");
              }
              if (header.body()) {
                keyword("extends", "takes over the fields of another");
              }
            });
    if (model) {
      keyword("extends", "takes over the definitions of another");
    }
  }

  /** Whether a new name is to be written here, so that nothing can be offered. */
  boolean namesSomethingNew() {
    Reading before = cursor.before;
    int last = cursor.last;
    if (before.isWord(last, "fn")
        || before.isWord(last, "let")
        || before.isWord(last, "for")
        || before.isWord(last, "as")) {
      return true;
    }
    return cursor.frame.kind == Frame.Kind.PARAMETERS
        && (before.opened[last] == cursor.frame || cursor.lastIs(","));
  }

  /** The fields that a body sets already, also behind the cursor. */
  List<String> setIn(Frame frame) {
    Reading whole =
        new Reading(cursor.text.substring(0, cursor.from) + " " + cursor.text.substring(cursor.to));
    List<String> set = new ArrayList<>();
    for (int i = 0; i + 1 < whole.size(); i++) {
      Frame at = whole.around[i];
      boolean same = at != null && at.open == frame.open && at.kind == frame.kind;
      if (same && whole.start[i] == i && (whole.is(i + 1, "=") || whole.is(i + 1, ":"))) {
        set.add(whole.tokens.get(i).text());
      }
    }
    return set;
  }

  /** What besides fields may begin a statement in a kind's body. */
  void inBody(Kind kind) {
    keyword("let", "a helper");
    kind.running()
        .ifPresent(
            running -> {
              keyword(running.state(), "something that changes in time");
              keyword(running.rate(), "the rate of change of a state");
              keyword(running.step(), "the next value of a state");
              keyword("when", "something that happens");
            });
  }

  /** The names of the arguments that a call still takes. */
  void arguments(Callee callee) {
    for (Callee.Parameter parameter : callee.parameters()) {
      if (!parameter.name().isEmpty() && !parameter.given() && !parameter.rest()) {
        found.add(
            parameter.name(),
            parameter.name() + ": ",
            "argument",
            parameter.doc().isEmpty() ? parameter.words() : parameter.doc(),
            false,
            Group.LOCAL,
            true);
      }
    }
  }
}
