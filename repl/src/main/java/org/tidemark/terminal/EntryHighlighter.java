package org.tidemark.terminal;

import java.util.List;
import java.util.OptionalInt;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.tidemark.session.Highlight;
import org.tidemark.session.Session;

/** Colours an entry by what the session says of it and shows which bracket matches. */
final class EntryHighlighter implements Highlighter {
  private final Conversation conversation;
  private final Palette palette;

  EntryHighlighter(Conversation conversation, Palette palette) {
    this.conversation = conversation;
    this.palette = palette;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    if (!conversation.isReady()) {
      return new AttributedString(buffer);
    }
    Session session = conversation.session();
    List<Highlight> stretches = session.highlight(buffer);
    int[] pair = pair(session, buffer, reader.getBuffer().cursor());
    AttributedStringBuilder text = new AttributedStringBuilder();
    int end = 0;
    for (Highlight stretch : stretches) {
      if (stretch.from() < end || stretch.to() > buffer.length()) {
        continue;
      }
      text.append(buffer, end, stretch.from());
      AttributedStyle style = palette.of(stretch.role());
      boolean matches = stretch.from() == pair[0] || stretch.from() == pair[1];
      text.styled(
          matches ? palette.matching(style) : style,
          buffer.substring(stretch.from(), stretch.to()));
      end = stretch.to();
    }
    return text.append(buffer, end, buffer.length()).toAttributedString();
  }

  /** Where the bracket at the cursor, or right before it, and its match are; none for neither. */
  private static int[] pair(Session session, String buffer, int cursor) {
    OptionalInt match = session.matching(buffer, cursor);
    if (match.isEmpty()) {
      return new int[] {-1, -1};
    }
    return new int[] {match.getAsInt(), session.matching(buffer, match.getAsInt()).orElse(-1)};
  }
}
