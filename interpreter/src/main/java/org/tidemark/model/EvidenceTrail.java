package org.tidemark.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.check.Annotations;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** Follows a value back to the inputs that it rests on. */
final class EvidenceTrail {
  private EvidenceTrail() {}

  /** What a cell that has been read rests on. */
  static Evidence of(Cell cell) {
    return Evidence.lazily(
        () -> inputs(cell), () -> restsOnSpread(cell), () -> MissingInputs.of(cell));
  }

  private static List<Evidence.Input> inputs(Cell cell) {
    Object visit = new Object();
    Deque<Cell> open = new ArrayDeque<>();
    // under one name and value an input counts once, however many copies read it
    Map<String, Evidence.Input> inputs = new LinkedHashMap<>();
    open.add(cell);
    while (!open.isEmpty()) {
      Cell at = open.removeFirst();
      if (!at.visit(visit) || at.value() == null) {
        continue;
      }
      collect(at, inputs);
      if (at.isLiteral()) {
        // written down as a whole, so what it is made of is no input of its own
        continue;
      }
      List<Cell> next = new ArrayList<>(at.dependencies());
      for (int i = next.size() - 1; i >= 0; i--) {
        open.addFirst(next.get(i));
      }
    }
    return new ArrayList<>(inputs.values());
  }

  /** Whether an uncertain value is among the inputs; each cell is asked once. */
  private static boolean restsOnSpread(Cell cell) {
    Deque<Cell> open = new ArrayDeque<>();
    open.push(cell);
    while (!open.isEmpty()) {
      Cell at = open.peek();
      if (at.restsOnSpread() != null) {
        open.pop();
        continue;
      }
      if (at.seesWholeDistributions()) {
        at.setRestsOnSpread(false);
        open.pop();
        continue;
      }
      boolean own =
          at.hasSpreads()
              || (at.value() instanceof QuantityValue quantity
                  && quantity.distribution().isPresent());
      boolean waits = false;
      boolean any = own;
      for (Cell next : own ? List.<Cell>of() : at.dependencies()) {
        Boolean known = next.restsOnSpread();
        if (known == null && next.value() != null) {
          open.push(next);
          waits = true;
        } else if (known != null && known) {
          any = true;
        }
      }
      if (any || !waits) {
        at.setRestsOnSpread(any);
      }
    }
    return cell.restsOnSpread();
  }

  private static void collect(Cell cell, Map<String, Evidence.Input> inputs) {
    Optional<Evidence.Grade> grade = grade(cell);
    String source = source(cell);
    Evidence.Grade word = grade.orElse(Evidence.Grade.UNGRADED);
    if (cell.value() instanceof ForeignCallable foreign) {
      // what is written over there cannot be looked into, so it is an input as a whole
      add(inputs, new Evidence.Input(cell.path(), foreign.origin(), word, source, false));
      return;
    }
    // a grade on a formula says how far to trust the formula's result, so it counts as well
    if (isPlain(cell) && (cell.isLiteral() || (grade.isPresent() && cell.embedded().isEmpty()))) {
      add(inputs, row(cell, word, source));
      return;
    }
    if (isSourcedFormula(cell)) {
      // whoever names where a formula is from says nothing of how far to trust what it rests on
      add(inputs, row(cell, weakestBelow(cell), source));
      return;
    }
    if (isSpreadOfOthers(cell)) {
      // the ends are as good as what they are made of
      Evidence below = below(cell);
      Evidence.Grade weakest = below.weakest().orElse(Evidence.Grade.UNGRADED);
      String sources = sources(below);
      for (String spread : cell.spreads()) {
        add(inputs, new Evidence.Input(cell.path(), spread, weakest, sources, true));
      }
      return;
    }
    for (String spread : cell.spreads()) {
      add(inputs, new Evidence.Input(cell.path(), spread, word, source, true));
    }
    for (Cell.EmbeddedLiteral literal : cell.embedded()) {
      add(inputs, new Evidence.Input(cell.path(), literal.text(), word, source, false));
    }
  }

  private static boolean isPlain(Cell cell) {
    return !isWord(cell.value());
  }

  /** Words, such as the ids of the rows that a claim checks: nothing is computed from them. */
  private static boolean isWord(Value value) {
    return value instanceof TextValue
        || value instanceof BoolValue
        || value instanceof ListValue list
            && !list.elements().isEmpty()
            && list.elements().stream().allMatch(EvidenceTrail::isWord);
  }

  /** Whether it is made of other definitions alone, and says where from but not how known. */
  private static boolean isSourcedFormula(Cell cell) {
    return isPlain(cell)
        && !cell.isLiteral()
        && cell.embedded().isEmpty()
        && grade(cell).isEmpty()
        && !source(cell).isEmpty();
  }

  /**
   * Whether it is an uncertain value whose ends are other definitions, and says nothing of them.
   */
  private static boolean isSpreadOfOthers(Cell cell) {
    return !cell.spreads().isEmpty()
        && cell.isOfDefinitions()
        && grade(cell).isEmpty()
        && source(cell).isEmpty();
  }

  private static String sources(Evidence evidence) {
    return evidence.inputs().stream()
        .map(Evidence.Input::source)
        .filter(source -> !source.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static Evidence.Input row(Cell cell, Evidence.Grade grade, String source) {
    boolean uncertain =
        cell.hasSpreads()
            || (cell.value() instanceof QuantityValue quantity
                && quantity.distribution().isPresent());
    return new Evidence.Input(cell.path(), ValueText.brief(cell.value()), grade, source, uncertain);
  }

  /** The weakest grade among what a cell rests on; ungraded where it rests on nothing. */
  private static Evidence.Grade weakestBelow(Cell cell) {
    return below(cell).weakest().orElse(Evidence.Grade.UNGRADED);
  }

  /** What a cell rests on that says itself how well it is known. */
  private static Evidence below(Cell cell) {
    Set<Cell> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Cell> open = new ArrayDeque<>(cell.dependencies());
    Map<String, Evidence.Input> below = new LinkedHashMap<>();
    while (!open.isEmpty()) {
      Cell at = open.pop();
      if (at.value() == null || !seen.add(at)) {
        continue;
      }
      if (!isSourcedFormula(at) && !isSpreadOfOthers(at)) {
        collect(at, below);
      }
      if (!at.isLiteral()) {
        at.dependencies().forEach(open::push);
      }
    }
    return new Evidence(List.copyOf(below.values()));
  }

  private static void add(Map<String, Evidence.Input> inputs, Evidence.Input input) {
    inputs.putIfAbsent(input.name() + " = " + input.value(), input);
  }

  /** How far a cell is to be trusted, where it says so. */
  static Optional<Evidence.Grade> grade(Cell cell) {
    return Annotations.grade(cell.annotations());
  }

  /** Where a cell says that it comes from; empty where it does not. */
  static String source(Cell cell) {
    return Annotations.source(cell.annotations());
  }
}
