package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.nodes.Node;
import org.tidemark.model.EvaluationFailure;

/**
 * A failure while it passes the nodes of a script, where tools see it. It leaves them as it was.
 */
final class StepFailure extends AbstractTruffleException {
  private static final long serialVersionUID = 1L;

  private final transient EvaluationFailure failure;

  StepFailure(EvaluationFailure failure, Node place) {
    super(failure.diagnostic().code() + ": " + failure.diagnostic().message(), place);
    this.failure = failure;
  }

  EvaluationFailure failure() {
    return failure;
  }
}
