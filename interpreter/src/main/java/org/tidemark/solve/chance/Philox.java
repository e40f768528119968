package org.tidemark.solve.chance;

/**
 * The counter-based generators Philox-N×W-R: a keyed bijection of counters made of multiplications
 * and exclusive-ors, with no state.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as
 * easy as 1, 2, 3", Proc. SC11 (2011), section 4.3; constants from the Random123 library, version
 * 1.14. Ten rounds are the authors' recommendation; seven are the fewest that pass BigCrush.
 *
 * <p>Words are in the order of Random123: the first word of a counter is its lowest.
 */
public final class Philox {
  private static final int MULTIPLIER_2X32 = 0xD256D193;
  private static final int MULTIPLIER_4X32_0 = 0xD2511F53;
  private static final int MULTIPLIER_4X32_1 = 0xCD9E8D57;
  private static final int WEYL_32_0 = 0x9E3779B9;
  private static final int WEYL_32_1 = 0xBB67AE85;
  private static final long MULTIPLIER_2X64 = 0xD2B74407B1CE6E93L;
  private static final long MULTIPLIER_4X64_0 = 0xD2E7470EE14C6C93L;
  private static final long MULTIPLIER_4X64_1 = 0xCA5A826395121157L;
  private static final long WEYL_64_0 = 0x9E3779B97F4A7C15L;
  private static final long WEYL_64_1 = 0xBB67AE8584CAA73BL;
  private static final long LOW = 0xFFFFFFFFL;

  /** The rounds that the authors recommend. */
  public static final int ROUNDS = 10;

  private Philox() {}

  /** Two words of 32 bits under a key of one. */
  public static int[] of2x32(int rounds, int[] counter, int[] key) {
    int c0 = counter[0];
    int c1 = counter[1];
    int k0 = key[0];
    for (int round = 0; round < rounds; round++) {
      long product = (MULTIPLIER_2X32 & LOW) * (c0 & LOW);
      c0 = (int) (product >>> 32) ^ k0 ^ c1;
      c1 = (int) product;
      k0 += WEYL_32_0;
    }
    return new int[] {c0, c1};
  }

  /** Four words of 32 bits under a key of two. */
  public static int[] of4x32(int rounds, int[] counter, int[] key) {
    int c0 = counter[0];
    int c1 = counter[1];
    int c2 = counter[2];
    int c3 = counter[3];
    int k0 = key[0];
    int k1 = key[1];
    for (int round = 0; round < rounds; round++) {
      long even = (MULTIPLIER_4X32_0 & LOW) * (c0 & LOW);
      long odd = (MULTIPLIER_4X32_1 & LOW) * (c2 & LOW);
      c0 = (int) (odd >>> 32) ^ c1 ^ k0;
      c1 = (int) odd;
      c2 = (int) (even >>> 32) ^ c3 ^ k1;
      c3 = (int) even;
      k0 += WEYL_32_0;
      k1 += WEYL_32_1;
    }
    return new int[] {c0, c1, c2, c3};
  }

  /** Two words of 64 bits under a key of one. */
  public static long[] of2x64(int rounds, long[] counter, long[] key) {
    long c0 = counter[0];
    long c1 = counter[1];
    long k0 = key[0];
    for (int round = 0; round < rounds; round++) {
      long high = unsignedMultiplyHigh(MULTIPLIER_2X64, c0);
      long low = MULTIPLIER_2X64 * c0;
      c0 = high ^ k0 ^ c1;
      c1 = low;
      k0 += WEYL_64_0;
    }
    return new long[] {c0, c1};
  }

  /** Four words of 64 bits under a key of two. */
  public static long[] of4x64(int rounds, long[] counter, long[] key) {
    long c0 = counter[0];
    long c1 = counter[1];
    long c2 = counter[2];
    long c3 = counter[3];
    long k0 = key[0];
    long k1 = key[1];
    for (int round = 0; round < rounds; round++) {
      long evenHigh = unsignedMultiplyHigh(MULTIPLIER_4X64_0, c0);
      long evenLow = MULTIPLIER_4X64_0 * c0;
      long oddHigh = unsignedMultiplyHigh(MULTIPLIER_4X64_1, c2);
      long oddLow = MULTIPLIER_4X64_1 * c2;
      c0 = oddHigh ^ c1 ^ k0;
      c1 = oddLow;
      c2 = evenHigh ^ c3 ^ k1;
      c3 = evenLow;
      k0 += WEYL_64_0;
      k1 += WEYL_64_1;
    }
    return new long[] {c0, c1, c2, c3};
  }

  /** The upper half of the product of two unsigned words; Java has it from version 18 on. */
  static long unsignedMultiplyHigh(long x, long y) {
    return Math.multiplyHigh(x, y) + ((x >> 63) & y) + ((y >> 63) & x);
  }
}
