package org.tidemark.render.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.model.PredictionOutcome;
import org.tidemark.model.Shown;
import org.tidemark.render.audit.Audited;
import org.tidemark.spi.Evidence;

/** All inputs of a report, each once, in the order in which results rest on them. */
final class InputIndex {
  private final Map<Evidence.Input, Integer> numbers = new LinkedHashMap<>();
  private final List<Integer> uses = new ArrayList<>();

  private InputIndex() {}

  static InputIndex of(ReportContent content) {
    InputIndex index = new InputIndex();
    for (Shown shown : content.run().shown()) {
      index.add(shown.evidence());
    }
    for (ClaimOutcome claim : content.run().claims()) {
      index.add(claim.evidence());
    }
    for (PredictionOutcome prediction : content.run().predictions()) {
      index.add(prediction.evidence());
    }
    return index;
  }

  /** The inputs of an audit. */
  static InputIndex ofClaims(List<Audited> audited) {
    InputIndex index = new InputIndex();
    for (Audited module : audited) {
      module.claims().forEach(claim -> index.add(claim.evidence()));
    }
    return index;
  }

  private void add(Evidence evidence) {
    Set<Evidence.Input> each = new LinkedHashSet<>(evidence.inputs());
    for (Evidence.Input input : each) {
      Integer number = numbers.get(input);
      if (number == null) {
        numbers.put(input, uses.size());
        uses.add(1);
      } else {
        uses.set(number, uses.get(number) + 1);
      }
    }
  }

  /** The inputs in order. */
  List<Evidence.Input> inputs() {
    return new ArrayList<>(numbers.keySet());
  }

  /** Where an input stands in the page. */
  String anchor(Evidence.Input input) {
    return "input-" + (numbers.get(input) + 1);
  }

  /** How many results, claims and predictions rest on the input of a number, from 0. */
  int uses(int number) {
    return uses.get(number);
  }
}
