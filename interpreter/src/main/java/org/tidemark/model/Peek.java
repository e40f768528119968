package org.tidemark.model;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tidemark.spi.value.Value;

/**
 * Looks at what is known already, for somebody who must neither set off new work nor rest on more
 * than it has read by itself. So compiling a function changes nothing that can be seen: no circle
 * comes up that evaluating it would not have met, and evidence stays what it was.
 */
final class Peek {
  private final Cell reader;
  private final MovingDefinitions moving;
  private final Set<Cell> seen = new LinkedHashSet<>();

  /** Thrown where something has not been worked out, or not been read. */
  static final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final NotYet INSTANCE = new NotYet();

    private NotYet() {
      super("not yet", null, false, false);
    }
  }

  /**
   * A look around.
   *
   * @param reader what is being worked out; null where nothing is
   */
  Peek(Cell reader) {
    this(reader, null);
  }

  /**
   * A look around.
   *
   * @param reader what is being worked out; null where nothing is
   * @param moving definitions whose present values stand for nothing; null where there are none
   */
  Peek(Cell reader, MovingDefinitions moving) {
    this.reader = reader;
    this.moving = moving;
  }

  Value at(Cell cell) {
    if (cell.value() == null || !isReadBy(reader, cell)) {
      throw NotYet.INSTANCE;
    }
    if (moving != null && moving.has(cell)) {
      throw new NoKernel("it reads what is set otherwise than by its name");
    }
    seen.add(cell);
    return cell.value();
  }

  private static boolean isReadBy(Cell reader, Cell cell) {
    return reader == null || reader.dependencies().contains(cell);
  }

  /** Whether another reader has read all that was seen. */
  boolean holdsFor(Cell another) {
    for (Cell cell : seen) {
      if (!isReadBy(another, cell)) {
        return false;
      }
    }
    return true;
  }
}
