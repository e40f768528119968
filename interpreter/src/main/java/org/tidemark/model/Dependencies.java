package org.tidemark.model;

import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The cells on which one cell rests, each once, in the order in which they were first read. Most
 * cells rest on a handful, for which a set would cost more than what is worked out; beyond that it
 * is one.
 */
final class Dependencies extends AbstractCollection<Cell> {
  private static final int MOST_IN_ARRAY = 8;
  private static final int FIRST = 4;
  private static final Cell[] NONE = new Cell[0];

  private Cell[] few = NONE;
  private int count;

  /** All of them, where they are too many for the array. */
  private Set<Cell> many;

  @Override
  public boolean add(Cell cell) {
    if (many != null) {
      return many.add(cell);
    }
    if (indexOf(cell) >= 0) {
      return false;
    }
    if (count == MOST_IN_ARRAY) {
      many = new LinkedHashSet<>(Arrays.asList(few));
      few = NONE;
      count = 0;
      return many.add(cell);
    }
    if (count == few.length) {
      few = Arrays.copyOf(few, count == 0 ? FIRST : MOST_IN_ARRAY);
    }
    few[count++] = cell;
    return true;
  }

  @Override
  public boolean remove(Object cell) {
    if (many != null) {
      return many.remove(cell);
    }
    int index = indexOf(cell);
    if (index < 0) {
      return false;
    }
    count--;
    System.arraycopy(few, index + 1, few, index, count - index);
    few[count] = null;
    return true;
  }

  @Override
  public boolean contains(Object cell) {
    return many != null ? many.contains(cell) : indexOf(cell) >= 0;
  }

  private int indexOf(Object cell) {
    for (int i = 0; i < count; i++) {
      if (few[i] == cell) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int size() {
    return many != null ? many.size() : count;
  }

  @Override
  public Iterator<Cell> iterator() {
    return many != null ? many.iterator() : Arrays.asList(few).subList(0, count).iterator();
  }
}
