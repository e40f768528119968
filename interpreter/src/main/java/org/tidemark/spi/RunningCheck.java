package org.tidemark.spi;

import java.util.Collection;
import org.tidemark.spi.type.Type;

/** A body that runs, as seen by the checker. Types may be asked for when a member is looked up. */
public interface RunningCheck {
  /** The names of the states, in the order of the text, inherited ones first. */
  Collection<String> states();

  /** The names of the helpers. */
  Collection<String> helpers();

  /** The type of a state or helper: a list where a state is repeated. */
  Type type(String name);

  /** Whether some state has a law that starts with a word. */
  boolean hasLaw(String word);
}
