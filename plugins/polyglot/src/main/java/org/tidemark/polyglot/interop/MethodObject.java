package org.tidemark.polyglot.interop;

import java.util.function.Function;

/** Something that a value can be asked, such as {@code in} of a quantity. */
final class MethodObject extends TideObject {
  private final String name;
  private final int fewest;
  private final int most;
  private final Function<Object[], Object> work;

  MethodObject(String name, int fewest, int most, Function<Object[], Object> work) {
    this.name = name;
    this.fewest = fewest;
    this.most = most;
    this.work = work;
  }

  @Override
  String kind() {
    return "function";
  }

  @Override
  String text() {
    return name;
  }

  @Override
  boolean isCallable() {
    return true;
  }

  @Override
  int fewestArguments() {
    return fewest;
  }

  @Override
  int mostArguments() {
    return most;
  }

  @Override
  Object call(Object[] arguments) {
    return work.apply(arguments);
  }
}
