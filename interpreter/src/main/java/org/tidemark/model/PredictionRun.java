package org.tidemark.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.Member;
import org.tidemark.check.Structure;
import org.tidemark.check.UnitReader;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Study;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.PredictionValue;
import org.tidemark.spi.value.PredictionValue.Verdict;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/**
 * The predictions of a script, or of the modules that it imports: what the model says of them, what
 * it says in variations, and what their conditions say of something that has been observed. Belongs
 * to one thread at a time.
 */
public final class PredictionRun {
  /** The fields of a prediction that say nothing of when it holds. */
  private static final Set<String> WORDS =
      Set.of("title", "source", "item", "rows", "falsifies", "credence");

  private final CheckedProgram program;
  private final Lowering lowering;
  private final Watch watch;
  private final Evaluation evaluation;
  private final Instance main;
  private final List<Predicted> predictions = new ArrayList<>();
  private final Map<Predicted, Member> members = new HashMap<>();
  private final Map<ObservedInput, Structure> inputs = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private boolean onlyNoSolution = true;

  /**
   * A prediction, and where it stands.
   *
   * @param module that it stands in, {@code "std.predictions"}; empty for the script
   * @param outcome what the model says of it
   * @param location of its name
   */
  public record Predicted(String module, PredictionOutcome outcome, Location location) {}

  PredictionRun(CheckedProgram program, Lowering lowering, boolean ofImports, Watch watch) {
    this.program = program;
    this.lowering = lowering;
    this.watch = watch;
    this.evaluation = new Evaluation(program, lowering, watch);
    this.main = Instance.of(evaluation, program.main());
    UnitReader units = program.unitReader();
    List<Structure> all = new ArrayList<>(program.modules());
    all.add(0, program.main());
    for (Structure structure : all) {
      for (Member member : structure.ownMembers().values()) {
        ObservedInput.of(moduleOf(structure), member, units)
            .ifPresent(input -> inputs.put(input, structure));
      }
    }
    try {
      for (Structure home : ofImports ? imported() : List.of(program.main())) {
        for (Member member : home.ownMembers().values()) {
          if (member.sort() == Member.Sort.DECLARATION
              && member.kind().name().equals("prediction")) {
            predict(home, member);
          }
        }
      }
    } finally {
      evaluation.foreign().rest();
    }
  }

  private List<Structure> imported() {
    return program.main().ownMembers().values().stream()
        .filter(member -> member.sort() == Member.Sort.MODULE)
        .map(Member::structure)
        .toList();
  }

  /** The name of a module as it is imported; empty for the script. */
  private String moduleOf(Structure structure) {
    return structure == program.main() ? "" : program.moduleSource().nameOf(structure.modulePath());
  }

  private void predict(Structure home, Member member) {
    Cell cell = (home == program.main() ? main : evaluation.module(home)).cell(member.name());
    try {
      Value value = evaluation.withRoom(() -> cell.read(evaluation));
      if (value instanceof PredictionValue prediction) {
        Predicted predicted =
            new Predicted(
                moduleOf(home),
                new PredictionOutcome(member.name(), prediction, EvidenceTrail.of(cell)),
                member.location());
        predictions.add(predicted);
        members.put(predicted, member);
      }
    } catch (EvaluationFailure failure) {
      note(failure);
    } catch (StackOverflowError deep) {
      note(evaluation.tooDeep(member.source()));
    }
  }

  private void note(EvaluationFailure failure) {
    if (failure.isStopped()) {
      throw failure;
    }
    onlyNoSolution &= failure.isNoSolution();
    if (!problems.contains(failure.diagnostic())) {
      problems.add(failure.diagnostic());
    }
  }

  /** The predictions, in the order of the text. */
  public List<Predicted> predictions() {
    return List.copyOf(predictions);
  }

  /** The inputs of the program that are observed, those of modules included. */
  public List<ObservedInput> inputs() {
    return List.copyOf(inputs.keySet());
  }

  /** What could not be evaluated, each once. */
  public List<Diagnostic> problems() {
    List<Diagnostic> all = new ArrayList<>(problems);
    all.addAll(watch.warnings());
    return all;
  }

  /** Whether every problem is that the model has no solution. */
  public boolean noSolution() {
    return !problems.isEmpty() && onlyNoSolution;
  }

  // ---- what is observed

  /**
   * What one condition says of something that has been observed.
   *
   * @param holds whether it holds; empty where that is not known
   * @param read the observed inputs that it reads, known or not
   * @param problem why it could not be worked out, for another reason than what is not known
   */
  public record Truth(
      Optional<Boolean> holds, List<ObservedInput> read, Optional<Diagnostic> problem) {}

  /** An amended copy of the program in which something has been observed. */
  public final class Observed {
    private final Evaluation there;
    private final Map<Structure, Instance> homes = new HashMap<>();
    private final Map<String, Amendment> amendments;

    private Observed(Map<ObservedInput, Value> known) {
      amendments = new HashMap<>();
      known.forEach(
          (input, value) -> {
            Structure home = inputs.get(input);
            Member member = home.ownMembers().get(input.name());
            Cell cell =
                new Cell(
                    input.name(),
                    member.location(),
                    true,
                    member.annotations(),
                    List.of(),
                    () -> value);
            amendments
                .computeIfAbsent(home.modulePath(), path -> new Amendment())
                .add(List.of(input.name()), cell, false);
          });
      there = Evaluation.observing(program, lowering, watch, amendments);
    }

    private Instance home(Structure structure) {
      return homes.computeIfAbsent(
          structure,
          key -> {
            if (key != program.main()) {
              return there.module(key);
            }
            Instance script = Instance.of(there, key);
            Amendment amendment = amendments.get(key.modulePath());
            return amendment == null ? script : script.amended(amendment);
          });
    }

    /** What a condition of a prediction says. */
    public Truth ask(Predicted predicted, String condition) {
      Member member = members.get(predicted);
      Optional<Cell> cell = Optional.empty();
      Cell asked = null;
      try {
        cell =
            evaluation.withRoom(
                () -> DeclaredObject.fieldOf(home(member.owner()), member, condition));
        if (cell.isEmpty()) {
          return new Truth(Optional.empty(), List.of(), Optional.empty());
        }
        asked = cell.get();
        Cell field = asked;
        Value value = evaluation.withRoom(() -> field.read(there));
        Optional<Boolean> holds =
            value == SpecialValue.MISSING
                ? Optional.empty()
                : Optional.of(
                    Arithmetic.truth(value, home(member.owner()).frame(), field.location()));
        return new Truth(holds, read(asked), Optional.empty());
      } catch (EvaluationFailure failure) {
        if (failure.isStopped()) {
          throw failure;
        }
        // what has no value where something is missing is as unknown as that
        boolean unknown = failure.diagnostic().code().equals(Kleene.MISSING);
        return new Truth(
            Optional.empty(),
            asked == null ? List.of() : read(asked),
            unknown ? Optional.empty() : Optional.of(failure.diagnostic()));
      } finally {
        there.foreign().rest();
      }
    }

    private List<ObservedInput> read(Cell asked) {
      List<ObservedInput> read = new ArrayList<>();
      inputs.forEach(
          (input, structure) -> {
            Cell cell = home(structure).knownCell(input.name());
            if (cell != null && asked.restsOnAny(List.of(cell))) {
              read.add(input);
            }
          });
      return read;
    }

    /** Why an input cannot have the value that it was given; empty where it can. */
    public Optional<Diagnostic> refusal(ObservedInput input) {
      try {
        evaluation.withRoom(() -> home(inputs.get(input)).get(input.name()));
        return Optional.empty();
      } catch (EvaluationFailure failure) {
        if (failure.isStopped()) {
          throw failure;
        }
        return Optional.of(failure.diagnostic());
      } finally {
        evaluation.foreign().rest();
      }
    }
  }

  /** An amended copy in which some inputs have values and all others that are observed none. */
  public Observed observed(Map<ObservedInput, Value> known) {
    return new Observed(known);
  }

  // ---- what the model says in variations

  /**
   * Whether predictions hold, as a question to be asked in variations: the answer is a list with a
   * truth value for each, {@code missing} where the model says nothing of it there or has no
   * solution.
   */
  public Study holds(List<Predicted> asked) {
    List<Member> order = asked.stream().map(members::get).map(this::origin).toList();
    Code code =
        frame -> {
          List<Value> answers = new ArrayList<>(order.size());
          for (Member member : order) {
            answers.add(holds(member, frame));
          }
          return new ListValue(answers);
        };
    Location location = start();
    Unevaluated what =
        new Unevaluated("the predictions", location, code, null, List.of(), null, Map.of());
    return new ModelStudy(what, VariedCode.NOTHING, main.frame(), location);
  }

  /**
   * The prediction that a row of a joint one extends, where it only has other words: it holds just
   * where that one does, which need not be worked out for each row.
   */
  private Member origin(Member member) {
    LoweredDeclaration lowered = lowering.declaration(member);
    Member base =
        member
            .declaration()
            .base()
            .filter(NameReference.class::isInstance)
            .map(name -> member.owner().ownMembers().get(((NameReference) name).name()))
            .orElse(null);
    boolean inWords =
        base != null
            && base.sort() == Member.Sort.DECLARATION
            && base.kind() == member.kind()
            && lowered.helpers.isEmpty()
            && WORDS.containsAll(lowered.fields.keySet());
    return inWords ? origin(base) : member;
  }

  private Value holds(Member member, Frame frame) {
    Instance home =
        member.owner() == program.main() ? frame.self : frame.evaluation.module(member.owner());
    try {
      Value value = home.get(member.name());
      return value instanceof PredictionValue prediction
              && prediction.verdict() != Verdict.UNDETERMINED
          ? BoolValue.of(prediction.holds())
          : SpecialValue.MISSING;
    } catch (EvaluationFailure failure) {
      if (failure.isStopped()) {
        throw failure;
      }
      return SpecialValue.MISSING;
    }
  }

  /** Says that long work begins of which a part is of use. */
  public Progress keepable(String what, long total, String unit) {
    return evaluation.spending().keepable(what, total, unit, start());
  }

  /** Does some work with room for deep recursions, and tells what it could not do. */
  public <T> Optional<T> attempt(Supplier<T> work) {
    try {
      return Optional.of(evaluation.withRoom(work));
    } catch (EvaluationFailure failure) {
      note(failure);
      return Optional.empty();
    }
  }

  private Location start() {
    return new Location(program.main().source(), new Span(0, 0));
  }
}
