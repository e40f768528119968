package org.tidemark.vocab.questions;

import java.util.List;
import java.util.function.IntFunction;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Study;

/**
 * The evaluations that a design asks for, in blocks that are of use as wholes only: of work that is
 * ended early the whole blocks count.
 *
 * @param call that asks
 * @param study what is asked
 * @param what is done, in words that the expression goes behind
 * @param block how many evaluations belong together
 * @param least how many blocks it takes
 */
record Evaluations(CallValues call, Study study, String what, int block, int least) {
  static Evaluations of(CallValues call, Study study, String what) {
    return new Evaluations(call, study, what, 1, 1);
  }

  /** The same in blocks. */
  Evaluations inBlocks(int size, int fewest) {
    return new Evaluations(call, study, what, size, fewest);
  }

  /** What came of evaluations 0 to count - 1, or of as many as there are. */
  List<Study.Trial> ask(int count, IntFunction<Study.Variation> variations) {
    try (Progress progress =
        call.surroundings().keepable(what.concat(study.text()), count, "evaluations")) {
      List<Study.Trial> trials = study.askAll(count, variations, progress);
      int whole = trials.size() / block * block;
      if (whole < (long) least * block) {
        // too little to make anything of, so this ends as if there were nothing
        call.surroundings().checkpoint();
      }
      progress.kept(whole);
      return trials.subList(0, whole);
    }
  }
}
