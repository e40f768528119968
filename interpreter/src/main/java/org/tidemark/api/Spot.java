package org.tidemark.api;

import java.util.List;
import java.util.Optional;
import org.tidemark.spi.type.Type;

/**
 * A place of a text that is being typed, and what is known there.
 *
 * @param sort what stands there
 * @param before the type of what stands before the dot or before {@code as}
 * @param members what may stand behind that dot, or be amended there
 * @param near the names nearer than those of the script, nearest first; one may hide another
 * @param wanted what belongs there
 * @param callee the innermost call around
 */
public record Spot(
    Sort sort,
    Optional<Type> before,
    List<Name> members,
    List<Name> near,
    Optional<Wanted> wanted,
    Optional<Callee> callee) {
  /** What stands at a place. */
  public enum Sort {
    /** The text around could not be read. */
    UNREAD,
    /** A name where a value belongs. */
    NAME,
    /** A member behind a dot. */
    MEMBER,
    /** What a {@code with} amends. */
    AMENDED,
    /** A unit right behind a number. */
    UNIT,
    /** A type, or the unit of an {@code as}. */
    TYPE
  }

  /** Copies its lists. */
  public Spot {
    members = List.copyOf(members);
    near = List.copyOf(near);
  }

  static Spot unread(List<Name> near) {
    return new Spot(
        Sort.UNREAD, Optional.empty(), List.of(), near, Optional.empty(), Optional.empty());
  }
}
