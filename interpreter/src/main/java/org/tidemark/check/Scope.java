package org.tidemark.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/**
 * The names that an expression sees: those of the structures around it and, inside functions,
 * blocks and comprehensions, local ones.
 *
 * <p>At run time each local scope is a frame and each structure scope an instance, so a {@link
 * Resolution} says how many of them to climb.
 */
public final class Scope {
  private final Scope parent;
  private final Structure structure;
  private final List<String> names = new ArrayList<>();
  private final List<Supplier<Type>> types = new ArrayList<>();
  private final BitSet read = new BitSet();
  private List<ObjectType> running;
  private SourceText source;

  private Scope(Scope parent, Structure structure) {
    this.parent = parent;
    this.structure = structure;
  }

  static Scope of(Structure structure, Scope enclosing) {
    return new Scope(enclosing, structure);
  }

  /** A new local scope inside this one. */
  public Scope local() {
    return new Scope(this, null);
  }

  /**
   * A local scope in which whatever runs, such as a curve, stands for its running value.
   *
   * @param collector takes the types of what was read so
   */
  Scope running(List<ObjectType> collector) {
    Scope inner = local();
    inner.running = collector;
    return inner;
  }

  /** Whether running things stand for their running values here. */
  public boolean isRunning() {
    return collector() != null;
  }

  List<ObjectType> collector() {
    for (Scope at = this; at != null && at.structure == null; at = at.parent) {
      if (at.running != null) {
        return at.running;
      }
    }
    return null;
  }

  /** A local scope like the one in which a {@code when} is checked, for the evaluator. */
  public Scope running() {
    return running(new ArrayList<>());
  }

  /**
   * Adds a local name.
   *
   * @param type what is known of it; unknown where nobody checks
   * @return its index in the frame
   */
  public int define(String name, Type type) {
    return define(name, () -> type);
  }

  /** Adds a local name whose type is worked out when it is asked for. */
  int define(String name, Supplier<Type> type) {
    names.add(name);
    types.add(type);
    return names.size() - 1;
  }

  /**
   * The name under which the place of a repetition's element is kept, which no script can write.
   *
   * @param variable of the repetition
   */
  public static String placeOf(String variable) {
    return variable + "#";
  }

  /** Whether a local name has been read so far. */
  public boolean isRead(int index) {
    return read.get(index);
  }

  /**
   * Adds the name of the time since the start, unless something here is called so.
   *
   * @return its index in the frame; -1 where it was not added
   */
  public int defineClock(Optional<String> name) {
    return defineUnlessTaken(name, Types.DURATION);
  }

  /** Adds the name of the date in the same way. */
  public int defineCalendar(Optional<String> name) {
    return defineUnlessTaken(name, BasicType.DATE);
  }

  private int defineUnlessTaken(Optional<String> name, Type type) {
    return name.isEmpty() || resolve(name.get()).isPresent() ? -1 : define(name.get(), type);
  }

  /** Makes a local scope stand in a text of its own, as a value given from outside does. */
  void readFrom(SourceText text) {
    this.source = text;
  }

  /** The text in which expressions of this scope stand. */
  public SourceText source() {
    for (Scope at = this; at != null && at.structure == null; at = at.parent) {
      if (at.source != null) {
        return at.source;
      }
    }
    return structure().source();
  }

  /** A scope like this one for a value that stands in a text of its own. */
  public Scope readingFrom(SourceText text) {
    Scope inner = local();
    inner.readFrom(text);
    return inner;
  }

  /** The local names of this scope itself, in the order in which they were added. */
  public List<String> localNames() {
    return names.stream().filter(name -> !name.endsWith("#")).distinct().toList();
  }

  /**
   * The place of a local name of this scope itself in its frame; the last one that is called so.
   */
  public int indexOf(String name) {
    return names.lastIndexOf(name);
  }

  /** The number of local names so far. */
  public int size() {
    return names.size();
  }

  /** The innermost structure around. */
  public Structure structure() {
    Scope at = this;
    while (at.structure == null) {
      at = at.parent;
    }
    return at.structure;
  }

  /** The structure that is some structures out. */
  public Structure structure(int out) {
    Scope at = this;
    for (int i = 0; ; at = at.parent) {
      if (at.structure != null && i++ == out) {
        return at.structure;
      }
    }
  }

  /** Whether this scope is a structure's own. */
  public boolean isStructure() {
    return structure != null;
  }

  /** The scope around this one. */
  public Optional<Scope> parent() {
    return Optional.ofNullable(parent);
  }

  /** A name among the local ones and the structures around, nearest first. */
  public Optional<Resolution> resolve(String name) {
    int frames = 0;
    int structures = 0;
    for (Scope at = this; at != null; at = at.parent) {
      if (at.structure == null) {
        int index = at.names.lastIndexOf(name);
        if (index >= 0) {
          at.read.set(index);
          // frames are counted within one structure; a local of an outer structure's
          // declaration is reached through that structure's instance
          return Optional.of(
              new Resolution.Local(structures, frames, index, at.types.get(index).get()));
        }
        frames++;
      } else {
        Optional<Member> member = at.structure.member(name);
        if (member.isPresent()) {
          return Optional.of(new Resolution.OfStructure(structures, member.get()));
        }
        structures++;
        frames = 0;
      }
    }
    return Optional.empty();
  }

  /** Every name that is in scope, nearest first, for suggestions. */
  public List<String> names() {
    List<String> all = new ArrayList<>();
    for (Scope at = this; at != null; at = at.parent) {
      all.addAll(at.structure == null ? at.names : at.structure.memberNames());
    }
    all.removeIf(name -> name.endsWith("#"));
    return all;
  }
}
