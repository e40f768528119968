package org.tidemark.terminal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.tidemark.session.Completion;

/**
 * Offers what the session proposes, in its order. Which proposals fit is the session's business;
 * the reader only narrows them down by what is typed after they are listed.
 */
final class EntryCompleter implements Completer, CompletionMatcher {
  private static final int MAX_DESCRIPTION = 60;

  private String required = "";
  private List<Candidate> matching = List.of();

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (!(line instanceof EntryLine entry)) {
      return;
    }
    Set<String> texts = new HashSet<>();
    for (Completion one : entry.completions()) {
      if (texts.add(one.text())) {
        String description = one.description().isBlank() ? null : shortened(one.description());
        candidates.add(
            new Candidate(
                one.text(),
                one.text(),
                one.sort().isEmpty() ? null : one.sort(),
                description,
                null,
                null,
                // behind a command comes a space, so that its argument can be typed at once
                one.sort().equals("command") && one.whole(),
                candidates.size()));
      }
    }
  }

  private static String shortened(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    return line.length() <= MAX_DESCRIPTION
        ? line
        : line.substring(0, MAX_DESCRIPTION - 1).stripTrailing().concat("…");
  }

  @Override
  public void compile(
      Map<LineReader.Option, Boolean> options,
      boolean prefix,
      CompletingParsedLine line,
      boolean caseInsensitive,
      int errors,
      String originalGroupName) {
    required = line instanceof EntryLine ? "" : line.word();
    matching = List.of();
  }

  @Override
  public List<Candidate> matches(List<Candidate> candidates) {
    matching = candidates.stream().filter(one -> one.value().startsWith(required)).toList();
    return new ArrayList<>(matching);
  }

  @Override
  public Candidate exactMatch() {
    return matching.stream().filter(one -> one.value().equals(required)).findFirst().orElse(null);
  }

  @Override
  public String getCommonPrefix() {
    String common = matching.isEmpty() ? "" : matching.get(0).value();
    for (Candidate one : matching) {
      int same = 0;
      int end = Math.min(common.length(), one.value().length());
      while (same < end && common.charAt(same) == one.value().charAt(same)) {
        same++;
      }
      boolean splitsPair = same > 0 && Character.isHighSurrogate(common.charAt(same - 1));
      common = common.substring(0, splitsPair ? same - 1 : same);
    }
    return common;
  }
}
