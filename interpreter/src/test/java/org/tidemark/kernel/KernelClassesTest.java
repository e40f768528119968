package org.tidemark.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tidemark.spi.NumericForm;

/** One class for each shape, and not more of them than are wanted. */
class KernelClassesTest {
  private static Kernel line(KernelClasses classes, double slope, double shift) throws Exception {
    Graph graph = new Graph();
    Graph.Node x = graph.parameter(0);
    Graph.Node y =
        graph.add(
            graph.multiply(graph.constant(slope, "slope"), x), graph.constant(shift, "shift"));
    return classes.kernel(graph, 1, List.of(y));
  }

  @Test
  void formulasThatDifferInNumbersShareAClass() throws Exception {
    KernelClasses classes = new KernelClasses(4);
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      Kernel kernel = line(classes, i, 1);
      sum += kernel.at1(2) - (2.0 * i + 1);
    }
    assertEquals(0, sum);
    assertEquals(1, classes.defined());
  }

  @Test
  void forgottenClassesAreUnloaded() throws Exception {
    KernelClasses classes = new KernelClasses(16);
    var loading = ManagementFactory.getClassLoadingMXBean();
    long loadedBefore = loading.getLoadedClassCount();
    long unloadedBefore = loading.getUnloadedClassCount();
    for (int i = 0; i < 10_000; i++) {
      Graph graph = new Graph();
      Graph.Node y = graph.parameter(0);
      for (int bit = 0; bit < 14; bit++) {
        y = (i >> bit & 1) == 0 ? graph.add(y, graph.parameter(0)) : graph.negate(y);
      }
      assertTrue(Double.isFinite(classes.kernel(graph, 1, List.of(y)).at1(1)));
    }
    assertEquals(10_000, classes.defined());
    System.gc();
    System.gc();
    assertTrue(
        loading.getUnloadedClassCount() - unloadedBefore > 9_000,
        () -> (loading.getUnloadedClassCount() - unloadedBefore) + " unloaded");
    assertTrue(loading.getLoadedClassCount() - loadedBefore < 1_000);
  }

  @Test
  void nothingThatIsNotFiniteGetsLost() throws Exception {
    KernelClasses classes = new KernelClasses(4);
    Graph graph = new Graph();
    Graph.Node x = graph.parameter(0);
    Graph.Node one = graph.constant(1, "one");
    Graph.Node huge = graph.multiply(graph.constant(1e300, "huge"), x);
    Graph.Node hidden = graph.divide(one, huge);
    Graph.Node chosen = graph.choose(graph.less(huge, one), one, x);
    Graph.Node required = graph.after(huge, one);
    Kernel kernel = classes.kernel(graph, 1, List.of(hidden, chosen, required));
    double[] values = new double[3];
    assertTrue(kernel.at(new double[] {2}, values));
    assertEquals(2, values[1]);
    assertFalse(kernel.at(new double[] {1e10}, values));
    for (Graph.Node node : List.of(hidden, chosen, required)) {
      assertTrue(Double.isNaN(classes.kernel(graph, 1, List.of(node)).at1(1e10)));
      assertTrue(Double.isFinite(classes.kernel(graph, 1, List.of(node)).at1(10)));
    }
  }

  @Test
  void sharedPartsAreWorkedOutOnce() throws Exception {
    int[] calls = new int[1];
    NumericForm.Operator counted =
        new NumericForm.One(
            x -> {
              calls[0]++;
              return x;
            });
    Graph graph = new Graph();
    Graph.Node x = graph.apply(counted, List.of(graph.parameter(0)));
    Graph.Node y = graph.apply(counted, List.of(graph.parameter(0)));
    Kernel kernel =
        new KernelClasses(4)
            .kernel(graph, 2, List.of(graph.add(x, y), graph.multiply(x, graph.parameter(1))));
    double[] values = new double[2];
    assertTrue(kernel.at(new double[] {3, 4}, values));
    assertEquals(6, values[0]);
    assertEquals(12, values[1]);
    assertEquals(1, calls[0]);
  }

  /** A sum of a thousand terms goes into methods that the JVM is ready to compile. */
  @Test
  void largeFormulasAreCutIntoMethods() throws Exception {
    Graph graph = new Graph();
    List<Graph.Node> terms = new ArrayList<>();
    Graph.Node shared = graph.power(graph.parameter(0), graph.constant(1.5, "an exponent"));
    for (int i = 0; i < 1000; i++) {
      Graph.Node distance = graph.subtract(graph.constant(i, "term ".concat(i + "")), shared);
      terms.add(graph.divide(graph.multiply(distance, distance), graph.parameter(1)));
    }
    NumericForm.Operator sum = new NumericForm.Fold((a, b) -> a + b, OptionalDouble.of(0));
    Kernel kernel =
        new KernelClasses(4)
            .kernel(graph, 2, List.of(graph.after(shared, graph.apply(sum, terms))));
    double expected = 0;
    for (int i = 0; i < 1000; i++) {
      double distance = i - StrictMath.pow(3, 1.5);
      expected += distance * distance / 7;
    }
    assertEquals(expected, kernel.at2(3, 7));
    assertTrue(kernel.getClass().getDeclaredMethods().length > 10);
  }

  @Test
  void tooLargeAFormulaIsRefused() {
    Graph graph = new Graph();
    Graph.Node y = graph.parameter(0);
    for (int i = 0; i < 30_000; i++) {
      y = graph.divide(graph.parameter(0), y);
    }
    List<Graph.Node> outputs = List.of(y);
    assertThrows(
        KernelClasses.TooLarge.class, () -> new KernelClasses(4).kernel(graph, 1, outputs));
  }
}
