package org.tidemark.solve.ode;

/**
 * The Lagrange polynomials at the nodes of a collocation method that are zero at the start of the
 * step.
 */
final class CollocationBasis implements Basis {
  private final double[] nodes;
  private final double[] weights;
  private final double[] probes;

  CollocationBasis(double[] stages) {
    nodes = new double[stages.length + 1];
    System.arraycopy(stages, 0, nodes, 1, stages.length);
    weights = new double[stages.length];
    for (int k = 0; k < weights.length; k++) {
      double product = 1;
      for (int m = 0; m < nodes.length; m++) {
        product *= m == k + 1 ? 1 : nodes[k + 1] - nodes[m];
      }
      weights[k] = 1 / product;
    }
    int middle = stages.length / 2;
    probes =
        new double[] {
          (stages[middle - 1] + stages[middle]) / 2, (stages[middle] + stages[middle + 1]) / 2
        };
  }

  @Override
  public int size() {
    return weights.length;
  }

  @Override
  public void values(double place, double[] into) {
    for (int k = 0; k < weights.length; k++) {
      double product = weights[k];
      for (int m = 0; m < nodes.length; m++) {
        product *= m == k + 1 ? 1 : place - nodes[m];
      }
      into[k] = product;
    }
  }

  @Override
  public void slopes(double place, double[] into) {
    for (int k = 0; k < weights.length; k++) {
      double product = weights[k];
      double slope = 0;
      for (int m = 0; m < nodes.length; m++) {
        if (m != k + 1) {
          slope = slope * (place - nodes[m]) + product;
          product *= place - nodes[m];
        }
      }
      into[k] = slope;
    }
  }

  @Override
  public double[] probes() {
    return probes;
  }
}
