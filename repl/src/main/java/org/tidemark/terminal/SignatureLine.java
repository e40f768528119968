package org.tidemark.terminal;

import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.tidemark.session.Signature;

/** The call that is being typed, as a line below the entry. */
final class SignatureLine {
  private final Conversation conversation;
  private final Palette palette;

  SignatureLine(Conversation conversation, Palette palette) {
    this.conversation = conversation;
    this.palette = palette;
  }

  /** The line for a place of an entry, cut off where the terminal ends. */
  Optional<AttributedString> at(String entry, int cursor, int columns) {
    if (!conversation.isReady() || Entries.isCommand(entry)) {
      return Optional.empty();
    }
    return conversation
        .session()
        .signature(entry, cursor)
        .map(this::line)
        .map(line -> line.columnLength() < columns ? line : cut(line, columns));
  }

  private static AttributedString cut(AttributedString line, int columns) {
    return new AttributedStringBuilder()
        .append(line.columnSubSequence(0, Math.max(0, columns - 2)))
        .append("…")
        .toAttributedString();
  }

  private AttributedString line(Signature signature) {
    AttributedStyle style = palette.signature();
    AttributedStringBuilder line = new AttributedStringBuilder();
    line.styled(style, "  ".concat(signature.name()).concat("("));
    List<String> parameters = signature.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      line.styled(style, i == 0 ? "" : ", ");
      line.styled(i == signature.current() ? palette.current() : style, parameters.get(i));
    }
    line.styled(style, ")");
    if (!signature.description().isBlank()) {
      String first = signature.description().lines().findFirst().orElse("").strip();
      line.styled(style, "  ".concat(first));
    }
    return line.toAttributedString();
  }
}
