package org.tidemark.script;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.script.Bindings;
import org.tidemark.api.Limits;
import org.tidemark.api.TideException;

/**
 * What a host has put, and below it what scripts have defined, each worked out when it is read.
 * Safe for several threads.
 */
final class ScriptBindings extends AbstractMap<String, Object> implements Bindings {
  private final Map<String, Object> given = new LinkedHashMap<>();
  private final Map<String, Definitions> defined = new LinkedHashMap<>();

  /**
   * Keeps what a script defines; the latest script has it.
   *
   * @param taken names that it did not define itself, which stay where they were taken from
   */
  synchronized void define(Definitions definitions, Set<String> taken) {
    for (String name : definitions.names()) {
      if (!taken.contains(name)) {
        defined.put(name, definitions);
      }
    }
  }

  /** The script that defined a name; null where none did. */
  synchronized Definitions definitions(String name) {
    return defined.get(name);
  }

  /** The names that scripts have defined. */
  synchronized Set<String> defined() {
    return Set.copyOf(defined.keySet());
  }

  /** What the host has put. */
  synchronized Map<String, Object> given() {
    return new LinkedHashMap<>(given);
  }

  /**
   * The value of a name.
   *
   * @throws TideException where it is a definition that has none, which says why
   */
  @Override
  public Object get(Object key) {
    Definitions definitions;
    String name = name(key);
    synchronized (this) {
      if (given.containsKey(name)) {
        return given.get(name);
      }
      definitions = defined.get(name);
    }
    return definitions == null ? null : definitions.ask(name);
  }

  /** The value of a name; null too where it is a definition that has none. */
  Object getIfAny(String name) {
    try {
      return get(name);
    } catch (TideException none) {
      if (none.isStopped() && !Limits.isReached(none.code())) {
        throw none;
      }
      return null;
    }
  }

  @Override
  public synchronized boolean containsKey(Object key) {
    return given.containsKey(name(key)) || defined.containsKey(name(key));
  }

  @Override
  public synchronized Object put(String name, Object value) {
    return given.put(name(name), value);
  }

  @Override
  public void putAll(Map<? extends String, ?> entries) {
    entries.forEach(this::put);
  }

  /** Takes out what the host has put, else what a script has defined. */
  @Override
  public synchronized Object remove(Object key) {
    String name = name(key);
    if (given.containsKey(name)) {
      return given.remove(name);
    }
    defined.remove(name);
    return null;
  }

  @Override
  public synchronized void clear() {
    given.clear();
    defined.clear();
  }

  private static String name(Object key) {
    if (((String) key).isEmpty()) {
      throw new IllegalArgumentException("a name is not empty");
    }
    return (String) key;
  }

  /**
   * The names with their values. A definition that has no value gives null here, so that all can be
   * copied and compared; {@link #get} says why it has none.
   */
  @Override
  public synchronized Set<Map.Entry<String, Object>> entrySet() {
    Set<String> names = new LinkedHashSet<>(given.keySet());
    names.addAll(defined.keySet());
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, Object>> iterator() {
        return new Entries(names.iterator());
      }

      @Override
      public int size() {
        return names.size();
      }
    };
  }

  private Map<String, Object> copy() {
    Map<String, Object> copy = new LinkedHashMap<>();
    entrySet().forEach(entry -> copy.put(entry.getKey(), entry.getValue()));
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || other instanceof Map<?, ?> map
            && copy().equals(map instanceof ScriptBindings that ? that.copy() : map);
  }

  @Override
  public int hashCode() {
    return copy().hashCode();
  }

  /** What the host has put, and the names of definitions, of which none is worked out. */
  @Override
  public synchronized String toString() {
    List<String> texts = new ArrayList<>();
    given.forEach(
        (name, value) -> texts.add(name + "=" + (value == this ? "(these bindings)" : value)));
    defined.keySet().stream().filter(name -> !given.containsKey(name)).forEach(texts::add);
    return "{" + String.join(", ", texts) + "}";
  }

  private final class Entries implements Iterator<Map.Entry<String, Object>> {
    private final Iterator<String> names;
    private String last;

    Entries(Iterator<String> names) {
      this.names = names;
    }

    @Override
    public boolean hasNext() {
      return names.hasNext();
    }

    @Override
    public Map.Entry<String, Object> next() {
      last = names.next();
      return new Entry(last);
    }

    @Override
    public void remove() {
      names.remove();
      ScriptBindings.this.remove(last);
    }
  }

  /** Reads its value when that is asked for. */
  private final class Entry implements Map.Entry<String, Object> {
    private final String name;

    Entry(String name) {
      this.name = name;
    }

    @Override
    public String getKey() {
      return name;
    }

    @Override
    public Object getValue() {
      return getIfAny(name);
    }

    @Override
    public Object setValue(Object value) {
      Object before = getValue();
      put(name, value);
      return before;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Map.Entry<?, ?> that
          && name.equals(that.getKey())
          && Objects.equals(getValue(), that.getValue());
    }

    @Override
    public int hashCode() {
      return name.hashCode() ^ Objects.hashCode(getValue());
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
