package org.tidemark.spi.foreign;

import java.util.List;
import java.util.Optional;

/** A program with its own variables. Used by one thread at a time, not always the same. */
public interface ForeignContext extends AutoCloseable {
  /** The function of a name, among those that the program offers. */
  Optional<ForeignFunction> function(String name);

  /** The names of the functions that it offers, in the order of the text where that is known. */
  List<String> functions();

  /** Lets go of it. */
  @Override
  void close();
}
