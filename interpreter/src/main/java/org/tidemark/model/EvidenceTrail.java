package org.tidemark.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.grammar.tree.Annotation;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.BoolValue;
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
          !at.spreads().isEmpty()
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
    Optional<Annotation> grade = grade(cell);
    Evidence.Grade word =
        grade.flatMap(a -> Evidence.Grade.of(a.name().name())).orElse(Evidence.Grade.UNGRADED);
    String source = grade.map(EvidenceTrail::source).orElse("");
    Value value = cell.value();
    boolean plain = !(value instanceof TextValue) && !(value instanceof BoolValue);
    // a grade on a formula says how far to trust the formula's result, so it counts as well
    if ((cell.isLiteral() && plain) || (grade.isPresent() && cell.embedded().isEmpty() && plain)) {
      boolean uncertain =
          !cell.spreads().isEmpty()
              || (value instanceof QuantityValue quantity && quantity.distribution().isPresent());
      add(inputs, new Evidence.Input(cell.path(), ValueText.brief(value), word, source, uncertain));
      return;
    }
    for (String spread : cell.spreads()) {
      add(inputs, new Evidence.Input(cell.path(), spread, word, source, true));
    }
    for (Cell.EmbeddedLiteral literal : cell.embedded()) {
      add(inputs, new Evidence.Input(cell.path(), literal.text(), word, source, false));
    }
  }

  private static void add(Map<String, Evidence.Input> inputs, Evidence.Input input) {
    inputs.putIfAbsent(input.name() + " = " + input.value(), input);
  }

  /** What a cell says of how it is known. */
  static Optional<Annotation> grade(Cell cell) {
    return cell.annotations().stream()
        .filter(a -> Evidence.Grade.of(a.name().name()).isPresent())
        .findFirst();
  }

  /** Where it says that it comes from. */
  static String source(Annotation annotation) {
    StringBuilder text = new StringBuilder();
    for (Argument argument : annotation.arguments()) {
      if (argument.value() instanceof TextLiteral literal) {
        if (text.length() > 0) {
          text.append(", ");
        }
        text.append(literal.constant());
      }
    }
    return text.toString();
  }
}
