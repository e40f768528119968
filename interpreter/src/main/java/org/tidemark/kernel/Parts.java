package org.tidemark.kernel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which parts of large formulas get methods of their own. The JVM interprets methods beyond 8,000
 * bytes for ever, however often they run, so parts are kept well below.
 */
final class Parts {
  /** What a part may take, so that two of them and their surroundings stay below the limit. */
  static final int USUAL_SIZE = 2_500;

  /** A call with some arguments. */
  private static final double CALL = 40;

  private final Map<Graph.Node, Double> sizes = new HashMap<>();
  private final Set<Graph.Node> taken = new HashSet<>();

  /**
   * The parts of some formulas.
   *
   * @param most bytes that a part may take; all together may take twice as many before any is taken
   *     out
   */
  Parts(List<Graph.Node> outputs, int most) {
    double all = 0;
    for (Graph.Node output : outputs) {
      all += size(output, Double.POSITIVE_INFINITY);
    }
    if (all > 2.0 * most) {
      sizes.clear();
      for (Graph.Node output : outputs) {
        if (size(output, most) > CALL && outputs.size() > 1) {
          taken.add(output);
        }
      }
    }
  }

  boolean isTaken(Graph.Node node) {
    return taken.contains(node);
  }

  /** An estimate of the bytes that a node takes, what it shares with others included. */
  private double size(Graph.Node node, double most) {
    Double known = sizes.get(node);
    if (known != null) {
      return known;
    }
    double size =
        switch (node.operation) {
          case PARAMETER, CONSTANT, TRUE, FALSE -> 6;
          case ADD, SUBTRACT, MULTIPLY, NEGATE, NOT, AND, OR -> 4;
          case CHOOSE -> 10;
          default -> 16 + 16 * node.operands.size();
        };
    for (Graph.Node operand : node.operands) {
      size += size(operand, most);
    }
    if (size > most && !node.isTruth()) {
      taken.add(node);
      size = CALL;
    }
    sizes.put(node, size);
    return size;
  }
}
