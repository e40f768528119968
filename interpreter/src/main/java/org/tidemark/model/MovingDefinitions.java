package org.tidemark.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tidemark.check.Member;
import org.tidemark.check.Resolution;
import org.tidemark.kernel.Graph;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.IntervalValue;

/**
 * The definitions of a script that may rest on numbers set from outside, while a question about it
 * is compiled. Numeric ones become part of the graph; anything else leaves the question to the
 * evaluator.
 */
final class MovingDefinitions {
  private final Instance main;
  private final Set<String> names;
  private final Map<String, Integer> inputs;
  private final UnitExpression[] units;
  private final Amendment amendment;
  private final Map<String, Symbolic> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /**
   * Some definitions.
   *
   * @param names those that may rest on what is set
   * @param inputs the places of those that are set, by name
   * @param units in which each input is shown
   * @param amendment all that is set from outside
   */
  MovingDefinitions(
      Instance main,
      Set<String> names,
      Map<String, Integer> inputs,
      UnitExpression[] units,
      Amendment amendment) {
    this.main = main;
    this.names = names;
    this.inputs = inputs;
    this.units = units;
    this.amendment = amendment;
  }

  /** Whether a name stands for one of them. */
  boolean has(Resolution resolution) {
    return resolution instanceof Resolution.OfStructure found
        && found.member().owner() == main.structure()
        && names.contains(found.member().name());
  }

  /** Whether a cell holds the value that one of them has at present. */
  boolean has(Cell cell) {
    for (String name : names) {
      if (main.knownCell(name) == cell) {
        return true;
      }
    }
    return false;
  }

  /**
   * What one of them is.
   *
   * @throws NoKernel where it is no number, or stands in another copy of the script
   */
  Symbolic at(Resolution.OfStructure found, NumericScope scope, Translation translation) {
    if (scope.frame().out(found.structures()).self != main) {
      throw new NoKernel("it is asked in an amended copy");
    }
    Member member = found.member();
    String name = member.name();
    Symbolic symbolic = known.get(name);
    if (symbolic == null) {
      if (!open.add(name)) {
        throw new NoKernel("definitions need each other");
      }
      symbolic = translated(member, translation);
      known.put(name, symbolic);
    }
    return symbolic;
  }

  private Symbolic translated(Member member, Translation translation) {
    String name = member.name();
    if (member.sort() == Member.Sort.FUNCTION) {
      return new Symbolic.Known(
          main.evaluation().lowering().function(member).evaluate(main.frame()));
    }
    boolean input = inputs.containsKey(name);
    if (member.sort() != Member.Sort.DEFINITION
        || !input && amendment.entry(name) != null
        || !main.factors(java.util.List.of(name)).isEmpty()) {
      throw new NoKernel(name + " is more than a formula");
    }
    Symbolic value =
        input
            ? translation.quantity(inputs.get(name), units[inputs.get(name)])
            : translation.annotated(
                member.definition().value(),
                member.definition().type(),
                new NumericScope(member.owner().scope(), main.frame(), null));
    Member bounded = Bounds.of(name, main.layers());
    return bounded == null ? value : within(bounded, value, translation);
  }

  private Symbolic within(Member member, Symbolic value, Translation translation) {
    Symbolic bounds = translation.known(main.evaluation().lowering().bounds(member), main.frame());
    if (!(value instanceof Symbolic.Number number)
        || !(bounds instanceof Symbolic.Known known)
        || !(known.value() instanceof IntervalValue interval)) {
      throw new NoKernel("its bounds cannot be told beforehand");
    }
    Graph graph = translation.graph();
    Quantity low = Members.quantity(interval.from()).orElseThrow(() -> new NoKernel("no bound"));
    Quantity high = Members.quantity(interval.to()).orElseThrow(() -> new NoKernel("no bound"));
    if (!Double.isFinite(low.magnitude()) || !Double.isFinite(high.magnitude())) {
      throw new NoKernel("its bounds are not finite");
    }
    Graph.Node from = graph.lessOrEqual(graph.constant(low.magnitude(), low), number.node());
    Graph.Node to = graph.lessOrEqual(number.node(), graph.constant(high.magnitude(), high));
    return number.withNode(graph.choose(graph.and(from, to), number.node(), graph.refuse()));
  }
}
