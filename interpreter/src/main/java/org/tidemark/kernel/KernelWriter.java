package org.tidemark.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.tidemark.spi.NumericForm;

/** Writes the class of a kernel. */
final class KernelWriter implements Opcodes {
  static final String NAME = "org/tidemark/kernel/KernelOfFormula";
  static final String GIVEN = Type.getDescriptor(DoubleUnaryOperator.class);
  private static final String SUPER = Type.getInternalName(Kernel.class);
  private static final String OPERATORS = Type.getDescriptor(Object[].class);
  private static final String CONSTRUCTOR =
      Type.getMethodDescriptor(
          Type.VOID_TYPE, Type.getType(double[].class), Type.getType(DoubleUnaryOperator[].class));
  private static final String HANDLES = "java/lang/invoke/MethodHandles";
  private static final String LOOKUP_OBTAINED = "()Ljava/lang/invoke/MethodHandles$Lookup;";
  private static final String CLASS_DATA =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)"
          + "Ljava/lang/Object;";

  private final int arity;
  private final List<Graph.Node> outputs;
  private final int nodes;
  private final int constants;
  private final int given;
  private final Map<NumericForm.Operator, Integer> operators = new HashMap<>();
  private final List<Object> operatorList = new ArrayList<>();
  private final Parts parts;
  private final BitSet often;
  private final Deque<Runnable> pending = new ArrayDeque<>();
  private ClassWriter writer;
  private int methods;

  KernelWriter(
      int arity, List<Graph.Node> outputs, int nodes, int constants, int given, int partSize) {
    this.arity = arity;
    this.outputs = outputs;
    this.nodes = nodes;
    this.constants = constants;
    this.given = given;
    this.parts = new Parts(outputs, partSize);
    this.often = uses(outputs);
  }

  Parts parts() {
    return parts;
  }

  /** Whether a node is wanted at more than one place. */
  boolean isOften(Graph.Node node) {
    return often.get(node.id);
  }

  /**
   * Makes a method of its own for a part of a formula.
   *
   * @param descriptor of the method
   * @param body writes what is inside
   * @return its name
   */
  String method(String descriptor, Consumer<MethodVisitor> body) {
    String name = "m".concat(Integer.toString(methods++));
    pending.add(
        () -> {
          MethodVisitor code = writer.visitMethod(ACC_PRIVATE, name, descriptor, null, null);
          code.visitCode();
          body.accept(code);
          code.visitInsn(DRETURN);
          code.visitMaxs(0, 0);
          code.visitEnd();
        });
    return name;
  }

  int arity() {
    return arity;
  }

  /** The operators that the class finds in its class data. */
  Object[] operators() {
    return operatorList.toArray();
  }

  byte[] write() {
    writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(V17, ACC_FINAL | ACC_SUPER, NAME, null, SUPER, null);
    for (int i = 0; i < constants; i++) {
      writer.visitField(ACC_PRIVATE | ACC_FINAL, constant(i), "D", null, null).visitEnd();
    }
    for (int i = 0; i < given; i++) {
      writer.visitField(ACC_PRIVATE | ACC_FINAL, given(i), GIVEN, null, null).visitEnd();
    }
    constructor();
    if (outputs.size() != 1) {
      several();
    } else if (arity == 1) {
      single("at1", "(D)D");
    } else if (arity == 2) {
      single("at2", "(DD)D");
    } else {
      single("at", "([D)D");
    }
    while (!pending.isEmpty()) {
      pending.remove().run();
    }
    operatorFields();
    writer.visitEnd();
    return writer.toByteArray();
  }

  static String constant(int index) {
    return "c".concat(Integer.toString(index));
  }

  static String given(int index) {
    return "g".concat(Integer.toString(index));
  }

  /** The field of an operator. */
  String operator(NumericForm.Operator operator) {
    Integer known = operators.get(operator);
    if (known == null) {
      known = operatorList.size();
      operators.put(operator, known);
      operatorList.add(function(operator));
    }
    return field(known);
  }

  private static String field(int index) {
    return "f".concat(Integer.toString(index));
  }

  private static Object function(NumericForm.Operator operator) {
    if (operator instanceof NumericForm.One one) {
      return one.function();
    }
    return operator instanceof NumericForm.Two two
        ? two.function()
        : ((NumericForm.Many) operator).function();
  }

  static Class<?> functionType(NumericForm.Operator operator) {
    if (operator instanceof NumericForm.One) {
      return DoubleUnaryOperator.class;
    }
    return operator instanceof NumericForm.Two
        ? DoubleBinaryOperator.class
        : ToDoubleFunction.class;
  }

  private void constructor() {
    MethodVisitor code = writer.visitMethod(0, "<init>", CONSTRUCTOR, null, null);
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, SUPER, "<init>", "()V", false);
    for (int i = 0; i < constants; i++) {
      code.visitVarInsn(ALOAD, 0);
      code.visitVarInsn(ALOAD, 1);
      FormulaWriter.index(code, i);
      code.visitInsn(DALOAD);
      code.visitFieldInsn(PUTFIELD, NAME, constant(i), "D");
    }
    for (int i = 0; i < given; i++) {
      code.visitVarInsn(ALOAD, 0);
      code.visitVarInsn(ALOAD, 2);
      FormulaWriter.index(code, i);
      code.visitInsn(AALOAD);
      code.visitFieldInsn(PUTFIELD, NAME, given(i), GIVEN);
    }
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void single(String name, String descriptor) {
    MethodVisitor code = writer.visitMethod(ACC_PUBLIC | ACC_FINAL, name, descriptor, null, null);
    code.visitCode();
    boolean fromArray = arity != 1 && arity != 2;
    FormulaWriter formula =
        new FormulaWriter(this, code, fromArray, fromArray ? 2 : 1 + 2 * arity, false);
    formula.number(outputs.get(0));
    code.visitInsn(DRETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void several() {
    MethodVisitor code = writer.visitMethod(ACC_PUBLIC | ACC_FINAL, "at", "([D[D)Z", null, null);
    code.visitCode();
    FormulaWriter formula = new FormulaWriter(this, code, true, 3, true);
    for (int i = 0; i < outputs.size(); i++) {
      code.visitVarInsn(ALOAD, 2);
      FormulaWriter.index(code, i);
      formula.finite(outputs.get(i));
      code.visitInsn(DASTORE);
    }
    code.visitInsn(ICONST_1);
    code.visitInsn(IRETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** The nodes that are wanted at more than one place. */
  private BitSet uses(List<Graph.Node> roots) {
    BitSet seen = new BitSet(nodes);
    BitSet often = new BitSet(nodes);
    for (Graph.Node root : roots) {
      count(root, seen, often);
    }
    return often;
  }

  private static void count(Graph.Node node, BitSet seen, BitSet often) {
    if (seen.get(node.id)) {
      often.set(node.id);
      return;
    }
    seen.set(node.id);
    for (Graph.Node operand : node.operands) {
      count(operand, seen, often);
    }
  }

  private void operatorFields() {
    if (operatorList.isEmpty()) {
      return;
    }
    MethodVisitor code = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    code.visitMethodInsn(INVOKESTATIC, HANDLES, "lookup", LOOKUP_OBTAINED, false);
    code.visitLdcInsn("_");
    code.visitLdcInsn(Type.getType(Object[].class));
    code.visitMethodInsn(INVOKESTATIC, HANDLES, "classData", CLASS_DATA, false);
    code.visitTypeInsn(CHECKCAST, OPERATORS);
    code.visitVarInsn(ASTORE, 0);
    for (Map.Entry<NumericForm.Operator, Integer> entry : operators.entrySet()) {
      Class<?> type = functionType(entry.getKey());
      String descriptor = Type.getDescriptor(type);
      String field = field(entry.getValue());
      writer
          .visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, field, descriptor, null, null)
          .visitEnd();
      code.visitVarInsn(ALOAD, 0);
      FormulaWriter.index(code, entry.getValue());
      code.visitInsn(AALOAD);
      code.visitTypeInsn(CHECKCAST, Type.getInternalName(type));
      code.visitFieldInsn(PUTSTATIC, NAME, field, descriptor);
    }
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
