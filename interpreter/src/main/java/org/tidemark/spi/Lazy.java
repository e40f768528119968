package org.tidemark.spi;

import java.util.List;
import java.util.Optional;
import org.tidemark.spi.value.FunctionValue;
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

  /** Its value for values of the unknowns that it sees, in the order in which they are written. */
  FunctionValue function();

  /** Its sides where it is a comparison; lists of them where it is a comprehension of such. */
  Optional<Sides> comparison();

  /**
   * A comparison.
   *
   * @param operator as written: {@code ==}, {@code <=}, {@code ≈}, …
   * @param left the left side
   * @param right the right side
   * @param tolerance what stands after {@code within}
   */
  record Sides(String operator, Lazy left, Lazy right, Optional<Lazy> tolerance) {}

  /** Where it is a list literal, its elements; else itself alone. */
  List<Lazy> elements();
}
