package org.tidemark.kernel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  static final String NAME = Type.getInternalName(Kernel.class) + "OfFormula";
  static final String GIVEN = Type.getDescriptor(DoubleUnaryOperator.class);
  private static final String SUPER = Type.getInternalName(Kernel.class);
  private static final String OPERATORS = Type.getDescriptor(Object[].class);
  private static final String CONSTRUCTOR =
      Type.getMethodDescriptor(
          Type.VOID_TYPE, Type.getType(double[].class), Type.getType(DoubleUnaryOperator[].class));
  private static final String HANDLES = "java/lang/invoke/MethodHandles";
  private static final String LOOKUP = HANDLES + "$Lookup";

  private final int arity;
  private final List<Graph.Node> outputs;
  private final int nodes;
  private final int constants;
  private final int given;
  private final Map<NumericForm.Operator, Integer> operators = new HashMap<>();
  private final List<Object> operatorList = new ArrayList<>();

  KernelWriter(int arity, List<Graph.Node> outputs, int nodes, int constants, int given) {
    this.arity = arity;
    this.outputs = outputs;
    this.nodes = nodes;
    this.constants = constants;
    this.given = given;
  }

  /** The operators that the class finds in its class data. */
  Object[] operators() {
    return operatorList.toArray();
  }

  byte[] write() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(V17, ACC_FINAL | ACC_SUPER, NAME, null, SUPER, null);
    for (int i = 0; i < constants; i++) {
      writer.visitField(ACC_PRIVATE | ACC_FINAL, constant(i), "D", null, null).visitEnd();
    }
    for (int i = 0; i < given; i++) {
      writer.visitField(ACC_PRIVATE | ACC_FINAL, given(i), GIVEN, null, null).visitEnd();
    }
    constructor(writer);
    if (outputs.size() != 1) {
      several(writer);
    } else if (arity == 1 || arity == 2) {
      single(writer, "at" + arity, "(" + "D".repeat(arity) + ")D", false);
    } else {
      single(writer, "at", "([D)D", true);
    }
    operatorFields(writer);
    writer.visitEnd();
    return writer.toByteArray();
  }

  static String constant(int index) {
    return "c" + index;
  }

  static String given(int index) {
    return "g" + index;
  }

  /** The field of an operator. */
  String operator(NumericForm.Operator operator) {
    Integer known = operators.get(operator);
    if (known == null) {
      known = operatorList.size();
      operators.put(operator, known);
      operatorList.add(function(operator));
    }
    return "f" + known;
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

  private void constructor(ClassWriter writer) {
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

  private void single(ClassWriter writer, String name, String descriptor, boolean fromArray) {
    MethodVisitor code = writer.visitMethod(ACC_PUBLIC | ACC_FINAL, name, descriptor, null, null);
    code.visitCode();
    FormulaWriter formula =
        new FormulaWriter(this, code, fromArray ? 2 : 1 + 2 * arity, false, uses(outputs));
    for (int i = 0; i < arity; i++) {
      if (fromArray) {
        formula.load(i);
      } else {
        formula.argument(i, 1 + 2 * i);
      }
    }
    formula.number(outputs.get(0));
    code.visitInsn(DRETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void several(ClassWriter writer) {
    MethodVisitor code = writer.visitMethod(ACC_PUBLIC | ACC_FINAL, "at", "([D[D)Z", null, null);
    code.visitCode();
    FormulaWriter formula = new FormulaWriter(this, code, 3, true, uses(outputs));
    for (int i = 0; i < arity; i++) {
      formula.load(i);
    }
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
    roots.forEach(root -> count(root, seen, often));
    return often;
  }

  private static void count(Graph.Node node, BitSet seen, BitSet often) {
    if (seen.get(node.id)) {
      often.set(node.id);
      return;
    }
    seen.set(node.id);
    node.operands.forEach(operand -> count(operand, seen, often));
  }

  private void operatorFields(ClassWriter writer) {
    if (operatorList.isEmpty()) {
      return;
    }
    MethodVisitor code = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    code.visitMethodInsn(INVOKESTATIC, HANDLES, "lookup", "()L" + LOOKUP + ";", false);
    code.visitLdcInsn("_");
    code.visitLdcInsn(Type.getType(Object[].class));
    code.visitMethodInsn(
        INVOKESTATIC,
        HANDLES,
        "classData",
        "(L" + LOOKUP + ";Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;",
        false);
    code.visitTypeInsn(CHECKCAST, OPERATORS);
    code.visitVarInsn(ASTORE, 0);
    operators.forEach(
        (operator, index) -> {
          Class<?> type = functionType(operator);
          String field = "f" + index;
          writer
              .visitField(
                  ACC_PRIVATE | ACC_STATIC | ACC_FINAL, field, Type.getDescriptor(type), null, null)
              .visitEnd();
          code.visitVarInsn(ALOAD, 0);
          FormulaWriter.index(code, index);
          code.visitInsn(AALOAD);
          code.visitTypeInsn(CHECKCAST, Type.getInternalName(type));
          code.visitFieldInsn(PUTSTATIC, NAME, field, Type.getDescriptor(type));
        });
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
