package org.tidemark.model;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.check.CheckedProgram;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.spi.value.Value;

/**
 * A run that another program can go on from: what the two have in common, judged by the text of
 * each definition and of all that it may rest on, keeps the value that it has. Belongs to one
 * thread at a time, and is gone on from once.
 */
public final class Run {
  /** Runs of which values live on with work left in them; each holds the script that it ran. */
  private static final int MOST_OWNERS = 48;

  private final CheckedProgram program;
  private final Footprints footprints;
  private final Evaluation evaluation;
  private final ScriptRun script;
  private final Set<String> changed;
  private final Set<Evaluation> owners = new HashSet<>();

  /** Scripts of earlier runs, as long as somebody holds something that was made in them. */
  private final List<WeakReference<Instance>> before = new ArrayList<>();

  private boolean stopped;

  private Run(
      CheckedProgram program,
      Footprints footprints,
      Evaluation evaluation,
      ScriptRun script,
      Set<String> changed) {
    this.program = program;
    this.footprints = footprints;
    this.evaluation = evaluation;
    this.script = script;
    this.changed = changed;
  }

  static Run of(
      CheckedProgram program,
      Lowering lowering,
      List<Overriding> overrides,
      Map<String, Result> given,
      Run earlier,
      Watch watch) {
    Footprints footprints =
        Footprints.of(program, overrides, earlier == null ? null : earlier.footprints);
    boolean stale = earlier != null && earlier.evaluation.hasStaleFiles();
    Set<String> changed =
        earlier == null
            ? new HashSet<>(footprints.marks().keySet())
            : footprints.changedSince(earlier.footprints, stale);
    Evaluation evaluation =
        earlier == null
            ? new Evaluation(program, lowering, watch)
            : new Evaluation(program, lowering, earlier.evaluation, watch);
    ScriptRun script = new ScriptRun(program, lowering, overrides, evaluation, watch);
    Run run = new Run(program, footprints, evaluation, script, Set.copyOf(changed));
    if (earlier != null) {
      run.keep(earlier, stale);
    }
    given.forEach((name, result) -> script.main().give(name, result.cell()));
    run.forget(given);
    run.work();
    return run;
  }

  private void keep(Run earlier, boolean stale) {
    script.main().keep(earlier.script.main(), name -> !changed.contains(name));
    letGo();
    // what differs is not asked for again over there; what lives on there does not rest on it
    // in runs before that neither: each would hold values of the one before it, without an end
    before.addAll(earlier.before);
    before.add(new WeakReference<>(earlier.script.main()));
    before.removeIf(
        main -> {
          Instance left = main.get();
          if (left != null) {
            left.forget(changed::contains);
          }
          return left == null;
        });
    if (!stale && footprints.hasModulesLike(earlier.footprints)) {
      evaluation.keepModules(earlier.evaluation);
    }
  }

  /** Of many runs lets those go that took the least time; their values are made anew when asked. */
  private void letGo() {
    Set<Evaluation> found = new HashSet<>();
    script.main().owners(found, new HashSet<>());
    if (found.size() <= MOST_OWNERS) {
      return;
    }
    List<Evaluation> cheapest = new ArrayList<>(found);
    cheapest.sort(Comparator.comparingLong(Evaluation::spent));
    script.main().forgetOwned(new HashSet<>(cheapest.subList(0, found.size() - MOST_OWNERS / 2)));
  }

  /** Lets go of evaluations of which nothing is kept. */
  private void forget(Map<String, Result> given) {
    owners.add(evaluation);
    given.values().forEach(result -> owners.addAll(result.owners()));
    Set<Instance> seen = new HashSet<>();
    script.main().owners(owners, seen);
    evaluation.knownModules().forEach(module -> module.owners(owners, seen));
    evaluation.forgetDeclarations(owners);
  }

  private void work() {
    long from = System.nanoTime();
    try {
      script.run(true, changed);
    } catch (EvaluationFailure failure) {
      if (!failure.isStopped()) {
        throw failure;
      }
      stopped = true;
    } finally {
      evaluation.foreign().rest();
      evaluation.spend(System.nanoTime() - from);
    }
  }

  /** What came of it; where it was stopped, what was done until then. */
  public Outcome outcome() {
    return script.outcome();
  }

  /** Whether it was stopped, by whoever watches it or by an interrupt of its thread. */
  public boolean stopped() {
    return stopped;
  }

  /** The names whose values may differ from those that they had in the run gone on from. */
  public Set<String> changed() {
    return changed;
  }

  /** Whether what a text says may rest on one of some definitions. */
  public boolean rests(String text, Set<String> names) {
    return footprints.rests(text, names);
  }

  /** The names that may rest on one of some names, themselves included. */
  public Set<String> restingOn(Set<String> names) {
    return footprints.restingOn(names);
  }

  /** The values of the script's definitions that have been worked out, by name. */
  public Map<String, Value> known() {
    Map<String, Value> known = new LinkedHashMap<>();
    for (String name : program.main().ownMembers().keySet()) {
      Cell cell = script.main().knownCell(name);
      if (cell != null && cell.value() != null) {
        known.put(name, cell.value());
      }
    }
    return known;
  }

  /** The results that it shows, in the order of its outcome, for a later run to go on with. */
  public List<Result> results() {
    List<Result> results = new ArrayList<>();
    for (ScriptRun.Asked asked : script.results()) {
      results.add(
          new Result(
              asked.shown(),
              asked.cell(),
              program.overrideCheck().type(program.main(), asked.expression()),
              owners));
    }
    return results;
  }

  /** Where a result comes from. */
  public Origin origin(Result result) {
    return Origins.of(result.cell());
  }

  /** What could not be worked out, each once. */
  public List<Diagnostic> problems() {
    return script.outcome().problems();
  }
}
