package org.tidemark.solve.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The firms of a game, with those that are alike in all taken together. */
final class FirmGroups {
  private final List<Firm> kinds;
  private final int[] sizes;
  private final int[] first;
  private final int[] ofFirm;

  FirmGroups(List<Firm> firms) {
    Map<Firm, Integer> seen = new LinkedHashMap<>();
    List<Integer> firsts = new ArrayList<>();
    this.ofFirm = new int[firms.size()];
    int[] counts = new int[firms.size()];
    for (int i = 0; i < firms.size(); i++) {
      Integer group = seen.get(firms.get(i));
      if (group == null) {
        group = seen.size();
        seen.put(firms.get(i), group);
        firsts.add(i);
      }
      ofFirm[i] = group;
      counts[group]++;
    }
    this.kinds = List.copyOf(seen.keySet());
    this.sizes = Arrays.copyOf(counts, kinds.size());
    this.first = firsts.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many groups there are. */
  int count() {
    return kinds.size();
  }

  /** One firm of a group. */
  Firm kind(int group) {
    return kinds.get(group);
  }

  /** How many firms a group has. */
  int size(int group) {
    return sizes[group];
  }

  /** The first firm of a group, counted in the order of the game. */
  int firstOf(int group) {
    return first[group];
  }

  /** The group of a firm. */
  int of(int firm) {
    return ofFirm[firm];
  }

  /** How many firms there are. */
  int firms() {
    return ofFirm.length;
  }

  /** The rate at which all discount; NaN where they differ. */
  double commonRate() {
    double rate = kinds.get(0).discountRate();
    for (Firm kind : kinds) {
      if (kind.discountRate() != rate) {
        return Double.NaN;
      }
    }
    return rate;
  }
}
