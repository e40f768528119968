package org.tidemark.check.plugin;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.spi.Constant;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.Registry;
import org.tidemark.spi.foreign.ForeignEngine;

/** Takes what one plugin registers, until it is done; nothing of it is in use before. */
final class Draft implements Registry {
  /**
   * Something that was registered.
   *
   * @param sort what it is
   * @param name its name; null where it has none
   * @param part itself
   */
  record Entry(Sort sort, String name, Object part) {}

  private final List<Entry> entries = new ArrayList<>();
  private boolean closed;

  /** What was registered; what comes later is too late. */
  synchronized List<Entry> close() {
    closed = true;
    return entries;
  }

  private synchronized void add(Sort sort, String name, Object part) {
    if (closed) {
      throw new IllegalStateException("a plugin registers while it is asked to, and not later");
    }
    entries.add(new Entry(sort, name, part));
  }

  @Override
  public void kind(Kind kind) {
    add(Sort.KIND, kind.name(), kind);
  }

  @Override
  public void function(FunctionSpec function) {
    add(Sort.FUNCTION, function.name(), function);
  }

  @Override
  public void constant(Constant constant) {
    add(Sort.CONSTANT, constant.name(), constant);
  }

  @Override
  public void engine(ForeignEngine engine) {
    engine.endings().forEach(ending -> add(Sort.ENGINE, ending, engine));
  }
}
