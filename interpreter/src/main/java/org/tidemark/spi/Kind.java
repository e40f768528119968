package org.tidemark.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/**
 * A kind of declaration, {@code firm} or {@code curve}. Checking, completion and documentation
 * follow from what it says of itself.
 */
public interface Kind {
  /** The word with which its declarations start. */
  String name();

  /** What it declares, in Markdown. */
  String doc();

  /** Its fields, in the order of the documentation. */
  List<FieldSpec> fields();

  /** What may stand between the name and the body. */
  Header header();

  /** The type of a declaration; reports what is wrong with it. */
  Type check(DeclarationCheck declaration);

  /**
   * The value of a declaration.
   *
   * @throws Problem where it has none
   */
  Value create(DeclaredFields fields);

  /** The words of its body where that runs in time; absent where it holds fields only. */
  default Optional<RunningWords> running() {
    return Optional.empty();
  }

  /**
   * The name under which its value and its comparison may read the time since the start; a
   * definition of that name goes before.
   */
  default Optional<String> clock() {
    return Optional.empty();
  }

  /** The name under which they may read the date; a definition of that name goes before. */
  default Optional<String> calendar() {
    return Optional.empty();
  }

  /**
   * Whether an empty cell is a value of its fields like any other. For other kinds a field that is
   * taken from one is a mistake, E0507.
   */
  default boolean takesMissing() {
    return false;
  }

  /**
   * Groups of fields of which each declaration sets exactly one, in the order of the documentation.
   */
  default List<List<String>> alternatives() {
    return List.of();
  }

  /**
   * The fields that it takes in parts, see {@link DeclaredFields#parts}. What a script reads of
   * them is the member of the same name, of the same type.
   */
  default Set<String> inParts() {
    return Set.of();
  }

  /** A complete script that uses it; the tests run it. */
  default Optional<String> example() {
    return Optional.empty();
  }

  /**
   * What may stand between the name and the body of a declaration.
   *
   * @param value the field that {@code = expression} sets
   * @param target whether {@code on path} must stand there
   * @param comparison whether {@code when left <= right} must stand there
   * @param title the field that a text behind the name sets
   * @param body whether fields between braces are allowed
   * @param repeatable whether {@code [n]} and {@code [k in list]} are allowed
   */
  record Header(
      Optional<String> value,
      boolean target,
      boolean comparison,
      Optional<String> title,
      boolean body,
      boolean repeatable) {
    /** Fields between braces only, repeatable. */
    public static Header fields() {
      return new Header(Optional.empty(), false, false, Optional.empty(), true, true);
    }

    /** {@code kind name = expression}, repeatable, no body. */
    public static Header value(String field) {
      return new Header(Optional.of(field), false, false, Optional.empty(), false, true);
    }
  }
}
