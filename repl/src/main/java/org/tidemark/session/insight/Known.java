package org.tidemark.session.insight;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.api.Lookup;
import org.tidemark.api.Name;
import org.tidemark.spi.Constant;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.RunningWords;

/** The names of a conversation by what they are, for colouring. */
final class Known {
  final Set<String> definitions = new HashSet<>();
  final Set<String> modules = new HashSet<>();
  final Set<String> builtins = new HashSet<>();
  final Set<String> kinds = new HashSet<>();
  final Set<String> units;

  /** States, rates and steps of bodies that run. */
  final Set<String> runningWords = new HashSet<>();

  /** The time and the date, where something runs. */
  final Set<String> clocks = new HashSet<>();

  private final TreeSet<String> all = new TreeSet<>();
  private final Lookup lookup;

  Known(Lookup lookup) {
    this.lookup = lookup;
    for (Name name : lookup.names()) {
      (name.sort().equals("module") ? modules : definitions).add(name.name());
    }
    lookup.functions().stream().map(FunctionSpec::name).forEach(builtins::add);
    lookup.constants().stream().map(Constant::name).forEach(builtins::add);
    units = Set.copyOf(lookup.units().names());
    kinds.add("model");
    kinds.add("test");
    for (Kind kind : lookup.kinds()) {
      kinds.add(kind.name());
      kind.clock().ifPresent(clocks::add);
      kind.calendar().ifPresent(clocks::add);
      kind.running().ifPresent(this::running);
    }
    all.addAll(definitions);
    all.addAll(modules);
    all.addAll(builtins);
    all.addAll(units);
    all.addAll(kinds);
  }

  private void running(RunningWords words) {
    runningWords.add(words.state());
    runningWords.add(words.rate());
    runningWords.add(words.step());
    clocks.add(words.clock());
    clocks.add(words.calendar());
  }

  /** Whether a word may still become a name that is known. */
  boolean isBeginning(String word) {
    String next = all.ceiling(word);
    return next != null && next.startsWith(word);
  }

  /**
   * Whether a built-in function looks at what is written in its call, names of its own included.
   */
  boolean readsNames(String function) {
    return lookup
        .function(function)
        .filter(
            spec ->
                spec.openNames()
                    || spec.parameters().stream()
                        .anyMatch(p -> p.mode() != org.tidemark.spi.ParameterSpec.Mode.VALUE))
        .isPresent();
  }
}
