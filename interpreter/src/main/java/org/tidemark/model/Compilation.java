package org.tidemark.model;

import java.util.List;
import java.util.Optional;
import org.tidemark.check.DeepStack;
import org.tidemark.kernel.Graph;
import org.tidemark.kernel.Kernel;
import org.tidemark.kernel.KernelClasses;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/**
 * The way of some functions from being evaluated to being compiled. They are evaluated at first,
 * since most functions are called a few times only, and since evaluating notes what they read: a
 * kernel stands for what its reader has read already.
 */
final class Compilation {
  /** Calls before the first kernel of a program is worth while; see decision 0024. */
  static final int CALLS_BEFORE_FIRST = 2000;

  /** Calls before a further one is, when what makes kernels has been loaded. */
  static final int CALLS_BEFORE_FURTHER = 300;

  /** Points handed back by a kernel that rests on too little, before it is made anew. */
  private static final int MOST_RETURNS = 50;

  private static final int MOST_ATTEMPTS = 8;
  private static final int BETWEEN_CHECKPOINTS = 1024;

  private final Evaluation evaluation;
  private final Formulas formulas;
  private final int arity;
  private final boolean atOnce;
  private Kernel kernel;
  private Cell reader;
  private Peek seen;
  private boolean incomplete;
  private String obstacle;
  private int evaluated;
  private int attempts;
  private int used;

  /** What is compiled. */
  @FunctionalInterface
  interface Formulas {
    /**
     * The numbers that it gives.
     *
     * @throws NoKernel where it cannot be compiled
     */
    List<Graph.Node> outputs(Translation translation);
  }

  /**
   * Some formulas that have not been worked out.
   *
   * @param arity how many numbers they take
   */
  Compilation(Evaluation evaluation, Formulas formulas, int arity) {
    this(evaluation, formulas, arity, false);
  }

  private Compilation(Evaluation evaluation, Formulas formulas, int arity, boolean atOnce) {
    this.evaluation = evaluation;
    this.formulas = formulas;
    this.arity = arity;
    this.atOnce = atOnce;
  }

  /**
   * Some functions that have not been called.
   *
   * @param atOnce whether they are compiled after a single call
   */
  Compilation(
      Evaluation evaluation,
      List<? extends Value> functions,
      List<? extends Type> parameters,
      boolean atOnce) {
    this(
        evaluation,
        translation ->
            functions.stream().map(each -> translation.output(each, parameters)).toList(),
        parameters.size(),
        atOnce);
  }

  /** The kernel, where it may be used now; else null. */
  Kernel kernel() {
    if (kernel == null || evaluation.reader() != reader || !evaluation.hasRoomForCalls()) {
      return null;
    }
    if (++used % BETWEEN_CHECKPOINTS == 0) {
      evaluation.spending().checkpoint();
    }
    return kernel;
  }

  /** To be called once the evaluator has worked out a point. */
  void evaluated() {
    // a kernel knows nothing of inputs that are followed or moved
    // nor does it take steps that somebody could be told of
    if (obstacle != null
        || evaluation.isTraced()
        || evaluation.inputs() != null
        || !evaluation.hasRoomForCalls()) {
      return;
    }
    evaluated++;
    if (kernel != null && evaluation.reader() != reader) {
      if (seen.holdsFor(evaluation.reader())) {
        reader = evaluation.reader();
      } else {
        kernel = null;
        evaluated = 1;
      }
    }
    if (evaluated < (kernel == null ? callsBefore() : MOST_RETURNS)) {
      return;
    }
    evaluated = 0;
    if (kernel == null || incomplete) {
      compile();
    }
  }

  private int callsBefore() {
    if (atOnce) {
      return 1;
    }
    return evaluation.lowering().callsBeforeKernel();
  }

  private void compile() {
    DeepStack.withRoom(
        () -> {
          make();
          return null;
        });
  }

  private void make() {
    reader = evaluation.reader();
    seen = new Peek(reader);
    Translation translation = new Translation(evaluation, seen);
    try {
      List<Graph.Node> outputs = formulas.outputs(translation);
      incomplete = translation.isIncomplete();
      kernel = evaluation.lowering().kernels().kernel(translation.graph(), arity, outputs);
    } catch (NoKernel | KernelClasses.TooLarge none) {
      kernel = null;
      obstacle = none.getMessage();
    }
    if (incomplete && ++attempts > MOST_ATTEMPTS) {
      incomplete = false;
    }
  }

  Optional<String> obstacle() {
    return Optional.ofNullable(obstacle);
  }

  boolean isCompiled() {
    return kernel != null;
  }
}
