package org.tidemark.terminal;

import java.util.List;
import java.util.Locale;
import org.tidemark.render.PlainText;
import org.tidemark.session.Derivation;
import org.tidemark.spi.value.OneLine;
import org.tidemark.spi.value.ValueText;

/**
 * The definitions behind a value as a tree, one a line: name and value, and behind them how it is
 * known or how it is defined.
 */
final class DerivationText {
  private final Ink ink;
  private final int columns;
  private final StringBuilder text = new StringBuilder();

  private DerivationText(Ink ink, int columns) {
    this.ink = ink;
    this.columns = columns;
  }

  /** The tree, each of its lines no longer than the terminal is wide. */
  static String of(Derivation derivation, Ink ink, int columns) {
    DerivationText tree = new DerivationText(ink, columns);
    Derivation root = definition(derivation);
    tree.line("", root);
    tree.below("", root);
    return tree.text.toString();
  }

  /** A name that is asked for says no more than its definition. */
  private static Derivation definition(Derivation asked) {
    boolean isName =
        asked.parts().size() == 1
            && asked.parts().get(0).name().strip().equals(asked.name().strip());
    return isName ? asked.parts().get(0) : asked;
  }

  private void below(String indent, Derivation one) {
    List<Derivation> parts = one.parts();
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1 && one.left() == 0;
      line(indent.concat(last ? "└─ " : "├─ "), parts.get(i));
      below(indent.concat(last ? "   " : "│  "), parts.get(i));
    }
    if (one.left() > 0) {
      String more = "└─ and ".concat(Integer.toString(one.left())).concat(" more");
      text.append(ink.faint(indent.concat(more))).append('\n');
    }
  }

  private void line(String branch, Derivation one) {
    String value =
        OneLine.of(one.name()).strip().concat(" = ").concat(OneLine.of(ValueText.of(one.value())));
    String head = PlainText.elided(value, columns - branch.length() - 1);
    int room = columns - branch.length() - PlainText.width(head) - 3;
    String note = room < 8 ? "" : PlainText.elided(note(one), room);
    text.append(ink.faint(branch)).append(head);
    text.append(note.isEmpty() ? "" : "  ".concat(ink.faint(note))).append('\n');
  }

  private static String note(Derivation one) {
    if (one.seen()) {
      return "as above";
    }
    StringBuilder note = new StringBuilder();
    one.grade().ifPresent(grade -> note.append(grade.name().toLowerCase(Locale.ROOT)));
    if (!one.source().isBlank()) {
      note.append(note.length() == 0 ? "" : ": ").append(one.source());
    }
    boolean isWritten = !one.text().isBlank() && !one.parts().isEmpty();
    if (note.length() == 0 && isWritten) {
      note.append("= ").append(one.text());
    }
    return OneLine.of(note.toString()).strip();
  }
}
