package org.tidemark.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/**
 * The classes of kernels, one for each shape of formula. Those used least recently are forgotten
 * beyond a number, and the JVM unloads a forgotten class with its last kernel. Safe for several
 * threads.
 */
public final class KernelClasses {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType CONSTRUCTOR =
      MethodType.methodType(void.class, double[].class, DoubleUnaryOperator[].class);
  private static final MethodType KERNEL =
      MethodType.methodType(Kernel.class, double[].class, DoubleUnaryOperator[].class);

  private final Map<Shape, MethodHandle> classes;
  private final int partSize;
  private int defined;

  /** What a class depends on. */
  record Shape(int arity, List<Graph.Step> steps, List<Integer> outputs) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Shape shape
          && arity == shape.arity
          && outputs.equals(shape.outputs)
          && steps.equals(shape.steps);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * arity + outputs.hashCode()) + steps.hashCode();
    }
  }

  /**
   * No classes yet.
   *
   * @param most how many are kept
   */
  public KernelClasses(int most) {
    this(most, Parts.USUAL_SIZE);
  }

  /**
   * No classes yet.
   *
   * @param most how many are kept
   * @param partSize the bytes that a method may take, roughly
   */
  public KernelClasses(int most, int partSize) {
    this.partSize = partSize;
    this.classes =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Shape, MethodHandle> eldest) {
            return size() > most;
          }
        };
  }

  /** A formula that is larger than a method of the JVM may be. */
  public static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;

    private TooLarge() {
      super("the formula is too large for one method", null, false, false);
    }
  }

  /**
   * A kernel.
   *
   * @param arity the number of arguments
   * @param outputs the numbers that it is to give
   */
  public Kernel kernel(Graph graph, int arity, List<Graph.Node> outputs) throws TooLarge {
    List<Integer> ids = new ArrayList<>();
    for (Graph.Node output : outputs) {
      ids.add(output.id);
    }
    Shape shape = new Shape(arity, List.copyOf(graph.steps()), ids);
    MethodHandle maker = maker(shape, outputs, graph);
    try {
      return (Kernel) maker.invokeExact(graph.numbers(), graph.given());
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private synchronized MethodHandle maker(Shape shape, List<Graph.Node> outputs, Graph graph)
      throws TooLarge {
    MethodHandle known = classes.get(shape);
    if (known == null) {
      known = define(shape, outputs, graph);
      classes.put(shape, known);
    }
    return known;
  }

  private MethodHandle define(Shape shape, List<Graph.Node> outputs, Graph graph) throws TooLarge {
    try {
      KernelWriter writer =
          new KernelWriter(
              shape.arity(),
              outputs,
              graph.size(),
              graph.numbers().length,
              graph.given().length,
              partSize);
      byte[] bytes = writer.write();
      defined++;
      MethodHandles.Lookup hidden =
          LOOKUP.defineHiddenClassWithClassData(bytes, writer.operators(), true);
      return hidden.findConstructor(hidden.lookupClass(), CONSTRUCTOR).asType(KERNEL);
    } catch (MethodTooLargeException | ClassTooLargeException | StackOverflowError large) {
      throw new TooLarge();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** How many classes have been made, those forgotten included. */
  public synchronized int defined() {
    return defined;
  }
}
