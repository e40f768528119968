package org.tidemark.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.tidemark.session.Highlight;

/** Colours an entry by what the session says of it and shows which bracket matches. */
final class EntryHighlighter implements Highlighter {
  private static final String OPENING = "([{";

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
    List<Highlight> stretches = conversation.session().highlight(buffer);
    int cursor = reader.getBuffer().cursor();
    int[] pair = pair(buffer, stretches, cursor);
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

  /** Where the bracket at the cursor, or right before it, and its match are; -1 for none. */
  private static int[] pair(String buffer, List<Highlight> stretches, int cursor) {
    int[] before = {-1, -1};
    Deque<Integer> open = new ArrayDeque<>();
    for (Highlight stretch : stretches) {
      if (stretch.role() != Highlight.Role.BRACKET) {
        continue;
      }
      int at = stretch.from();
      if (OPENING.indexOf(buffer.charAt(at)) >= 0) {
        open.push(at);
      } else if (!open.isEmpty()) {
        int opening = open.pop();
        if (at == cursor || opening == cursor) {
          return new int[] {opening, at};
        }
        if (at == cursor - 1 || opening == cursor - 1) {
          before = new int[] {opening, at};
        }
      }
    }
    return before;
  }
}
