package org.tidemark.solve.game;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The firms of a game, with those that are alike in all taken together. */
final class FirmGroups {
  /** So many are compared one by one. */
  private static final int FEW = 12;

  private final List<Firm> kinds;
  private final int[] sizes;
  private final int[] first;
  private final int[] ofFirm;

  FirmGroups(List<Firm> firms) {
    int n = firms.size();
    this.ofFirm = new int[n];
    int[] counts = new int[n];
    int[] firsts = new int[n];
    List<Firm> found = new ArrayList<>(n);
    Map<Firm, Integer> seen = n > FEW ? new HashMap<>() : null;
    for (int i = 0; i < n; i++) {
      Firm firm = firms.get(i);
      int group = seen == null ? found.indexOf(firm) : seen.getOrDefault(firm, -1);
      if (group < 0) {
        group = found.size();
        found.add(firm);
        firsts[group] = i;
        if (seen != null) {
          seen.put(firm, group);
        }
      }
      ofFirm[i] = group;
      counts[group]++;
    }
    this.kinds = found;
    this.sizes = counts;
    this.first = firsts;
  }

  /** Whether no cost moves. */
  boolean constantCosts() {
    for (Firm kind : kinds) {
      if (!(kind.cost() instanceof MarginalCost.Constant)) {
        return false;
      }
    }
    return true;
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
