package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tidemark.api.Program;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.model.EvaluationFailure;
import org.tidemark.model.Sight;
import org.tidemark.model.Step;
import org.tidemark.model.StepFrame;
import org.tidemark.model.Tracer;
import org.tidemark.polyglot.TideLanguage;
import org.tidemark.spi.value.Value;

/**
 * Takes each step of a script through the node that stands for it, so that tools see it. The nodes
 * are shared by all contexts that share the script; what is under way is kept for each underway.
 */
final class StepTracer implements Tracer {
  private final TideLanguage language;
  private final Map<SourceText, Source> sources = new IdentityHashMap<>();
  private final Map<Step, Place> places = new HashMap<>();
  private final StepNode[] statements;
  private final ThreadLocal<Underway> threads = ThreadLocal.withInitial(Underway::new);
  private Activation.Parts script;

  /** What is under way in one underway. */
  private static final class Underway {
    final Deque<Activation> activations = new ArrayDeque<>();
    boolean looking;
    StepFailure failure;
  }

  /** Where the node of a step is. */
  private static final class Place {
    Activation.Parts parts;
    CallTarget target;
    int index;
  }

  /**
   * The nodes of a script.
   *
   * @param source of the script itself
   */
  StepTracer(TideLanguage language, Source source, Program program) {
    this.language = language;
    List<StepFrame> frames = program.steps();
    StepFrame main = frames.get(0);
    sources.put(main.whole().source(), source);
    this.statements = nodes(main);
    for (StepFrame frame : frames.subList(1, frames.size())) {
      root(frame);
    }
  }

  private void root(StepFrame frame) {
    Step step = frame.step();
    StepNode own =
        step.sort().isStatement()
            ? new StepNode(this, step.sort(), section(step.location()))
            : null;
    StepNode[] parts = nodes(frame);
    StepsNode body = new StepsNode(this, section(frame.whole()), own, parts);
    for (Step part : frame.parts()) {
      places.get(part).parts = body;
    }
    StepsRootNode root = new StepsRootNode(language, step.name(), section(frame.whole()), body);
    Place place = new Place();
    place.parts = body;
    place.target = root.getCallTarget();
    places.put(step, place);
  }

  private StepNode[] nodes(StepFrame frame) {
    List<StepNode> nodes = new ArrayList<>();
    for (Step part : frame.parts()) {
      Place place = new Place();
      place.index = nodes.size();
      places.put(part, place);
      nodes.add(new StepNode(this, part.sort(), section(part.location())));
    }
    return nodes.toArray(new StepNode[0]);
  }

  private SourceSection section(Location location) {
    Source source =
        sources.computeIfAbsent(
            location.source(),
            text -> Source.newBuilder(TideLanguage.ID, text.text(), text.name()).build());
    return source.createSection(location.span().start(), location.span().length());
  }

  /** The nodes of the script's own statements. */
  StepNode[] statements() {
    return statements;
  }

  /** Says which node has the script's own statements. */
  void standsFor(Activation.Parts node) {
    script = node;
  }

  // ---- steps

  /** Runs a script. */
  Object script(MaterializedFrame frame, Supplier<Object> work) {
    Activation activation = new Activation(script);
    activation.frame = frame;
    Underway underway = threads.get();
    underway.activations.push(activation);
    try {
      return work.get();
    } finally {
      pop(underway);
    }
  }

  /** An activation ends; what its thread knew of the script ends with the last one. */
  private void pop(Underway underway) {
    underway.activations.pop();
    if (underway.activations.isEmpty()) {
      threads.remove();
    }
  }

  @Override
  public Value around(Step step, Sight sight, Supplier<Value> work) {
    Underway underway = threads.get();
    Place place = underway.looking ? null : places.get(step);
    if (place == null) {
      return work.get();
    }
    Activation top = underway.activations.peek();
    Activation.Taken taken = new Activation.Taken(sight, work);
    try {
      if (place.target != null) {
        Activation called = new Activation(place.parts);
        called.prepare(taken);
        underway.activations.push(called);
        try {
          place.target.call(top == null ? null : top.node(), called);
        } finally {
          pop(underway);
        }
      } else {
        Activation.Parts parts = place.parts == null ? script : place.parts;
        if (top == null || top.parts != parts) {
          // a part of something that is not under way: a default of a parameter
          return work.get();
        }
        top.prepare(taken);
        parts.part(place.index, top.frame);
      }
    } catch (StepFailure passing) {
      throw passing.failure();
    }
    // a tool may leave a node without having it executed; a definition has its value all the same
    return taken.value == null ? work.get() : taken.value;
  }

  /** A context belongs to the thread that has entered it, so there is no other stack to go to. */
  @Override
  public <T> T deeper(Supplier<T> work) {
    return work.get();
  }

  /** Does what a node stands for. */
  @TruffleBoundary
  Object take(Node node) {
    Underway underway = threads.get();
    Activation activation = underway.activations.peek();
    Activation.Taken taken = activation.enter(node);
    try {
      taken.value = taken.work.get();
      return SeenObject.of(taken.value);
    } catch (EvaluationFailure failure) {
      if (underway.failure == null || underway.failure.failure() != failure) {
        underway.failure = new StepFailure(failure, node);
      }
      throw underway.failure;
    } finally {
      activation.leave();
    }
  }

  // ---- what can be seen

  private Sight sight(Node node, MaterializedFrame frame) {
    if (frame.getArguments().length > 0
        && frame.getArguments()[0] instanceof Activation activation) {
      return activation.sight(node);
    }
    for (Activation activation : threads.get().activations) {
      if (activation.parts == script) {
        return activation.sight(node);
      }
    }
    return null;
  }

  /** The names that are in scope at a node. */
  @TruffleBoundary
  Object scope(Node node, MaterializedFrame frame) {
    Sight sight = sight(node, frame);
    List<Sight.Level> levels = sight == null ? List.of() : looking(sight::levels);
    return new ScopeObject(
        levels.isEmpty() ? List.of(new Sight.Level("script", Map.of())) : levels);
  }

  /** The value of an expression at a node. */
  Object evaluate(String expression, Node node, MaterializedFrame frame) {
    Sight sight = sight(node, frame);
    if (sight == null) {
      throw new LookFailure("nothing is being worked out here", node);
    }
    try {
      return SeenObject.of(looking(() -> sight.evaluate(expression)));
    } catch (EvaluationFailure failure) {
      throw new LookFailure(
          failure.diagnostic().code() + ": " + failure.diagnostic().message(), node);
    }
  }

  private <T> T looking(Supplier<T> work) {
    Underway underway = threads.get();
    boolean before = underway.looking;
    underway.looking = true;
    try {
      return work.get();
    } finally {
      underway.looking = before;
    }
  }
}
