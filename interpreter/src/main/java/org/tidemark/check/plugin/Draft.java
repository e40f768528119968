package org.tidemark.check.plugin;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.spi.Constant;
import org.tidemark.spi.DistributionSpec;
import org.tidemark.spi.FitFormSpec;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.OptimumMethod;
import org.tidemark.spi.Registry;
import org.tidemark.spi.Renderer;
import org.tidemark.spi.TableReader;
import org.tidemark.spi.UnitSpec;
import org.tidemark.spi.ValueWriter;
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

  private final ClassLoader loader;
  private final List<Entry> entries = new ArrayList<>();
  private boolean closed;

  /**
   * For one plugin.
   *
   * @param loader where its classes and its library modules are
   */
  Draft(ClassLoader loader) {
    this.loader = loader;
  }

  /** What was registered; what comes later is too late. */
  synchronized List<Entry> close() {
    closed = true;
    return entries;
  }

  private static void told(Object part, String what, String name) {
    if (part == null) {
      throw new IllegalArgumentException("the " + what + name + " is null");
    }
  }

  private synchronized void add(Sort sort, String name, Object part) {
    if (closed) {
      throw new IllegalStateException("a plugin registers while it is asked to, and not later");
    }
    entries.add(new Entry(sort, name, part));
  }

  @Override
  public void kind(Kind kind) {
    // what is missing is told when the plugin is loaded, not by whoever asks for it first
    told(kind.doc(), "doc of the kind ", kind.name());
    told(kind.fields(), "fields of the kind ", kind.name());
    told(kind.header(), "header of the kind ", kind.name());
    told(kind.example(), "example of the kind ", kind.name());
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
  public void distribution(DistributionSpec distribution) {
    add(Sort.DISTRIBUTION, distribution.name(), distribution.function());
  }

  @Override
  public void unit(UnitSpec unit) {
    told(unit.definition(), "definition of the unit ", unit.name());
    told(unit.doc(), "doc of the unit ", unit.name());
    add(Sort.UNIT, unit.name(), unit);
  }

  @Override
  public void fitForm(FitFormSpec form) {
    add(Sort.FIT_FORM, form.name(), form);
  }

  @Override
  public void optimumMethod(OptimumMethod method) {
    add(Sort.METHOD, method.name(), method);
  }

  @Override
  public void reader(TableReader reader) {
    told(reader.doc(), "doc of a ", "reader");
    reader.endings().forEach(ending -> add(Sort.READER, ending, reader));
  }

  @Override
  public void writer(ValueWriter writer) {
    told(writer.doc(), "doc of a ", "writer");
    writer.endings().forEach(ending -> add(Sort.WRITER, ending, writer));
  }

  @Override
  public void renderer(Renderer renderer) {
    add(Sort.RENDERER, renderer.name(), renderer);
  }

  @Override
  public void engine(ForeignEngine engine) {
    engine.endings().forEach(ending -> add(Sort.ENGINE, ending, engine));
  }

  @Override
  public void library(String root) {
    add(Sort.LIBRARY, root, loader);
  }
}
