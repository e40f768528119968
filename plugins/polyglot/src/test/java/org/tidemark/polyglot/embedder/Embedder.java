package org.tidemark.polyglot.embedder;

import org.graalvm.polyglot.Context;

/**
 * A program that uses a context in a virtual machine of its own: {@code plain} as the documentation
 * begins, {@code option} with the option that keeps it quiet, {@code empty} without a script.
 */
public final class Embedder {
  private Embedder() {}

  /** Prints the milliseconds since it began to the result, and the result. */
  public static void main(String[] arguments) {
    long from = System.nanoTime();
    Context.Builder builder = Context.newBuilder();
    if (arguments[0].equals("option")) {
      builder.option("engine.WarnInterpreterOnly", "false");
    }
    String result = "nothing";
    try (Context context = builder.build()) {
      if (!arguments[0].equals("empty")) {
        result = context.eval("tide", arguments[1]).getMember("x").toString();
      }
      System.out.println((System.nanoTime() - from) / 1_000_000.0 + " ms: " + result);
    }
  }
}
