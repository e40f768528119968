package org.tidemark.check;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.MemberAccess;
import org.tidemark.grammar.tree.NameReference;

/** What a multiplier works on: a definition, or a field of a declaration. */
public final class MultiplierTarget {
  private MultiplierTarget() {}

  /** The names of a path such as {@code inference.demand}; empty where it is none. */
  public static List<String> path(Expression expression) {
    List<String> names = new ArrayList<>();
    Expression at = expression;
    while (at instanceof MemberAccess access) {
      names.add(0, access.member().name());
      at = access.target();
    }
    if (at instanceof NameReference name) {
      names.add(0, name.name());
      return names;
    }
    return List.of();
  }
}
