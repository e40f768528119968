package org.tidemark.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntConsumer;
import org.tidemark.spi.NumericForm;

/**
 * A formula under construction. Equal operations on equal operands are one node, so that what
 * several parts share is worked out once.
 *
 * <p>Numbers that are known are kept beside the graph, so that formulas that differ in them only
 * have one shape and share a class.
 */
public final class Graph {
  /** What makes an operation the same as another. */
  record Step(Operation operation, List<Integer> operands, Object detail) {
    // written out: what the JVM makes up for records takes as long as the rest of a first kernel
    @Override
    public boolean equals(Object other) {
      return other instanceof Step step
          && operation == step.operation
          && operands.equals(step.operands)
          && Objects.equals(detail, step.detail);
    }

    @Override
    public int hashCode() {
      int hash = 31 * operation.ordinal() + operands.hashCode();
      return detail == null ? hash : 31 * hash + detail.hashCode();
    }
  }

  /** A number or a truth value in a graph. */
  public static final class Node {
    final int id;
    final Operation operation;
    final List<Node> operands;
    final Object detail;
    private final boolean truth;
    private final boolean refusable;

    private Node(int id, Operation operation, List<Node> operands, Object detail) {
      this.id = id;
      this.operation = operation;
      this.operands = operands;
      this.detail = detail;
      this.truth =
          switch (operation) {
            case LESS, LESS_EQUAL, EQUAL, NOT_EQUAL, AND, OR, NOT, TRUE, FALSE -> true;
            case CHOOSE, AFTER -> operands.get(1).truth;
            default -> false;
          };
      this.refusable =
          switch (operation) {
            case PARAMETER, CONSTANT, TRUE, FALSE -> false;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, APPLY, APPLY_GIVEN, REFUSE -> true;
            default -> anyRefusable(operands);
          };
    }

    private static boolean anyRefusable(List<Node> operands) {
      for (Node operand : operands) {
        if (operand.refusable) {
          return true;
        }
      }
      return false;
    }

    /** Whether it is a truth value rather than a number. */
    public boolean isTruth() {
      return truth;
    }

    /** Whether there may be points where it has no value although the arguments are finite. */
    public boolean isRefusable() {
      return refusable;
    }
  }

  private final Map<Step, Node> nodes = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final Map<Object, Node> constants = new IdentityHashMap<>();
  private final List<Double> numbers = new ArrayList<>();
  private final Map<Object, Integer> givenSlots = new IdentityHashMap<>();
  private final List<DoubleUnaryOperator> given = new ArrayList<>();

  private final IntConsumer grown;

  /** An empty graph. */
  public Graph() {
    this(size -> {});
  }

  /**
   * An empty graph.
   *
   * @param grown called with the number of steps whenever there is one more; may throw
   */
  public Graph(IntConsumer grown) {
    this.grown = grown;
  }

  private Node node(Operation operation, Object detail, Node... operands) {
    List<Integer> ids = new ArrayList<>(operands.length);
    for (Node operand : operands) {
      ids.add(operand.id);
    }
    Step step = new Step(operation, ids, detail);
    Node known = nodes.get(step);
    if (known == null) {
      known = new Node(steps.size(), operation, List.of(operands), detail);
      steps.add(step);
      nodes.put(step, known);
      grown.accept(steps.size());
    }
    return known;
  }

  List<Step> steps() {
    return steps;
  }

  double[] numbers() {
    double[] all = new double[numbers.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = numbers.get(i);
    }
    return all;
  }

  DoubleUnaryOperator[] given() {
    return given.toArray(new DoubleUnaryOperator[0]);
  }

  /** The number of operations so far. */
  public int size() {
    return steps.size();
  }

  // ---- numbers

  /** An argument. */
  public Node parameter(int index) {
    return node(Operation.PARAMETER, index);
  }

  /**
   * A known number.
   *
   * @param value finite
   * @param origin where it comes from; numbers of one origin are one node, and numbers of two are
   *     two even where they are equal, since the next formula of the shape may tell them apart
   */
  public Node constant(double value, Object origin) {
    Node known = constants.get(origin);
    if (known == null) {
      known = node(Operation.CONSTANT, numbers.size());
      numbers.add(value);
      constants.put(origin, known);
    }
    return known;
  }

  /** The sum. */
  public Node add(Node left, Node right) {
    return node(Operation.ADD, null, left, right);
  }

  /** The difference. */
  public Node subtract(Node left, Node right) {
    return node(Operation.SUBTRACT, null, left, right);
  }

  /** The product. */
  public Node multiply(Node left, Node right) {
    return node(Operation.MULTIPLY, null, left, right);
  }

  /** The quotient; none where the divisor is zero. */
  public Node divide(Node left, Node right) {
    return node(Operation.DIVIDE, null, left, right);
  }

  /** The power as {@link StrictMath#pow} has it. */
  public Node power(Node base, Node exponent) {
    return node(Operation.POWER, null, base, exponent);
  }

  /** The negative. */
  public Node negate(Node number) {
    return node(Operation.NEGATE, null, number);
  }

  /** What an operator makes of its arguments. The operator is part of the shape. */
  public Node apply(NumericForm.Operator operator, List<Node> arguments) {
    if (operator instanceof NumericForm.Fold fold) {
      boolean starts = fold.start().isPresent();
      Node result =
          starts ? constant(fold.start().getAsDouble(), fold.function()) : arguments.get(0);
      NumericForm.Operator two = new NumericForm.Two(fold.function());
      for (Node argument : arguments.subList(starts ? 0 : 1, arguments.size())) {
        result = node(Operation.APPLY, two, result, argument);
      }
      return result;
    }
    return node(Operation.APPLY, operator, arguments.toArray(new Node[0]));
  }

  /** What an operator makes of its argument. The operator is no part of the shape. */
  public Node applyGiven(DoubleUnaryOperator operator, Object origin, Node argument) {
    Integer slot = givenSlots.get(origin);
    if (slot == null) {
      slot = given.size();
      given.add(operator);
      givenSlots.put(origin, slot);
    }
    return node(Operation.APPLY_GIVEN, slot, argument);
  }

  /** One of two numbers, or of two truth values. */
  public Node choose(Node condition, Node consequence, Node alternative) {
    return node(Operation.CHOOSE, null, condition, consequence, alternative);
  }

  /** Something that has a value only where something else has one too. */
  public Node after(Node required, Node result) {
    return required.refusable && required != result
        ? node(Operation.AFTER, null, required, result)
        : result;
  }

  /** A number that never has a value. */
  public Node refuse() {
    return node(Operation.REFUSE, null);
  }

  /** The number unless it is zero. */
  public Node nonZero(Node number) {
    return choose(equal(number, constant(0, Operation.EQUAL)), refuse(), number);
  }

  // ---- truth values

  /** Whether one number is less than another. */
  public Node less(Node left, Node right) {
    return node(Operation.LESS, null, left, right);
  }

  /** Whether one number is at most another. */
  public Node lessOrEqual(Node left, Node right) {
    return node(Operation.LESS_EQUAL, null, left, right);
  }

  /** Whether two numbers are equal; the two zeros are. */
  public Node equal(Node left, Node right) {
    return node(Operation.EQUAL, null, left, right);
  }

  /** Whether two numbers differ. */
  public Node notEqual(Node left, Node right) {
    return node(Operation.NOT_EQUAL, null, left, right);
  }

  /** Whether both hold; the right one is looked at only where the left one holds. */
  public Node and(Node left, Node right) {
    return node(Operation.AND, null, left, right);
  }

  /** Whether either holds; the right one is looked at only where the left one does not. */
  public Node or(Node left, Node right) {
    return node(Operation.OR, null, left, right);
  }

  /** Whether it does not hold. */
  public Node not(Node truth) {
    return node(Operation.NOT, null, truth);
  }

  /** A truth value that is known. */
  public Node truth(boolean value) {
    return node(value ? Operation.TRUE : Operation.FALSE, null);
  }
}
