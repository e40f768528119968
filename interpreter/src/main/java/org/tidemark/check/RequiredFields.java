package org.tidemark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;

/** Checks that a declaration sets the fields that its kind cannot do without. */
final class RequiredFields {
  private final Kind kind;
  private final DeclarationCheck declaration;
  private final Predicate<String> unread;

  private RequiredFields(Kind kind, DeclarationCheck declaration, Predicate<String> unread) {
    this.kind = kind;
    this.declaration = declaration;
    this.unread = unread;
  }

  /**
   * Reports what is missing, and what excludes each other.
   *
   * @param unread tells whether a field may be set in what could not be read
   * @return whether nothing was reported
   */
  static boolean check(Kind kind, DeclarationCheck declaration, Predicate<String> unread) {
    return new RequiredFields(kind, declaration, unread).check();
  }

  private boolean check() {
    boolean fine = true;
    for (List<String> group : kind.alternatives()) {
      fine &= hasOne(group);
    }
    List<String> missing = new ArrayList<>();
    for (FieldSpec spec : kind.fields()) {
      if (spec.required() && !declaration.has(spec.name()) && !unread.test(spec.name())) {
        missing.add(spec.name());
      }
    }
    if (!missing.isEmpty()) {
      needs(missing, ", ");
    }
    return fine && missing.isEmpty();
  }

  private boolean hasOne(List<String> group) {
    List<String> set = group.stream().filter(declaration::has).toList();
    if (set.size() == 1 || (set.isEmpty() && group.stream().anyMatch(unread))) {
      return true;
    }
    if (set.isEmpty()) {
      needs(group, " or ");
    } else {
      declaration.problem(
          set.get(set.size() - 1),
          "E0416",
          "a " + kind.name() + " has " + String.join(" or ", set) + ", not both",
          "leave one of them out");
    }
    return false;
  }

  private void needs(List<String> fields, String separator) {
    declaration.problem(
        null,
        "E0402",
        "the "
            + kind.name()
            + " "
            + declaration.name()
            + " needs "
            + String.join(separator, fields),
        kind.fields().stream()
            .filter(spec -> fields.contains(spec.name()))
            .map(spec -> spec.name() + ": " + spec.doc())
            .toArray(String[]::new));
  }
}
