package org.tidemark.terminal;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.tidemark.session.Completion;

/**
 * An entry that is being typed, and the stretch of it that completions replace.
 *
 * @param line the whole entry, of several lines maybe
 * @param cursor where it is being typed
 * @param completions ways in which it may go on; all replace the same stretch
 */
record EntryLine(String line, int cursor, List<Completion> completions)
    implements CompletingParsedLine {

  /** With completions of the same stretch, whatever stretches they come with. */
  static EntryLine of(String line, int cursor, List<Completion> completions) {
    int from = cursor;
    int to = cursor;
    for (Completion completion : completions) {
      from = Math.min(from, completion.from());
      to = Math.max(to, completion.to());
    }
    int begin = from;
    int end = to;
    return new EntryLine(
        line,
        cursor,
        completions.stream()
            .map(
                one ->
                    new Completion(
                        begin,
                        end,
                        line.substring(begin, one.from())
                            .concat(one.text())
                            .concat(line.substring(one.to(), end)),
                        one.sort(),
                        one.description(),
                        one.whole()))
            .toList());
  }

  private int from() {
    return completions.isEmpty() ? cursor : completions.get(0).from();
  }

  private int to() {
    return completions.isEmpty() ? cursor : completions.get(0).to();
  }

  @Override
  public String word() {
    return line.substring(from(), to());
  }

  @Override
  public int wordCursor() {
    return cursor - from();
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(word());
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return wordCursor();
  }

  @Override
  public int rawWordLength() {
    return to() - from();
  }
}
