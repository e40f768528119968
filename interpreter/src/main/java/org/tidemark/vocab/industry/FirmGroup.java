package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;

/**
 * Firms of a market that are alike.
 *
 * @param firms at least one
 */
record FirmGroup(List<FirmValue> firms) {
  private static final int NAMED = 3;

  /** The sorts of firms among some, in the order of their first ones. */
  static List<FirmGroup> of(List<FirmValue> firms) {
    List<List<FirmValue>> groups = new ArrayList<>();
    for (FirmValue firm : firms) {
      List<FirmValue> like = null;
      for (List<FirmValue> group : groups) {
        if (like == null && group.get(0).isLike(firm)) {
          like = group;
        }
      }
      if (like == null) {
        like = new ArrayList<>();
        groups.add(like);
      }
      like.add(firm);
    }
    return groups.stream().map(FirmGroup::new).toList();
  }

  FirmValue first() {
    return firms.get(0);
  }

  /**
   * Their name, {@code "lab, each of 5"} or {@code "each of a, b and c"} where they are several.
   */
  String label() {
    List<String> names = firms.stream().map(FirmValue::name).distinct().toList();
    if (firms.size() == 1) {
      return names.get(0);
    }
    if (names.size() == 1) {
      return names.get(0) + ", each of " + firms.size();
    }
    return "each of "
        + (names.size() > NAMED ? firms.size() + " like " + names.get(0) : Values.words(names));
  }
}
