package org.tidemark.spi;

import java.util.List;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.Value;

/** An expression that has not been evaluated. */
public interface Lazy {
  /** As it stands in the script. */
  String text();

  /** Its value in the model around it. */
  Value evaluate();

  /** Its value in an amended copy of the model around it. */
  Value evaluateIn(ModelValue variation);

  /** The inputs on which its value rests. */
  Evidence evidence();

  /** Where it is a list literal, its elements; else itself alone. */
  List<Lazy> elements();
}
