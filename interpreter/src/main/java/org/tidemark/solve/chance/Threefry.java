package org.tidemark.solve.chance;

/**
 * The counter-based generators Threefry-N×W-R: the mixing of the block cipher Threefish with fewer
 * rounds, made of additions, rotations and exclusive-ors, with no state.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as
 * easy as 1, 2, 3", Proc. SC11 (2011), section 4.2; rotations from the Random123 library, version
 * 1.14. Twenty rounds are the authors' recommendation.
 */
public final class Threefry {
  private static final int PARITY_32 = 0x1BD11BDA;
  private static final long PARITY_64 = 0x1BD11BDAA9FC1A22L;
  private static final int[] ROTATIONS_2X32 = {13, 15, 26, 6, 17, 29, 16, 24};
  private static final int[][] ROTATIONS_4X32 = {
    {10, 26}, {11, 21}, {13, 27}, {23, 5}, {6, 20}, {17, 11}, {25, 10}, {18, 20}
  };
  private static final int[] ROTATIONS_2X64 = {16, 42, 12, 31, 16, 32, 24, 21};
  private static final int[][] ROTATIONS_4X64 = {
    {14, 16}, {52, 57}, {23, 40}, {5, 37}, {25, 33}, {46, 12}, {58, 22}, {32, 32}
  };

  /** The rounds that the authors recommend. */
  public static final int ROUNDS = 20;

  /** A subkey is added after every so many rounds. */
  private static final int INJECTION = 4;

  private Threefry() {}

  /** Two words of 32 bits under a key of two. */
  public static int[] of2x32(int rounds, int[] counter, int[] key) {
    int[] keys = {key[0], key[1], PARITY_32 ^ key[0] ^ key[1]};
    int x0 = counter[0] + keys[0];
    int x1 = counter[1] + keys[1];
    for (int round = 0; round < rounds; round++) {
      x0 += x1;
      x1 = Integer.rotateLeft(x1, ROTATIONS_2X32[round % 8]) ^ x0;
      if (round % INJECTION == INJECTION - 1) {
        int injected = round / INJECTION + 1;
        x0 += keys[injected % 3];
        x1 += keys[(injected + 1) % 3] + injected;
      }
    }
    return new int[] {x0, x1};
  }

  /** Four words of 32 bits under a key of four. */
  public static int[] of4x32(int rounds, int[] counter, int[] key) {
    int[] keys = {
      key[0], key[1], key[2], key[3], PARITY_32 ^ key[0] ^ key[1] ^ key[2] ^ key[3],
    };
    int[] x = new int[4];
    for (int i = 0; i < 4; i++) {
      x[i] = counter[i] + keys[i];
    }
    for (int round = 0; round < rounds; round++) {
      int[] rotations = ROTATIONS_4X32[round % 8];
      // the second word of each pair changes places with the other's in every odd round
      int first = round % 2 == 0 ? 1 : 3;
      int second = 4 - first;
      x[0] += x[first];
      x[first] = Integer.rotateLeft(x[first], rotations[0]) ^ x[0];
      x[2] += x[second];
      x[second] = Integer.rotateLeft(x[second], rotations[1]) ^ x[2];
      if (round % INJECTION == INJECTION - 1) {
        int injected = round / INJECTION + 1;
        for (int i = 0; i < 4; i++) {
          x[i] += keys[(injected + i) % 5];
        }
        x[3] += injected;
      }
    }
    return x;
  }

  /** Two words of 64 bits under a key of two. */
  public static long[] of2x64(int rounds, long[] counter, long[] key) {
    long[] keys = {key[0], key[1], PARITY_64 ^ key[0] ^ key[1]};
    long x0 = counter[0] + keys[0];
    long x1 = counter[1] + keys[1];
    for (int round = 0; round < rounds; round++) {
      x0 += x1;
      x1 = Long.rotateLeft(x1, ROTATIONS_2X64[round % 8]) ^ x0;
      if (round % INJECTION == INJECTION - 1) {
        int injected = round / INJECTION + 1;
        x0 += keys[injected % 3];
        x1 += keys[(injected + 1) % 3] + injected;
      }
    }
    return new long[] {x0, x1};
  }

  /** Four words of 64 bits under a key of four. */
  public static long[] of4x64(int rounds, long[] counter, long[] key) {
    long[] keys = {
      key[0], key[1], key[2], key[3], PARITY_64 ^ key[0] ^ key[1] ^ key[2] ^ key[3],
    };
    long[] x = new long[4];
    for (int i = 0; i < 4; i++) {
      x[i] = counter[i] + keys[i];
    }
    for (int round = 0; round < rounds; round++) {
      int[] rotations = ROTATIONS_4X64[round % 8];
      int first = round % 2 == 0 ? 1 : 3;
      int second = 4 - first;
      x[0] += x[first];
      x[first] = Long.rotateLeft(x[first], rotations[0]) ^ x[0];
      x[2] += x[second];
      x[second] = Long.rotateLeft(x[second], rotations[1]) ^ x[2];
      if (round % INJECTION == INJECTION - 1) {
        int injected = round / INJECTION + 1;
        for (int i = 0; i < 4; i++) {
          x[i] += keys[(injected + i) % 5];
        }
        x[3] += injected;
      }
    }
    return x;
  }
}
