package org.tidemark.model;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.DeepStack;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.spi.Moment;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.Value;

/**
 * One evaluation of a program: which definition is being worked out, how deep calls go, what runs.
 *
 * <p>Belongs to one thread at a time.
 */
final class Evaluation {
  /** Calls of functions inside each other before they are taken for endless. */
  private static final int MOST_CALLS = 5_000;

  private final CheckedProgram program;
  private final Lowering lowering;
  private final Underway underway;
  private final Map<String, Instance> modules = new HashMap<>();
  private long spent;
  private Map<String, Instance> keptModules = Map.of();
  private final Evaluation before;
  private final ChancesOfCells chances;
  private final WrittenInputs inputs;
  private final Settled settled;
  private final AtomicReference<Watch> watching;
  private final Spending spending;
  private final ForeignContexts foreign;
  private boolean knowsNotAll;
  private ReplayedDeclarations replayed;
  private Map<String, Amendment> observed = Map.of();

  Evaluation(CheckedProgram program, Lowering lowering, Watch watch) {
    this(
        program,
        lowering,
        new Underway(lowering.tracer()),
        null,
        null,
        null,
        Settled.NOTHING,
        new AtomicReference<>(watch),
        new ForeignContexts());
    watch.under(lowering.limits());
  }

  /** One that goes on from another, of which it may keep values; who watches, watches both. */
  Evaluation(CheckedProgram program, Lowering lowering, Evaluation previous, Watch watch) {
    this(
        program,
        lowering,
        previous.underway,
        null,
        null,
        null,
        Settled.NOTHING,
        previous.watching,
        previous.foreign);
    underway.rest();
    watching.set(watch);
    watch.under(lowering.limits());
  }

  private Evaluation(
      CheckedProgram program,
      Lowering lowering,
      Underway underway,
      Evaluation before,
      ChancesOfCells chances,
      WrittenInputs inputs,
      Settled settled,
      AtomicReference<Watch> watching,
      ForeignContexts foreign) {
    this.program = program;
    this.lowering = lowering;
    this.underway = underway;
    this.before = before;
    this.chances = chances;
    this.inputs = inputs;
    this.settled = settled;
    this.watching = watching;
    this.spending = new Spending(watching, lowering.limits(), underway, before != null);
    this.foreign = foreign;
  }

  /**
   * An evaluation of a variation.
   *
   * @param where where its uncertain inputs lie
   * @param unchanged cells of this evaluation that the variation leaves as they are
   */
  Evaluation variation(ChancesOfCells where, Settled unchanged) {
    return new Evaluation(
        program, lowering, underway.variation(), this, where, inputs, unchanged, watching, foreign);
  }

  /** An evaluation in which inputs are noted, followed or moved. */
  Evaluation following(WrittenInputs followed) {
    return new Evaluation(
        program,
        lowering,
        underway.variation(),
        this,
        chances,
        followed,
        Settled.NOTHING,
        watching,
        foreign);
  }

  /**
   * An evaluation of the program as it is observed.
   *
   * @param observed what is known of the modules, by their paths; what is missing is not known
   */
  static Evaluation observing(
      CheckedProgram program, Lowering lowering, Watch watch, Map<String, Amendment> observed) {
    Evaluation evaluation = new Evaluation(program, lowering, watch);
    evaluation.knowsNotAll = true;
    evaluation.observed = Map.copyOf(observed);
    return evaluation;
  }

  /** It is asked again and again. */
  void replay(ReplayedDeclarations declarations) {
    replayed = declarations;
  }

  /** The declarations of a script that is asked again and again; null where it is not. */
  ReplayedDeclarations replayed() {
    return replayed;
  }

  /** Whether an empty cell stands for what is not known, see {@link Kleene}. */
  boolean knowsNotAll() {
    return knowsNotAll;
  }

  /** What happens to inputs where they are written; null where nothing does. */
  WrittenInputs inputs() {
    return inputs;
  }

  /** A number that is written in the script. */
  Value written(QuantityValue value, Location location) {
    return inputs == null ? value : inputs.read(value, location, reader());
  }

  /** Where uncertain inputs lie; null where all are at their medians and nobody notes them. */
  ChancesOfCells chances() {
    return chances;
  }

  /** A cell with the value that a cell of the evaluation before has; null where it may differ. */
  Cell takenOver(Cell cell) {
    return cell != null && settled.holds(cell) ? Cell.known(cell) : null;
  }

  CheckedProgram program() {
    return program;
  }

  Lowering lowering() {
    return lowering;
  }

  /** Whether somebody is told of each step. */
  boolean isTraced() {
    return lowering.tracer() != null;
  }

  /** Runs some work, and where the stack is too small for it on another one if that may be. */
  <T> T withRoom(Supplier<T> work) {
    if (!isTraced()) {
      return spending.watched(() -> DeepStack.withRoom(work));
    }
    try {
      return spending.watched(work);
    } catch (StackOverflowError deep) {
      throw tooDeep(program.main().source());
    }
  }

  DeepStack stack() {
    return underway.stack;
  }

  // ---- what is being worked out

  Cell reader() {
    return underway.reader;
  }

  void enter(Cell cell) {
    // a chain of definitions may be long
    spending.checkpoint();
    underway.open.push(cell);
    underway.reader = cell;
  }

  void leave(Cell before) {
    underway.reader = before;
    underway.open.pop();
  }

  /** The look around that is under way; null where work is done as usual. */
  Peek peeking() {
    return underway.peeking;
  }

  /** Evaluates with what is known already. */
  Value peek(Peek peek, Supplier<Value> work) {
    Cell before = underway.reader;
    // what is noted meanwhile belongs to nobody
    underway.reader = Cell.passing("", null, work);
    underway.peeking = peek;
    try {
      return work.get();
    } finally {
      underway.peeking = null;
      underway.reader = before;
    }
  }

  /** Looks at something without resting on it. */
  <T> T aside(Supplier<T> work) {
    Cell before = underway.reader;
    underway.reader = null;
    try {
      return work.get();
    } finally {
      underway.reader = before;
    }
  }

  EvaluationFailure circle(Cell again) {
    StringBuilder loop = new StringBuilder();
    for (Cell cell : underway.open) {
      loop.insert(0, cell.path() + " → ");
      if (cell == again) {
        break;
      }
    }
    return fail(
        again.location(),
        "E0203",
        "these definitions need each other: " + loop + again.path(),
        "give one of them a value that does not depend on the others");
  }

  // ---- modules and declarations

  /** The one instance of an imported module. */
  Instance module(org.tidemark.check.Structure structure) {
    return modules.computeIfAbsent(
        structure.modulePath(),
        path -> {
          Instance made = Instance.of(this, structure);
          if (observed.containsKey(path)) {
            return made.amended(observed.get(path));
          }
          if (before != null) {
            made.follow(before.modules.get(path));
          }
          made.keep(keptModules.get(path));
          return made;
        });
  }

  /**
   * Lets modules that are the same as in another evaluation keep the values that they have there.
   */
  void keepModules(Evaluation previous) {
    keptModules = new HashMap<>(previous.keptModules);
    keptModules.putAll(previous.modules);
  }

  /** The modules that have been asked for here or, where not, in those that this goes on from. */
  Iterable<Instance> knownModules() {
    Map<String, Instance> known = new HashMap<>(keptModules);
    known.putAll(modules);
    return known.values();
  }

  /** Notes that it was busy for so many nanoseconds. */
  void spend(long nanos) {
    spent += nanos;
  }

  /** How long it was busy, in nanoseconds. */
  long spent() {
    return spent;
  }

  /** Whether both are evaluations of one conversation. */
  boolean goesOnFrom(Evaluation other) {
    return underway == other.underway;
  }

  /**
   * Whether a file that was read has changed since, or come or gone; if so all of them are to be
   * read again.
   */
  boolean hasStaleFiles() {
    boolean stale =
        underway.files.entrySet().stream()
            .anyMatch(
                file ->
                    !program
                        .moduleSource()
                        .stamp(file.getKey().get(0), file.getKey().get(1))
                        .equals(file.getValue()));
    if (stale) {
      underway.files.clear();
    }
    return stale;
  }

  /** Whether a file of the main script's folder was read; capital letters make no other of it. */
  boolean hasRead(String file) {
    for (List<String> read : underway.files.keySet()) {
      try {
        Path path = Path.of(read.get(0)).resolveSibling(read.get(1)).normalize();
        if (path.toString().equalsIgnoreCase(Path.of(file).normalize().toString())) {
          return true;
        }
      } catch (InvalidPathException noFile) {
        // nothing was read by such a name
      }
    }
    return false;
  }

  /** Forgets the declarations that belong to evaluations of which nothing is kept. */
  void forgetDeclarations(Set<Evaluation> kept) {
    underway.declared.values().removeIf(object -> !kept.contains(object.evaluation()));
  }

  /** How many declarations it has made. */
  int declarations() {
    return underway.declared.size();
  }

  void declare(Value value, DeclaredObject object) {
    if (replayed == null || !object.isMadeAnewIn(replayed, value)) {
      underway.declared.put(value, object);
    }
  }

  DeclaredObject declaration(Value value) {
    DeclaredObject object = underway.declared.get(value);
    if (object == null && replayed != null) {
      object = replayed.declaration(value);
    }
    return object == null && before != null ? before.declaration(value) : object;
  }

  // ---- calls

  /** Whether calls may go some levels deeper. */
  boolean hasRoomForCalls() {
    return underway.calls < MOST_CALLS - Translation.MOST_CALLS;
  }

  /** Runs the body of a function, with a bound on how deep calls may go. */
  Value call(Location location, Supplier<Value> body) {
    Budget budget = spending.budget();
    if (budget != null) {
      spending.require(budget, Limit.RECURSION, underway.calls + 1L, location);
    }
    if (underway.calls >= MOST_CALLS) {
      throw fail(
          location,
          "E0504",
          "functions call each other more than " + MOST_CALLS + " deep",
          "check the case that ends the recursion");
    }
    spending.checkpoint(location);
    underway.calls++;
    try {
      return underway.stack.level(body);
    } finally {
      underway.calls--;
    }
  }

  /** What it may spend, and whether it is still wanted. */
  Spending spending() {
    return spending;
  }

  /** The contexts of foreign programs. */
  ForeignContexts foreign() {
    return foreign;
  }

  // ---- what runs

  /**
   * Evaluates at a moment, and notes what runs and is read.
   *
   * @param readers takes what is read; null where nobody asks
   */
  <T> T at(Moment present, Set<RunningValue> readers, Supplier<T> work) {
    Moment before = underway.moment;
    Set<RunningValue> beforeReaders = underway.running;
    underway.moment = present;
    underway.running = readers;
    try {
      return work.get();
    } finally {
      underway.moment = before;
      underway.running = beforeReaders;
    }
  }

  /** Evaluates out of time: a definition is the same whoever asks for it and when. */
  <T> T outOfTime(Supplier<T> work) {
    return underway.moment == null ? work.get() : at(null, null, work);
  }

  /** Whether something runs. */
  boolean isAtMoment() {
    return underway.moment != null;
  }

  /** Where what runs stands; null where nothing does. */
  Moment moment() {
    if (underway.peeking != null && underway.moment != null) {
      // what holds now does not hold at every point
      throw new NoKernel("it reads what holds at a moment");
    }
    return underway.moment;
  }

  /** What something that runs stands for at the present moment. */
  Value running(RunningValue value, Location location) {
    if (underway.running != null) {
      underway.running.add(value);
    }
    try {
      return value.now(moment());
    } catch (Problem problem) {
      throw fail(location, problem);
    }
  }

  static Set<RunningValue> readers() {
    return new LinkedHashSet<>();
  }

  // ---- failures

  /** A recursion that no stack holds, in spite of the bound on calls. */
  EvaluationFailure tooDeep(SourceText source) {
    return EvaluationFailure.at(
        new Location(source, new Span(0, 0)),
        "E0504",
        "this needs more memory for calls inside calls than there is",
        "check the case that ends the recursion");
  }

  EvaluationFailure fail(Location location, String code, String message, String... help) {
    return EvaluationFailure.at(location, code, message, help);
  }

  /** A plugin's problem, at a place. */
  EvaluationFailure fail(Location location, Problem problem) {
    Diagnostic diagnostic =
        Diagnostic.error(problem.code(), problem.getMessage(), location.source(), location.span());
    for (String way : problem.help()) {
      diagnostic = diagnostic.withHelp(way);
    }
    return new EvaluationFailure(diagnostic, problem.isNoSolution());
  }

  /** What plugins may ask of the text around a place. */
  Surroundings surroundings(Location location, String modulePath) {
    return new PlaceInEvaluation(this, location, modulePath);
  }

  /** Files that have been read, with what tells whether they have changed since. */
  Map<List<String>, String> files() {
    return underway.files;
  }
}
