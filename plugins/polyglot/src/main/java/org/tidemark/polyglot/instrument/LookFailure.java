package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.nodes.Node;

/** An expression that somebody evaluates while he looks around has no value. */
final class LookFailure extends AbstractTruffleException {
  private static final long serialVersionUID = 1L;

  LookFailure(String message, Node place) {
    super(message, place);
  }
}
