package org.tidemark.vocab.common;

import org.tidemark.spi.FunctionSpec;

/**
 * One of several functions that share a class. It is rule and body at once, so that registering it
 * creates a single small object and no lambda.
 */
public abstract class BuiltIn implements FunctionSpec.ResultRule, FunctionSpec.Body {
  /** Which of the functions of the class this is. */
  protected final String name;

  /** The function of a name. */
  protected BuiltIn(String name) {
    this.name = name;
  }

  /** Starts the specification of this function. */
  protected FunctionSpec.Builder spec(String doc) {
    return FunctionSpec.named(name).doc(doc).returns(this);
  }

  /** What happens where a class registers a name that it does not handle. */
  protected AssertionError unhandled() {
    return new AssertionError(name);
  }
}
