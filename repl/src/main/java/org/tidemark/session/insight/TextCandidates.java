package org.tidemark.session.insight;

import java.util.List;
import java.util.Optional;
import org.tidemark.api.Lookup;
import org.tidemark.api.Wanted;
import org.tidemark.session.Completion;
import org.tidemark.session.insight.Candidates.Group;
import org.tidemark.spi.Accept;

/** Completes what stands between quotes, where it is a file or one of a few words. */
final class TextCandidates {
  private static final String MODULE = ".tide";

  private final Library library;
  private final Lookup lookup;
  private final Cursor cursor;
  private final int open;

  TextCandidates(Library library, Lookup lookup, Cursor cursor) {
    this.library = library;
    this.lookup = lookup;
    this.cursor = cursor;
    this.open = cursor.before.tokens.get(cursor.frame.open).span().start();
  }

  List<Completion> complete() {
    int cursorAt = cursor.from + cursor.word.length();
    String typed = cursor.text.substring(open + 1, cursorAt);
    int end = end(cursorAt);
    Candidates found = new Candidates(open + 1, end, typed);
    Frame outer = cursor.frame.outer;
    int first = Math.max(0, outer.start);
    if (outer.kind == Frame.Kind.ENTRY && cursor.before.isWord(first, "import")) {
      String from = typed.isEmpty() ? "./" : typed;
      files(found, from, List.of(MODULE));
    } else if (outer.kind == Frame.Kind.ENTRY && cursor.before.isWord(first, "export")) {
      files(found, typed, List.of());
    } else {
      wanted(end).ifPresent(wanted -> wanted(wanted, found, typed));
    }
    return found.best();
  }

  /** Where the text ends: before its closing quote, else where the word does. */
  private int end(int from) {
    for (int i = from; i < cursor.text.length(); i++) {
      char c = cursor.text.charAt(i);
      if (c == '"') {
        return i;
      }
      if (c == '\n' || c == '\r') {
        break;
      }
    }
    return cursor.to;
  }

  private Optional<Wanted> wanted(int end) {
    boolean closed = end < cursor.text.length() && cursor.text.charAt(end) == '"';
    Cursor whole = new Cursor(cursor.text, open, closed ? end + 1 : end);
    return new Marking(lookup, whole).ask().wanted();
  }

  private void wanted(Wanted wanted, Candidates found, String typed) {
    if (wanted.accept() == Accept.FILE) {
      files(found, typed, List.of());
    }
    for (String choice : wanted.choices()) {
      found.add(choice, choice, "text", wanted.doc(), true, Group.EXPECTED, true);
    }
  }

  private void files(Candidates found, String typed, List<String> endings) {
    for (String file : library.files(typed, endings)) {
      boolean folder = file.endsWith("/");
      found.add(file, file, folder ? "folder" : "file", "", !folder, Group.OWN, true);
    }
  }
}
