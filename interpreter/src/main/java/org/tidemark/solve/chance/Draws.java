package org.tidemark.solve.chance;

import java.nio.charset.StandardCharsets;

/**
 * Addressed random numbers: a draw is a function of a seed, the draw's index and the key of the
 * input drawn, whoever asks and in whatever order.
 *
 * <p>The layout: one block of Philox-4×32-10, whose key is the seed (lower half first) and whose
 * counter is the index (lower half first) followed by the input's key (lower half first). So every
 * address has a block of its own. The first two words of the block, lower half first, are lane 0 of
 * the address, the last two are lane 1: two independent draws from one address.
 *
 * @param seed any number
 */
public record Draws(long seed) {
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;
  private static final double STEP = 0x1p-53;

  /**
   * The key of an input, from its name: FNV-1a over the name's UTF-8 bytes (Fowler, Noll and Vo). A
   * name keeps its draws whatever else a model gains or loses.
   */
  public static long key(String name) {
    long hash = FNV_OFFSET;
    for (byte part : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (part & 0xFF)) * FNV_PRIME;
    }
    return hash;
  }

  /**
   * Sixty-four random bits.
   *
   * @param draw the draw's index
   * @param input the input's {@link #key}
   * @param lane 0 or 1
   */
  public long bits(long draw, long input, int lane) {
    int[] block =
        Philox.of4x32(
            Philox.ROUNDS,
            new int[] {(int) draw, (int) (draw >>> 32), (int) input, (int) (input >>> 32)},
            new int[] {(int) seed, (int) (seed >>> 32)});
    int at = 2 * lane;
    return (block[at] & 0xFFFFFFFFL) | ((long) block[at + 1] << 32);
  }

  /** The uniform draw of an address, from lane 0; see {@link #openUnit}. */
  public double uniform(long draw, long input) {
    return openUnit(bits(draw, input, 0));
  }

  /** The uniform draw of a lane of an address; see {@link #openUnit}. */
  public double uniform(long draw, long input, int lane) {
    return openUnit(bits(draw, input, lane));
  }

  /**
   * One of the whole numbers from 0 up to a bound, the bound left out. The odds differ by less than
   * one part in 2^32.
   *
   * @param bound above 0
   */
  public int below(int bound, long draw, long input) {
    return (int) Philox.unsignedMultiplyHigh(bits(draw, input, 0), bound);
  }

  /**
   * A number strictly between 0 and 1: one of the odd multiples of 2^-53, all equally likely. So no
   * quantile function meets its end, and a number and its complement are equally likely.
   */
  public static double openUnit(long bits) {
    return ((bits >>> 11) | 1) * STEP;
  }
}
