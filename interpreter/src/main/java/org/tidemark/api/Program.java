package org.tidemark.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.Defined;
import org.tidemark.model.Outcome;
import org.tidemark.model.PredictionRun;
import org.tidemark.model.Result;
import org.tidemark.model.Run;
import org.tidemark.model.RunnableProgram;
import org.tidemark.model.StepFrame;
import org.tidemark.model.Steps;
import org.tidemark.model.Tracer;
import org.tidemark.model.Watch;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.type.Type;

/**
 * A compiled script. Immutable and safe for use by several threads; each run evaluates afresh,
 * those aside that go on from another.
 */
public final class Program {
  private final RunnableProgram runnable;
  private final DocExamples examples;
  private final Map<String, Result> given;
  private final boolean ofImports;

  Program(
      RunnableProgram runnable,
      DocExamples examples,
      Map<String, Result> given,
      boolean ofImports) {
    this.runnable = runnable;
    this.examples = examples;
    this.given = given;
    this.ofImports = ofImports;
  }

  /** Whether it can be run. */
  public boolean isSound() {
    return runnable.isSound();
  }

  /** What was found, warnings included, in the order of the text. */
  public List<Diagnostic> diagnostics() {
    return runnable.diagnostics();
  }

  /**
   * The program with something set from outside, as {@code --set} does it. What is wrong with it is
   * among the result's {@link #diagnostics()}.
   *
   * @param path a dotted name, {@code r} or {@code hyperscaler.cost}
   * @param expression its value in Tide, {@code 3 %/year}; it sees the script as it is written
   */
  public Program with(String path, String expression) {
    return new Program(runnable.with(path, expression), examples, given, ofImports);
  }

  /**
   * The same program, telling somebody of each step that it takes. Its values are the same; it
   * takes longer, since nothing is compiled and all work is done in the thread that asks.
   *
   * @param tracer called by each thread that asks for something
   */
  public Program traced(Tracer tracer) {
    return new Program(runnable.traced(tracer), examples, given, ofImports);
  }

  /** All steps that its text has, and that of the modules which it imports. */
  public List<StepFrame> steps() {
    return Steps.of(runnable.program());
  }

  /** Whether a text is of the form of what can be set: names joined by dots. */
  public static boolean isPath(String text) {
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits =
          Character.isLetter(c) || c == '_' || !start && (Character.isDigit(c) || c == '.');
      if (!fits) {
        return false;
      }
      start = c == '.';
    }
    return !start;
  }

  /**
   * Runs it.
   *
   * @throws IllegalStateException where it is not sound
   */
  public Outcome run() {
    return run(Watch.none());
  }

  /**
   * Runs it while somebody watches, who may end it.
   *
   * @param watch for this run alone
   * @throws IllegalStateException where it is not sound
   * @throws org.tidemark.model.EvaluationFailure where it was asked to quit
   */
  public Outcome run(Watch watch) {
    requireSound();
    return runnable.run(watch);
  }

  /**
   * Works out its claims and predictions, and nothing that they do not need.
   *
   * @param watch may be that of a {@link org.tidemark.model.Batch}
   * @throws IllegalStateException where it is not sound
   * @throws org.tidemark.model.EvaluationFailure where it was asked to quit
   */
  public Outcome judge(Watch watch) {
    requireSound();
    return runnable.judge(watch);
  }

  /**
   * Its definitions with their values, in the order of the text.
   *
   * @param watch may be that of a {@link org.tidemark.model.Batch}
   * @throws IllegalStateException where it is not sound
   * @throws org.tidemark.model.EvaluationFailure where it was stopped
   */
  public List<Defined> definitions(Watch watch) {
    requireSound();
    return runnable.definitions(watch);
  }

  /**
   * Runs it so that a later program can go on from there. Definitions of which neither the text nor
   * that of anything they may rest on differs from the earlier program keep their values, with all
   * that is known about them; so do files that were read. Asserts and claims of other definitions
   * than those that may have changed are left out.
   *
   * @param earlier the run to go on from; it must not be gone on from twice
   * @throws IllegalStateException where it is not sound
   */
  public Run start(Optional<Run> earlier) {
    return start(earlier, Watch.none());
  }

  /**
   * The same while somebody watches, who may end it; see {@link Run#stopped()}.
   *
   * @param earlier the run to go on from; it must not be gone on from twice
   * @param watch for this run alone
   * @throws IllegalStateException where it is not sound
   */
  public Run start(Optional<Run> earlier, Watch watch) {
    requireSound();
    return runnable.start(earlier.orElse(null), given, watch);
  }

  /** The type of an expression that the script shows, in order of the text. */
  public List<Type> shownTypes() {
    return runnable.shownTypes();
  }

  /** The units that it knows. */
  public UnitTable units() {
    return runnable.program().units();
  }

  /**
   * Runs its asserts, tests, claims, predictions and the examples in its documentation; shows
   * nothing.
   *
   * @throws IllegalStateException where it is not sound
   */
  public Outcome test() {
    return test(Watch.none());
  }

  /**
   * The same while somebody watches, who may end it.
   *
   * @param watch for this run alone
   * @throws IllegalStateException where it is not sound
   * @throws org.tidemark.model.EvaluationFailure where it was asked to quit
   */
  public Outcome test(Watch watch) {
    requireSound();
    Outcome outcome = runnable.test(watch);
    List<AssertOutcome> asserts = new ArrayList<>(outcome.asserts());
    asserts.addAll(examples.run(runnable.program().main(), watch));
    return new Outcome(
        outcome.shown(),
        asserts,
        outcome.claims(),
        outcome.predictions(),
        outcome.exports(),
        outcome.problems(),
        outcome.noSolution());
  }

  /**
   * Works out its predictions, for a ledger.
   *
   * @param watch for this alone
   * @throws IllegalStateException where it is not sound
   * @throws org.tidemark.model.EvaluationFailure where it was asked to end
   */
  public PredictionRun predictions(Watch watch) {
    requireSound();
    return runnable.predictions(ofImports, watch);
  }

  private void requireSound() {
    if (!isSound()) {
      throw new IllegalStateException("the script has errors; see diagnostics()");
    }
  }

  /** The documentation of a definition of the script. */
  public Optional<Documentation> describe(String name) {
    return LibraryPages.ofMember(runnable.program().main(), name);
  }

  /** What an editor wants to know of it; also where it is not sound. */
  public Lookup lookup() {
    return new Lookup(runnable.program());
  }
}
