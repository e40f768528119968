package org.tidemark.solve.chance;

/**
 * The normal distribution with mean 0 and standard deviation 1, the same bits on every machine.
 *
 * <p>The distribution function is W. J. Cody's rational approximation of the error function
 * ("Rational Chebyshev approximations for the error function", Math. Comp. 23, 1969; coefficients
 * from his CALERF), the quantile M. J. Wichura's algorithm AS 241 (PPND16; Applied Statistics 37,
 * 1988). Both are good to a few units in the last place, tails included.
 */
public final class StandardNormal {
  private static final double SQRT_2 = Math.sqrt(2);
  private static final double ONE_OVER_SQRT_PI = 0.56418958354775628695;

  /** Up to here erf is approximated, beyond it erfc. */
  private static final double SMALL = 0.46875;

  private static final double LARGE = 4;

  private static final double[] ERF_P = {
    0.185777706184603153,
    3.16112374387056560,
    113.864154151050156,
    377.485237685302021,
    3209.37758913846947
  };
  private static final double[] ERF_Q = {
    1, 23.6012909523441209, 244.024637934444173, 1282.61652607737228, 2844.23683343917062
  };
  private static final double[] ERFC_P = {
    2.15311535474403846e-8,
    0.564188496988670089,
    8.88314979438837594,
    66.1191906371416295,
    298.635138197400131,
    881.952221241769090,
    1712.04761263407058,
    2051.07837782607147,
    1230.33935479799725
  };
  private static final double[] ERFC_Q = {
    1,
    15.7449261107098347,
    117.693950891312499,
    537.181101862009858,
    1621.38957456669019,
    3290.79923573345963,
    4362.61909014324716,
    3439.36767414372164,
    1230.33935480374942
  };
  private static final double[] TAIL_P = {
    1.63153871373020978e-2,
    3.05326634961232344e-1,
    3.60344899949804439e-1,
    1.25781726111229246e-1,
    1.60837851487422766e-2,
    6.58749161529837803e-4
  };
  private static final double[] TAIL_Q = {
    1,
    2.56852019228982242,
    1.87295284992346047,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };

  private static final double[] CENTRE_A = {
    2.5090809287301226727e3,
    3.3430575583588128105e4,
    6.7265770927008700853e4,
    4.5921953931549871457e4,
    1.3731693765509461125e4,
    1.9715909503065514427e3,
    1.3314166789178437745e2,
    3.3871328727963666080e0
  };
  private static final double[] CENTRE_B = {
    5.2264952788528545610e3,
    2.8729085735721942674e4,
    3.9307895800092710610e4,
    2.1213794301586595867e4,
    5.3941960214247511077e3,
    6.8718700749205790830e2,
    4.2313330701600911252e1,
    1
  };
  private static final double[] MIDDLE_C = {
    7.74545014278341407640e-4,
    2.27238449892691845833e-2,
    2.41780725177450611770e-1,
    1.27045825245236838258e0,
    3.64784832476320460504e0,
    5.76949722146069140550e0,
    4.63033784615654529590e0,
    1.42343711074968357734e0
  };
  private static final double[] MIDDLE_D = {
    1.05075007164441684324e-9,
    5.47593808499534494600e-4,
    1.51986665636164571966e-2,
    1.48103976427480074590e-1,
    6.89767334985100004550e-1,
    1.67638483018380384940e0,
    2.05319162663775882187e0,
    1
  };
  private static final double[] FAR_E = {
    2.01033439929228813265e-7,
    2.71155556874348757815e-5,
    1.24266094738807843860e-3,
    2.65321895265761230930e-2,
    2.96560571828504891230e-1,
    1.78482653991729133580e0,
    5.46378491116411436990e0,
    6.65790464350110377720e0
  };
  private static final double[] FAR_F = {
    2.04426310338993978564e-15,
    1.42151175831644588870e-7,
    1.84631831751005468180e-5,
    7.86869131145613259100e-4,
    1.48753612908506148525e-2,
    1.36929880922735805310e-1,
    5.99832206555887937690e-1,
    1
  };

  private StandardNormal() {}

  /** The density at a value. */
  public static double density(double z) {
    return ONE_OVER_SQRT_PI / SQRT_2 * expOfMinusSquare(Math.abs(z) / SQRT_2);
  }

  /** The probability of values at or below the given one. */
  public static double cumulative(double z) {
    double x = z / SQRT_2;
    if (Math.abs(x) <= SMALL) {
      return 0.5 + 0.5 * erfNearZero(x);
    }
    double tail = 0.5 * erfcAbove(Math.abs(x));
    return x < 0 ? tail : 1 - tail;
  }

  /**
   * The value below which the given part of the probability lies.
   *
   * @param probability from 0 to 1
   */
  public static double quantile(double probability) {
    double centred = probability - 0.5;
    if (Math.abs(centred) <= 0.425) {
      double r = 0.180625 - centred * centred;
      return centred * (polynomial(CENTRE_A, r) / polynomial(CENTRE_B, r));
    }
    double tail = centred < 0 ? probability : 1 - probability;
    if (tail == 0) {
      return centred < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double r = Math.sqrt(-StrictMath.log(tail));
    double size =
        r <= 5
            ? polynomial(MIDDLE_C, r - 1.6) / polynomial(MIDDLE_D, r - 1.6)
            : polynomial(FAR_E, r - 5) / polynomial(FAR_F, r - 5);
    return centred < 0 ? -size : size;
  }

  private static double erfNearZero(double x) {
    double square = x * x;
    return x * polynomial(ERF_P, square) / polynomial(ERF_Q, square);
  }

  private static double erfcAbove(double x) {
    if (Double.isInfinite(x)) {
      return 0;
    }
    double factor;
    if (x <= LARGE) {
      factor = polynomial(ERFC_P, x) / polynomial(ERFC_Q, x);
    } else {
      double inverse = 1 / (x * x);
      double correction = inverse * polynomial(TAIL_P, inverse) / polynomial(TAIL_Q, inverse);
      factor = (ONE_OVER_SQRT_PI - correction) / x;
    }
    return expOfMinusSquare(x) * factor;
  }

  /** exp(-x²), the square taken in two parts so that its rounding does not reach the result. */
  private static double expOfMinusSquare(double x) {
    double coarse = (double) (long) Math.min(x * 16, 1e9) / 16;
    double rest = (x - coarse) * (x + coarse);
    return StrictMath.exp(-coarse * coarse) * StrictMath.exp(-rest);
  }

  /** Horner's rule, the highest power's coefficient first. */
  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (double coefficient : coefficients) {
      sum = sum * x + coefficient;
    }
    return sum;
  }
}
