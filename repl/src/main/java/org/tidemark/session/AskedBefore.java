package org.tidemark.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.model.Run;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** What has been asked so far and came out how, so that a changed answer is noticed. */
final class AskedBefore {
  /** Expressions that are remembered; the oldest give way. */
  private static final int MOST = 200;

  private final Map<String, Was> expressions = new LinkedHashMap<>();

  /**
   * An answer as it was. What has parts is remembered as the text that was shown: a function, or an
   * object with work left to do, would hold the whole script that it was made in.
   */
  record Was(Value value, String text) {
    static Was of(Value value) {
      String text = ValueText.of(value);
      boolean simple =
          value instanceof QuantityValue
              || value instanceof TextValue
              || value instanceof BoolValue
              || value instanceof DateValue
              || value instanceof SpecialValue;
      return new Was(simple ? value : new TextValue(text), text);
    }
  }

  void remember(String expression, Value value) {
    expressions.remove(expression);
    expressions.put(expression, Was.of(value));
    if (expressions.size() > MOST) {
      expressions.remove(expressions.keySet().iterator().next());
    }
  }

  void forget(String expression) {
    expressions.remove(expression);
  }

  void clear() {
    expressions.clear();
  }

  /**
   * What should be asked again once some definitions may have changed: expressions asked before,
   * and definitions that were worked out on the way. An object is not: those of its members that
   * were asked are.
   *
   * @param order the names of the definitions in the order of the conversation
   * @param known their values before
   * @param replaced the names that were defined anew, of which everybody knows that they changed
   */
  Map<String, Was> toAskAgain(
      Run run, List<String> order, Map<String, Value> known, Set<String> replaced) {
    Set<String> changed = run.changed();
    Map<String, Was> again = new LinkedHashMap<>();
    for (String name : order) {
      Value value = known.get(name);
      if (value != null && !isObject(value) && changed.contains(name) && !replaced.contains(name)) {
        again.put(name, Was.of(value));
      }
    }
    List<String> asked = new ArrayList<>(expressions.keySet());
    for (String expression : asked) {
      if (!replaced.contains(expression) && run.rests(expression, changed)) {
        again.put(expression, expressions.get(expression));
      }
    }
    return again;
  }

  private static boolean isObject(Value value) {
    if (value instanceof ListValue list) {
      return list.elements().stream().anyMatch(AskedBefore::isObject);
    }
    return value instanceof ObjectValue
        || value instanceof ModelValue
        || value instanceof FunctionValue;
  }

  /** The change from one answer to another; absent where both look the same. */
  static Optional<Part> change(String expression, Was was, Value now) {
    return now.equals(was.value()) || ValueText.of(now).equals(was.text())
        ? Optional.empty()
        : Optional.of(new Part.Change(expression, Optional.of(was.value()), Optional.of(now)));
  }
}
