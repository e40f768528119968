package org.tidemark.vocab.common;

import java.util.List;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.NumericForm;

/**
 * One of several functions that share a class. It is rule and body at once, so that registering it
 * creates a single small object and no lambda.
 */
public abstract class BuiltIn
    implements FunctionSpec.ResultRule, FunctionSpec.Body, NumericForm.Rule {
  /** Which of the functions of the class this is. */
  protected final String name;

  /** The function of a name. */
  protected BuiltIn(String name) {
    this.name = name;
  }

  /** Starts the specification of this function. */
  protected FunctionSpec.Builder spec(String doc) {
    return FunctionSpec.named(name).doc(doc).returns(this).numeric(this);
  }

  /** None, unless the class says more. */
  @Override
  public NumericForm of(List<UnitExpression> arguments) {
    return null;
  }

  /** What happens where a class registers a name that it does not handle. */
  protected AssertionError unhandled() {
    return new AssertionError(name);
  }
}
