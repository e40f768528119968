package org.tidemark.spi.value;

import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.NumericForm;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;

/**
 * Something that a plugin's kind or function makes: a curve, a firm, a solution.
 *
 * <p>What it offers beyond this is up to the plugin; the language sees members, one call, and the
 * quantity that it may stand for.
 */
public interface ObjectValue extends Value {
  /**
   * A member. Only names that the {@code ObjectType} declares are asked for.
   *
   * @throws org.tidemark.spi.Problem where the member has no value
   */
  Value member(String name);

  /**
   * The type of the argument that a call of it takes, as its type says it too; for callers who have
   * nothing but the value. {@link BasicType#UNKNOWN} where it does not say.
   */
  default Type parameter() {
    return BasicType.UNKNOWN;
  }

  /** Its value for one argument; only asked where the type can be called. */
  default Value call(Value argument) {
    throw new IllegalStateException(describe() + " cannot be called");
  }

  /**
   * What a call of it does with plain numbers, for an argument in a unit, so that solvers can call
   * it often: a {@link NumericForm.One}; absent where it has to be called.
   */
  default Optional<NumericForm> numeric(UnitExpression argument) {
    return Optional.empty();
  }

  /** The quantity that it stands for where a number is wanted. */
  default Optional<Quantity> quantity() {
    return Optional.empty();
  }

  /** What is shown in its place where it is a result; itself by default. */
  default Value shown() {
    return this;
  }

  /** One line that says what it is, for results. */
  String summary();
}
