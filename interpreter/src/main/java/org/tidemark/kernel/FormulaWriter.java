package org.tidemark.kernel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.tidemark.solve.aside.Watched;
import org.tidemark.spi.NumericForm;

/**
 * Writes the body of a method that works out formulas.
 *
 * <p>A number that is not finite says that there is no value. Sums, differences, products and
 * dividends hand it on by themselves. Where it could get lost, in a divisor, a power, a comparison
 * or an argument, it is looked for, and the method ends.
 */
final class FormulaWriter implements Opcodes {
  private static final String STRICT_MATH = "java/lang/StrictMath";

  /** The words that a method's arguments may take, with room for the kernel itself. */
  private static final int MOST_WORDS = 250;

  private final KernelWriter kernel;
  private final MethodVisitor code;
  private final boolean fromArray;
  private final boolean endsWithTruth;
  private Map<Integer, Integer> locals = new HashMap<>();
  private BitSet finite = new BitSet();
  private int nextLocal;

  /**
   * A writer of one method.
   *
   * @param fromArray whether the formula's arguments are in the array that is the method's first
   *     argument, rather than in its first arguments themselves
   * @param firstLocal the first local variable that is free
   * @param endsWithTruth whether the method gives false rather than a number where there is none
   */
  FormulaWriter(
      KernelWriter kernel,
      MethodVisitor code,
      boolean fromArray,
      int firstLocal,
      boolean endsWithTruth) {
    this.kernel = kernel;
    this.code = code;
    this.fromArray = fromArray;
    this.nextLocal = firstLocal;
    this.endsWithTruth = endsWithTruth;
  }

  /** Pushes a whole number. */
  static void index(MethodVisitor code, int number) {
    if (number <= 5) {
      code.visitInsn(ICONST_0 + number);
    } else if (number <= Byte.MAX_VALUE) {
      code.visitIntInsn(BIPUSH, number);
    } else if (number <= Short.MAX_VALUE) {
      code.visitIntInsn(SIPUSH, number);
    } else {
      code.visitLdcInsn(number);
    }
  }

  // ---- numbers

  /** Pushes a number, finite or not. */
  void number(Graph.Node node) {
    Integer local = locals.get(node.id);
    if (local != null) {
      code.visitVarInsn(DLOAD, local);
      return;
    }
    if (!kernel.parts().isTaken(node) || !call(node)) {
      compute(node);
    }
    boolean cheap =
        node.operation == Operation.CONSTANT
            || (node.operation == Operation.PARAMETER && !fromArray);
    if (kernel.isOften(node) && !cheap) {
      code.visitInsn(DUP2);
      code.visitVarInsn(DSTORE, nextLocal);
      locals.put(node.id, nextLocal);
      nextLocal += 2;
    }
  }

  /** Pushes a number that is finite; where it is not, the method ends. */
  void finite(Graph.Node node) {
    number(node);
    if (node.operation == Operation.CONSTANT || finite.get(node.id)) {
      return;
    }
    Label fine = new Label();
    code.visitInsn(DUP2);
    code.visitMethodInsn(INVOKESTATIC, "java/lang/Double", "isFinite", "(D)Z", false);
    code.visitJumpInsn(IFNE, fine);
    end();
    code.visitLabel(fine);
    finite.set(node.id);
  }

  private void end() {
    if (endsWithTruth) {
      code.visitInsn(ICONST_0);
      code.visitInsn(IRETURN);
    } else {
      code.visitLdcInsn(Double.NaN);
      code.visitInsn(DRETURN);
    }
  }

  private void compute(Graph.Node node) {
    switch (node.operation) {
      case PARAMETER -> parameter((Integer) node.detail);
      case CONSTANT -> {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(
            GETFIELD, KernelWriter.NAME, KernelWriter.constant((Integer) node.detail), "D");
      }
      case ADD -> both(node, DADD);
      case SUBTRACT -> both(node, DSUB);
      case MULTIPLY -> both(node, DMUL);
      case DIVIDE -> {
        number(node.operands.get(0));
        finite(node.operands.get(1));
        code.visitInsn(DDIV);
      }
      case POWER -> {
        finite(node.operands.get(0));
        finite(node.operands.get(1));
        code.visitMethodInsn(INVOKESTATIC, STRICT_MATH, "pow", "(DD)D", false);
      }
      case NEGATE -> {
        number(node.operands.get(0));
        code.visitInsn(DNEG);
      }
      case APPLY -> apply(node, (NumericForm.Operator) node.detail);
      case APPLY_GIVEN -> {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(
            GETFIELD,
            KernelWriter.NAME,
            KernelWriter.given((Integer) node.detail),
            KernelWriter.GIVEN);
        finite(node.operands.get(0));
        code.visitMethodInsn(
            INVOKEINTERFACE,
            "java/util/function/DoubleUnaryOperator",
            "applyAsDouble",
            "(D)D",
            true);
      }
      case CHOOSE -> choose(node, false);
      case AFTER -> {
        require(node.operands.get(0));
        number(node.operands.get(1));
      }
      case REFUSE -> code.visitLdcInsn(Double.NaN);
      default -> throw new IllegalStateException(node.operation + " is no number");
    }
  }

  private void parameter(int index) {
    if (fromArray) {
      code.visitVarInsn(ALOAD, 1);
      index(code, index);
      code.visitInsn(DALOAD);
    } else {
      code.visitVarInsn(DLOAD, 1 + 2 * index);
    }
  }

  private void both(Graph.Node node, int instruction) {
    number(node.operands.get(0));
    number(node.operands.get(1));
    code.visitInsn(instruction);
  }

  private void apply(Graph.Node node, NumericForm.Operator operator) {
    String field = kernel.operator(operator);
    Class<?> type = KernelWriter.functionType(operator);
    code.visitFieldInsn(GETSTATIC, KernelWriter.NAME, field, Type.getDescriptor(type));
    String descriptor;
    if (operator instanceof NumericForm.Many) {
      index(code, node.operands.size());
      code.visitIntInsn(NEWARRAY, T_DOUBLE);
      for (int i = 0; i < node.operands.size(); i++) {
        code.visitInsn(DUP);
        index(code, i);
        finite(node.operands.get(i));
        code.visitInsn(DASTORE);
      }
      descriptor = "(Ljava/lang/Object;)D";
    } else {
      for (Graph.Node operand : node.operands) {
        finite(operand);
      }
      descriptor = operator instanceof NumericForm.One ? "(D)D" : "(DD)D";
    }
    code.visitMethodInsn(
        INVOKEINTERFACE, Type.getInternalName(type), "applyAsDouble", descriptor, true);
  }

  /** Ends the method where something has no value; leaves nothing on the stack. */
  private void require(Graph.Node node) {
    if (node.isTruth()) {
      truth(node);
      code.visitInsn(POP);
    } else if (!finite.get(node.id)) {
      finite(node);
      code.visitInsn(POP2);
    }
  }

  // ---- parts with methods of their own

  /**
   * Calls a method for a part; what is known of it here is handed over. False where that is too
   * much.
   */
  private boolean call(Graph.Node part) {
    List<Graph.Node> handed = new ArrayList<>();
    collect(part, new BitSet(), handed);
    StringBuilder descriptor = new StringBuilder(fromArray ? "([D" : "(");
    int words = fromArray ? 1 : 0;
    int parameters = fromArray ? 0 : kernel.arity();
    for (int i = 0; i < parameters; i++) {
      descriptor.append('D');
      words += 2;
    }
    Map<Integer, Integer> places = new HashMap<>();
    BitSet known = new BitSet();
    for (Graph.Node node : handed) {
      descriptor.append(node.isTruth() ? 'I' : 'D');
      places.put(node.id, 1 + words);
      words += node.isTruth() ? 1 : 2;
      known.set(node.id, finite.get(node.id));
    }
    if (words > MOST_WORDS) {
      return false;
    }
    int first = 1 + words;
    descriptor.append(")D");
    String name =
        kernel.method(
            descriptor.toString(),
            inside -> {
              FormulaWriter writer = new FormulaWriter(kernel, inside, fromArray, first, false);
              writer.locals.putAll(places);
              writer.finite.or(known);
              writer.compute(part);
            });
    code.visitVarInsn(ALOAD, 0);
    if (fromArray) {
      code.visitVarInsn(ALOAD, 1);
    }
    for (int i = 0; i < parameters; i++) {
      parameter(i);
    }
    for (Graph.Node node : handed) {
      code.visitVarInsn(node.isTruth() ? ILOAD : DLOAD, locals.get(node.id));
    }
    code.visitMethodInsn(INVOKEVIRTUAL, KernelWriter.NAME, name, descriptor.toString(), false);
    return true;
  }

  /** What a part wants of what has been worked out already. */
  private void collect(Graph.Node node, BitSet seen, List<Graph.Node> handed) {
    if (seen.get(node.id)) {
      return;
    }
    Watched.look();
    seen.set(node.id);
    if (locals.containsKey(node.id)) {
      handed.add(node);
      return;
    }
    for (Graph.Node operand : node.operands) {
      collect(operand, seen, handed);
    }
  }

  // ---- what is worked out in one branch only

  private void choose(Graph.Node node, boolean truths) {
    Label otherwise = new Label();
    Label end = new Label();
    branch(node.operands.get(0), otherwise, false);
    aside(() -> either(node.operands.get(1), truths));
    code.visitJumpInsn(GOTO, end);
    code.visitLabel(otherwise);
    aside(() -> either(node.operands.get(2), truths));
    code.visitLabel(end);
  }

  private void either(Graph.Node node, boolean truths) {
    if (truths) {
      truth(node);
    } else {
      number(node);
    }
  }

  /**
   * Writes something that may be passed over, so that what it works out is not there afterwards.
   */
  private void aside(Runnable part) {
    Map<Integer, Integer> before = locals;
    BitSet finiteBefore = finite;
    locals = new HashMap<>(before);
    finite = (BitSet) finiteBefore.clone();
    part.run();
    locals = before;
    finite = finiteBefore;
  }

  // ---- truth values

  /** Pushes 1 or 0. */
  private void truth(Graph.Node node) {
    Integer local = locals.get(node.id);
    if (local != null) {
      code.visitVarInsn(ILOAD, local);
      return;
    }
    switch (node.operation) {
      case TRUE -> code.visitInsn(ICONST_1);
      case FALSE -> code.visitInsn(ICONST_0);
      case CHOOSE -> choose(node, true);
      case AFTER -> {
        require(node.operands.get(0));
        truth(node.operands.get(1));
      }
      default -> {
        Label no = new Label();
        Label end = new Label();
        test(node, no, false);
        code.visitInsn(ICONST_1);
        code.visitJumpInsn(GOTO, end);
        code.visitLabel(no);
        code.visitInsn(ICONST_0);
        code.visitLabel(end);
      }
    }
    if (kernel.isOften(node)) {
      code.visitInsn(DUP);
      code.visitVarInsn(ISTORE, nextLocal);
      locals.put(node.id, nextLocal);
      nextLocal++;
    }
  }

  /** Jumps where something is as it is wanted. */
  private void branch(Graph.Node node, Label target, boolean wanted) {
    boolean simple =
        switch (node.operation) {
          case LESS, LESS_EQUAL, EQUAL, NOT_EQUAL, AND, OR, NOT -> !kernel.isOften(node);
          default -> false;
        };
    if (simple) {
      test(node, target, wanted);
    } else {
      truth(node);
      code.visitJumpInsn(wanted ? IFNE : IFEQ, target);
    }
  }

  private void test(Graph.Node node, Label target, boolean wanted) {
    switch (node.operation) {
      case LESS -> compare(node, wanted ? IFLT : IFGE, target);
      case LESS_EQUAL -> compare(node, wanted ? IFLE : IFGT, target);
      case EQUAL -> compare(node, wanted ? IFEQ : IFNE, target);
      case NOT_EQUAL -> compare(node, wanted ? IFNE : IFEQ, target);
      case NOT -> branch(node.operands.get(0), target, !wanted);
      case AND -> joined(node, target, wanted, true);
      case OR -> joined(node, target, wanted, false);
      default -> throw new IllegalStateException(node.operation + " is no test");
    }
  }

  /** Both sides are finite, so that the order of numbers that are none does not matter. */
  private void compare(Graph.Node node, int jump, Label target) {
    finite(node.operands.get(0));
    finite(node.operands.get(1));
    code.visitInsn(DCMPL);
    code.visitJumpInsn(jump, target);
  }

  private void joined(Graph.Node node, Label target, boolean wanted, boolean and) {
    Graph.Node left = node.operands.get(0);
    Graph.Node right = node.operands.get(1);
    if (wanted == and) {
      Label past = new Label();
      branch(left, past, !and);
      aside(() -> branch(right, target, wanted));
      code.visitLabel(past);
    } else {
      branch(left, target, wanted);
      aside(() -> branch(right, target, wanted));
    }
  }
}
