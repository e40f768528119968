package org.tidemark.script;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.script.Bindings;

/**
 * What a host has put, and below it what scripts have defined, each worked out when it is read.
 * Safe for several threads.
 */
final class ScriptBindings extends AbstractMap<String, Object> implements Bindings {
  private final Map<String, Object> given = new LinkedHashMap<>();
  private final Map<String, Definitions> defined = new LinkedHashMap<>();

  /** Keeps what a script defines; the latest script has it. */
  synchronized void define(Definitions definitions) {
    for (String name : definitions.names()) {
      defined.put(name, definitions);
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

  @Override
  public synchronized Set<Map.Entry<String, Object>> entrySet() {
    List<Map.Entry<String, Object>> entries = new ArrayList<>();
    given.keySet().forEach(name -> entries.add(new Entry(name)));
    defined.keySet().stream()
        .filter(name -> !given.containsKey(name))
        .forEach(name -> entries.add(new Entry(name)));
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, Object>> iterator() {
        return entries.iterator();
      }

      @Override
      public int size() {
        return entries.size();
      }
    };
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
      return get(name);
    }

    @Override
    public Object setValue(Object value) {
      return put(name, value);
    }
  }
}
