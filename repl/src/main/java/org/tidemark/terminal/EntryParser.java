package org.tidemark.terminal;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Says whether an entry is whole, and what of it completions replace. */
final class EntryParser implements Parser {
  private final Conversation conversation;
  private final BooleanSupplier moreWaits;

  /**
   * A parser for a conversation.
   *
   * @param moreWaits whether more has been typed than was read, as when a script is pasted
   */
  EntryParser(Conversation conversation, BooleanSupplier moreWaits) {
    this.conversation = conversation;
    this.moreWaits = moreWaits;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.COMPLETE) {
      return EntryLine.of(line, cursor, conversation.session().complete(line, cursor));
    }
    if (context == ParseContext.ACCEPT_LINE && goesOn(line)) {
      throw new EOFError(-1, -1, "the entry goes on");
    }
    return new EntryLine(line, cursor, List.of());
  }

  /** An empty line ends an entry, but not one in a script that is being pasted. */
  private boolean goesOn(String line) {
    return Entries.isOpen(line) && (!Entries.endsWithEmptyLine(line) || moreWaits.getAsBoolean());
  }

  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }
}
