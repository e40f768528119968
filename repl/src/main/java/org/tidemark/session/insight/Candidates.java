package org.tidemark.session.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tidemark.session.Completion;

/** Collects ways in which an entry may go on, and puts the likeliest first. */
final class Candidates {
  /** Where a candidate comes from; the nearest first where nothing else tells. */
  enum Group {
    EXPECTED,
    LOCAL,
    FIELD,
    OWN,
    KEYWORD,
    BUILTIN,
    UNIT
  }

  private static final int LONGEST_DESCRIPTION = 60;

  private record Ranked(Completion completion, Match match, boolean fits, Group group, int order) {}

  private final int from;
  private final int to;
  private final String typed;
  private final List<Ranked> ranked = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * Candidates for a stretch of an entry.
   *
   * @param typed what they are to begin with
   */
  Candidates(int from, int to, String typed) {
    this.from = from;
    this.to = to;
    this.typed = typed;
  }

  /** Puts in a name as it is. */
  void add(String name, String sort, String description, Group group, boolean fits) {
    add(name, name, sort, description, false, group, fits);
  }

  /**
   * Puts in a name, unless it does not go with what was typed or is there already.
   *
   * @param text what is to be put into the entry for it
   */
  void add(
      String name,
      String text,
      String sort,
      String description,
      boolean whole,
      Group group,
      boolean fits) {
    Match match = Match.of(typed, name);
    if (match == Match.NONE || !taken.add(text)) {
      return;
    }
    Completion completion = new Completion(from, to, text, sort, shortened(description), whole);
    ranked.add(new Ranked(completion, match, fits, group, ranked.size()));
  }

  /** They, the likeliest first. */
  List<Completion> best() {
    // guesses are of use only where nothing begins with what was typed
    boolean plain = ranked.stream().anyMatch(r -> r.match.compareTo(Match.PARTS) < 0);
    return ranked.stream()
        .filter(r -> r.match != Match.SLIP || !plain)
        .sorted(
            Comparator.<Ranked, Match>comparing(r -> r.match)
                .thenComparing(r -> !r.fits)
                .thenComparing(r -> r.group)
                .thenComparingInt(r -> r.order))
        .map(Ranked::completion)
        .toList();
  }

  private static String shortened(String description) {
    String line = description.replace('\n', ' ').strip();
    if (line.length() <= LONGEST_DESCRIPTION) {
      return line;
    }
    int end = line.lastIndexOf(' ', LONGEST_DESCRIPTION - 2);
    return line.substring(0, end < LONGEST_DESCRIPTION / 2 ? LONGEST_DESCRIPTION - 2 : end) + " …";
  }
}
