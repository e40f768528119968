package org.tidemark.solve.ode;

/**
 * Problems of the IVP test set (F. Mazzia, C. Magherini; E. Hairer, G. Wanner), as published there.
 */
enum TestSetProblem implements RightHandSide {
  VDPOL("vdpol", 2000, 2, 0) {
    @Override
    public void rates(double time, double[] y, double[] rates) {
      rates[0] = y[1];
      rates[1] = 1000 * (1 - y[0] * y[0]) * y[1] - y[0];
    }
  },
  ROBER("rober", 1e11, 1, 0, 0) {
    @Override
    public void rates(double time, double[] y, double[] rates) {
      double slow = 0.04 * y[0];
      double medium = 1e4 * y[1] * y[2];
      double fast = 3e7 * y[1] * y[1];
      rates[0] = -slow + medium;
      rates[1] = slow - medium - fast;
      rates[2] = fast;
    }
  },
  OREGO("orego", 360, 1, 2, 3) {
    @Override
    public void rates(double time, double[] y, double[] rates) {
      rates[0] = 77.27 * (y[1] + y[0] * (1 - 8.375e-6 * y[0] - y[1]));
      rates[1] = (y[2] - (1 + y[0]) * y[1]) / 77.27;
      rates[2] = 0.161 * (y[0] - y[2]);
    }
  },
  HIRES("hires", 321.8122, 1, 0, 0, 0, 0, 0, 0, 0.0057) {
    @Override
    public void rates(double time, double[] y, double[] rates) {
      rates[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
      rates[1] = 1.71 * y[0] - 8.75 * y[1];
      rates[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
      rates[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
      rates[4] = -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6];
      rates[5] = -280 * y[5] * y[7] + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6];
      rates[6] = 280 * y[5] * y[7] - 1.81 * y[6];
      rates[7] = -280 * y[5] * y[7] + 1.81 * y[6];
    }
  },
  PLEIADES(
      "pleiades",
      3,
      3,
      3,
      -1,
      -3,
      2,
      -2,
      2,
      3,
      -3,
      2,
      0,
      0,
      -4,
      4,
      0,
      0,
      0,
      0,
      0,
      1.75,
      -1.5,
      0,
      0,
      0,
      -1.25,
      1,
      0,
      0) {
    @Override
    public void rates(double time, double[] y, double[] rates) {
      for (int i = 0; i < 7; i++) {
        double ax = 0;
        double ay = 0;
        for (int j = 0; j < 7; j++) {
          if (j != i) {
            double dx = y[j] - y[i];
            double dy = y[7 + j] - y[7 + i];
            double square = dx * dx + dy * dy;
            double pull = (j + 1) / (square * Math.sqrt(square));
            ax += pull * dx;
            ay += pull * dy;
          }
        }
        rates[i] = y[14 + i];
        rates[7 + i] = y[21 + i];
        rates[14 + i] = ax;
        rates[21 + i] = ay;
      }
    }
  };

  final String label;
  final double end;
  private final double[] start;

  TestSetProblem(String label, double end, double... start) {
    this.label = label;
    this.end = end;
    this.start = start;
  }

  double[] start() {
    return start.clone();
  }

  @Override
  public int dimension() {
    return start.length;
  }
}
