package org.tidemark.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.Annotation;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.UncertainObject;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/**
 * A value that is worked out once, when it is first asked for, and remembers on which other ones it
 * rests.
 */
final class Cell {
  private final String path;
  private final Location location;
  private final boolean literal;
  private final List<Annotation> annotations;
  private final List<EmbeddedLiteral> embedded;
  private Supplier<Value> work;
  private Evaluation owner;

  /** Empty until there are some: most cells rest on few others, and many on none. */
  private Collection<Cell> dependencies = List.of();

  private Set<Object> spreads = Set.of();
  private Value value;
  private EvaluationFailure failure;
  private boolean open;
  private Cell lastReader;
  private Object lastVisit;
  private Boolean restsOnSpread;
  private Code code;
  private Frame frame;
  private boolean wholeDistributions;
  private boolean passing;
  private DocComment doc;
  private boolean ofDefinitions;

  /** A quantity written inside a formula, an input although it has no name of its own. */
  record EmbeddedLiteral(String text) {}

  Cell(
      String path,
      Location location,
      boolean literal,
      List<Annotation> annotations,
      List<EmbeddedLiteral> embedded,
      Supplier<Value> work) {
    this.path = path;
    this.location = location;
    this.literal = literal;
    this.annotations = annotations;
    this.embedded = embedded;
    this.work = work;
  }

  /** A cell whose value is known. */
  static Cell known(Cell other) {
    Value value = other.value();
    Cell cell =
        new Cell(
            other.path,
            other.location,
            other.literal,
            other.annotations,
            other.embedded,
            () -> value);
    cell.doc = other.doc;
    cell.ofDefinitions = other.ofDefinitions;
    cell.value = value;
    return cell;
  }

  /** A cell for code that is evaluated in a frame, and that can be moved to another one. */
  static Cell movable(String path, Location location, boolean literal, Code code, Frame frame) {
    Cell cell = new Cell(path, location, literal, List.of(), List.of(), () -> code.evaluate(frame));
    cell.code = code;
    cell.frame = frame;
    return cell;
  }

  /** The same in another evaluation. */
  Cell moved(Transplant transplant) {
    return code == null ? this : movable(path, location, literal, code, transplant.frame(frame));
  }

  /** Says that it looks at whole distributions, so that nothing in it stands for a median. */
  void noteWholeDistributions() {
    wholeDistributions = true;
  }

  /** Whether it looks at whole distributions. */
  boolean seesWholeDistributions() {
    return wholeDistributions;
  }

  /** A cell for something that a script asks for in passing. */
  static Cell passing(String path, Location location, Supplier<Value> work) {
    Cell cell = new Cell(path, location, false, List.of(), List.of(), work);
    cell.passing = true;
    return cell;
  }

  /** Whether it stands for no definition of its own. */
  boolean isPassing() {
    return passing;
  }

  /** The same with what its definition says of it. */
  Cell documented(Optional<DocComment> comment) {
    doc = comment.orElse(null);
    return this;
  }

  /** The same where no number is written in its definition. */
  Cell ofDefinitions(boolean alone) {
    ofDefinitions = alone;
    return this;
  }

  /** Whether no number is written in its definition, so that it takes them all from others. */
  boolean isOfDefinitions() {
    return ofDefinitions;
  }

  /** What its definition says of it. */
  Optional<DocComment> doc() {
    return Optional.ofNullable(doc);
  }

  String path() {
    return path;
  }

  Location location() {
    return location;
  }

  /** Whether it is written as a literal. */
  boolean isLiteral() {
    return literal;
  }

  List<Annotation> annotations() {
    return annotations;
  }

  List<EmbeddedLiteral> embedded() {
    return embedded;
  }

  /**
   * Notes an uncertain value that is written inside. Its words are made when somebody asks for
   * them, since in the draws of a study nobody does.
   */
  void noteSpread(QuantityValue value) {
    addSpread(value);
  }

  /** Notes an uncertain quantity of an object that is made inside. */
  void noteSpread(UncertainObject.Part part) {
    addSpread(part);
  }

  private void addSpread(Object spread) {
    if (spreads.isEmpty()) {
      spreads = new LinkedHashSet<>();
    }
    spreads.add(spread);
  }

  /** Whether an uncertain value is written inside. */
  boolean hasSpreads() {
    return !spreads.isEmpty();
  }

  /** The uncertain values that are written inside, in words, each once. */
  Collection<String> spreads() {
    Set<String> words = new LinkedHashSet<>();
    for (Object spread : spreads) {
      words.add(
          spread instanceof UncertainObject.Part part
              ? part.name() + " " + part.distribution().text(part.unit())
              : ValueText.of((QuantityValue) spread));
    }
    return words;
  }

  Collection<Cell> dependencies() {
    return dependencies;
  }

  private void addDependency(Cell cell) {
    if (dependencies.isEmpty()) {
      dependencies = new Dependencies();
    }
    dependencies.add(cell);
  }

  private void removeDependency(Cell cell) {
    if (!dependencies.isEmpty()) {
      dependencies.remove(cell);
    }
  }

  /** Whether it rests on one of some cells, directly or through others. */
  boolean restsOnAny(Collection<Cell> wanted) {
    Set<Cell> seen = new LinkedHashSet<>(List.of(this));
    Deque<Cell> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (Cell part : open.pop().dependencies) {
        if (wanted.contains(part)) {
          return true;
        }
        if (seen.add(part)) {
          open.push(part);
        }
      }
    }
    return false;
  }

  Value value() {
    return value;
  }

  /** The evaluation that worked it out; null before, and where that does not matter any more. */
  Evaluation owner() {
    return owner;
  }

  /** Prepares it to be read in an evaluation that goes on from the one that it was made in. */
  void keep() {
    lastReader = null;
    lastVisit = null;
    if (Settled.isPlain(value)) {
      owner = null;
      frame = null;
      code = null;
    }
  }

  /** Marks it as seen by a walk; false where that walk has been here. */
  boolean visit(Object walk) {
    if (lastVisit == walk) {
      return false;
    }
    lastVisit = walk;
    return true;
  }

  /** Whether it rests on an uncertain value; null where nobody has asked. */
  Boolean restsOnSpread() {
    return restsOnSpread;
  }

  void setRestsOnSpread(boolean rests) {
    this.restsOnSpread = rests;
  }

  /** Its value, worked out now if it has not been. */
  Value read(Evaluation evaluation) {
    if (evaluation.peeking() != null) {
      return evaluation.peeking().at(this);
    }
    Cell reader = evaluation.reader();
    if (reader != null && lastReader != reader) {
      lastReader = reader;
      reader.addDependency(this);
    }
    if (value != null) {
      return value;
    }
    if (failure != null) {
      throw failure;
    }
    if (open) {
      throw evaluation.circle(this);
    }
    open = true;
    boolean entered = false;
    try {
      evaluation.enter(this);
      entered = true;
      value = evaluation.stack().level(() -> evaluation.outOfTime(work));
      // what is known needs nobody to work it out, and may outlive them in a conversation
      work = null;
      owner = evaluation;
      return value;
    } catch (EvaluationFailure thrown) {
      if (!thrown.isPassing()) {
        failure = thrown;
      }
      throw thrown;
    } catch (RuntimeException unwinding) {
      // whoever catches it asks anew, and may be asked by this one then
      lastReader = null;
      if (reader != null) {
        reader.removeDependency(this);
      }
      throw unwinding;
    } finally {
      open = false;
      if (entered) {
        evaluation.leave(reader);
      }
    }
  }
}
