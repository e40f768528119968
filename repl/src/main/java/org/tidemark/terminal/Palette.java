package org.tidemark.terminal;

import org.jline.reader.LineReader;
import org.jline.utils.AttributedStyle;
import org.tidemark.session.Highlight;

/** What things look like while they are typed. */
final class Palette {
  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

  private final boolean colour;

  Palette(boolean colour) {
    this.colour = colour;
  }

  /** How a stretch of an entry looks. */
  AttributedStyle of(Highlight.Role role) {
    if (!colour) {
      return PLAIN;
    }
    return switch (role) {
      case KEYWORD, KIND -> PLAIN.foreground(AttributedStyle.MAGENTA);
      case DEFINITION -> PLAIN.foreground(AttributedStyle.BLUE);
      case BUILTIN, MODULE -> PLAIN.foreground(AttributedStyle.CYAN);
      case UNIT, NUMBER -> PLAIN.foreground(AttributedStyle.YELLOW);
      case TEXT -> PLAIN.foreground(AttributedStyle.GREEN);
      case COMMENT, DOC_COMMENT -> PLAIN.foreground(AttributedStyle.BRIGHT);
      case ANNOTATION, COMMAND -> PLAIN.bold();
      case UNKNOWN -> PLAIN.underline();
      case UNMATCHED -> PLAIN.foreground(AttributedStyle.RED).bold();
      case LOCAL, FIELD, LABEL, OPERATOR, BRACKET, PUNCTUATION -> PLAIN;
    };
  }

  /** How the bracket at the cursor and its match look; no matter of colour. */
  AttributedStyle matching(AttributedStyle style) {
    return style.bold().underline();
  }

  /** How the signature below the entry looks. */
  AttributedStyle signature() {
    return colour ? PLAIN.foreground(AttributedStyle.BRIGHT) : PLAIN;
  }

  /** How the parameter in it looks that is being typed. */
  AttributedStyle current() {
    return PLAIN.bold();
  }

  /** Sets how lists of completions look. */
  void set(LineReader reader) {
    String group = colour ? "fg:cyan" : "underline";
    String description = colour ? "fg:bright-black" : "";
    for (String list : new String[] {"", "LIST_"}) {
      String name = "COMPLETION_STYLE_".concat(list);
      reader.setVariable(name.concat("GROUP"), group);
      reader.setVariable(name.concat("DESCRIPTION"), description);
      reader.setVariable(name.concat("STARTING"), "bold");
      reader.setVariable(name.concat("SELECTION"), "inverse");
      reader.setVariable(name.concat("BACKGROUND"), "");
    }
  }
}
