package org.tidemark.terminal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;

/**
 * Reads entries of one or several lines. Adds to the library's editor the signature below the
 * entry, the search of the history by what the entry begins with, and the tabulator of pasted text,
 * which completes nothing.
 */
final class Editor extends LineReaderImpl {
  private static final String TABULATOR = "tide-tabulator";
  private static final String EARLIER = "tide-earlier";
  private static final String LATER = "tide-later";

  private static final String NOTHING_FITS = "  nothing known fits here";

  /** On fewer rows the lines are better spent on the entry. */
  private static final int MIN_ROWS_FOR_SIGNATURE = 6;

  /** How long pasted text may take from one character to the next, in milliseconds. */
  private static final long PASTE_GAP = 10;

  /** How long a terminal's size has to stay the same before the entry is drawn anew. */
  private static final long SETTLING = 100;

  /** Above this many characters an entry is neither coloured nor undone. */
  private static final int MAX_COLOURED = 20_000;

  private static final int MENU_LIST_BOUND = 100;

  private final SignatureLine signature;
  private final PrefixSearch search;
  private boolean finishing;
  private String withoutProposals;
  private volatile boolean resized;

  Editor(Terminal terminal, Conversation conversation, Palette palette, HistoryFile history) {
    super(terminal, "tide", null);
    this.signature = new SignatureLine(conversation, palette);
    this.search = new PrefixSearch(history);
    EntryCompleter completer = new EntryCompleter();
    setParser(new EntryParser(conversation, this::moreWaits));
    setHighlighter(new EntryHighlighter(conversation, palette));
    setCompleter(completer);
    setCompletionMatcher(completer);
    setHistory(history);
    option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
    option(LineReader.Option.HISTORY_INCREMENTAL, false);
    option(LineReader.Option.HISTORY_REDUCE_BLANKS, false);
    setVariable(LineReader.SECONDARY_PROMPT_PATTERN, Signs.NEXT);
    setVariable(LineReader.FEATURES_MAX_BUFFER_SIZE, MAX_COLOURED);
    setVariable(LineReader.HISTORY_SIZE, HistoryFile.BOUND);
    setVariable(LineReader.LIST_MAX, MENU_LIST_BOUND);
    setVariable(LineReader.BELL_STYLE, "none");
    palette.set(this);
    bindKeys();
    conversation.whenReady(this::drawAgain);
  }

  /** What was typed before the session was made has neither colours nor a signature yet. */
  private void drawAgain() {
    try {
      callWidget(LineReader.REDISPLAY);
    } catch (IllegalStateException nothingIsRead) {
      // then the next line is drawn with the session anyway
      return;
    }
  }

  /**
   * Lets Ctrl-C and Ctrl-Z be signals, where the library reads them as keys: they also have to work
   * while nobody reads.
   */
  static boolean keepSignals(Terminal terminal) {
    Attributes attributes = terminal.getAttributes();
    attributes.setLocalFlag(Attributes.LocalFlag.ISIG, true);
    terminal.setAttributes(attributes);
    return true;
  }

  private void bindKeys() {
    getWidgets().put(LineReader.CALLBACK_INIT, () -> keepSignals(terminal));
    getWidgets().put(TABULATOR, this::tabulator);
    KeyMap<Binding> keys = keyMaps.get(LineReader.EMACS);
    keys.bind(new Reference(TABULATOR), "\t");
    getWidgets()
        .put(EARLIER, () -> upLine() || recall(search.earlier(buf.toString(), buf.upToCursor())));
    getWidgets().put(LATER, () -> downLine() || recall(search.later(buf.toString())));
    bind(keys, EARLIER, KeyMap.ctrl('P'), key(Capability.key_up), "\033[A", "\033OA");
    bind(keys, LATER, KeyMap.ctrl('N'), key(Capability.key_down), "\033[B", "\033OB");
    // terminals differ in which of these they send, and some are described wrongly
    bind(keys, LineReader.FORWARD_CHAR, "\033[C", "\033OC");
    bind(keys, LineReader.BACKWARD_CHAR, "\033[D", "\033OD");
    bind(keys, LineReader.BEGINNING_OF_LINE, "\033[H", "\033OH", "\033[1~");
    bind(keys, LineReader.END_OF_LINE, "\033[F", "\033OF", "\033[4~");
    bind(keys, LineReader.DELETE_CHAR, "\033[3~");
  }

  private String key(Capability capability) {
    return KeyMap.key(terminal, capability);
  }

  private static void bind(KeyMap<Binding> keys, String widget, String... sequences) {
    for (String sequence : sequences) {
      if (sequence != null) {
        keys.bind(new Reference(widget), sequence);
      }
    }
  }

  private boolean recall(Optional<String> entry) {
    entry.ifPresent(this::setBuffer);
    return entry.isPresent();
  }

  @Override
  public String readLine(String prompt) {
    finishing = false;
    withoutProposals = null;
    search.begin();
    return super.readLine(prompt);
  }

  /** Whether more has been typed than was read: nobody types that fast, so it is pasted. */
  private boolean moreWaits() {
    return peekCharacter(PASTE_GAP) >= 0;
  }

  @Override
  protected String doReadStringUntil(String end) {
    return PastedText.withoutPrompts(super.doReadStringUntil(end));
  }

  private boolean tabulator() {
    String line = buf.upToCursor();
    boolean indents = line.substring(line.lastIndexOf('\n') + 1).isBlank();
    int next = peekCharacter(PASTE_GAP);
    if (next >= 0 && (indents || next != '\t')) {
      buf.write('\t');
      return true;
    }
    if (!expandOrComplete()) {
      withoutProposals = buf.toString();
    }
    return true;
  }

  @Override
  public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
    AttributedString shown = super.getDisplayedBufferWithPrompts(secondaryPrompts);
    if (finishing || post != null || size.getRows() < MIN_ROWS_FOR_SIGNATURE) {
      return shown;
    }
    Optional<AttributedString> below = below();
    return below.isEmpty()
        ? shown
        : new AttributedStringBuilder()
            .append(shown)
            .append("\n")
            .append(below.get())
            .toAttributedString();
  }

  /** Sizes change many times while somebody drags; afterwards the entry is drawn anew. */
  private void settle() {
    lock.lock();
    try {
      if (reading && resized) {
        redisplay(true);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Draws all of the entry after a change of size. The library trusts the terminal to have moved
   * what it showed, which some do and some do not.
   */
  @Override
  protected void redisplay(boolean flush) {
    if (resized) {
      resized = false;
      display.update(List.of(), 0, false);
    }
    super.redisplay(flush);
  }

  /** A line about the entry: what is being typed, or that the tabulator found nothing. */
  private Optional<AttributedString> below() {
    String entry = buf.toString();
    if (entry.equals(withoutProposals)) {
      return Optional.of(new AttributedString(NOTHING_FITS));
    }
    withoutProposals = null;
    return signature.at(entry, buf.cursor(), size.getColumns());
  }

  @Override
  protected void doCleanup(boolean newLine) {
    finishing = true;
    super.doCleanup(newLine);
  }

  @Override
  protected synchronized void handleSignal(Terminal.Signal signal) {
    super.handleSignal(signal);
    if (signal == Terminal.Signal.WINCH) {
      resized = true;
      CompletableFuture.delayedExecutor(SETTLING, TimeUnit.MILLISECONDS).execute(this::settle);
    }
    if (signal == Terminal.Signal.CONT) {
      keepSignals(terminal);
      // whoever ran meanwhile has switched it off
      terminal.writer().write(BRACKETED_PASTE_ON);
      terminal.flush();
    }
  }
}
