package org.tidemark.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.kernel.Graph;
import org.tidemark.kernel.Kernel;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Moment;

/**
 * The laws of a body that runs, those that can be compiled in one kernel: helpers that several read
 * are worked out once. The kernel takes the time since the start, the states and the years since
 * the start.
 */
final class CompiledLaws {
  private final Evaluation evaluation;
  private final RunningObject object;
  private final int arity;
  private final Compilation compilation;
  private final List<Law> laws = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private Moment known;
  private boolean answered;
  private double[] point = new double[0];
  private double[] values = new double[0];

  /** A law, and where its number is; -1 where it is not compiled. */
  private static final class Law {
    private final int element;
    private final BodyLayer layer;
    private final LoweredBody.Part part;
    private final boolean ofList;
    private int output = -1;
    private String obstacle;

    /**
     * A law.
     *
     * @param ofList whether it gives a list of which this is an element
     */
    Law(int element, BodyLayer layer, LoweredBody.Part part, boolean ofList) {
      this.ofList = ofList;
      this.element = element;
      this.layer = layer;
      this.part = part;
    }
  }

  /**
   * The laws of an object.
   *
   * @param arity one for the time, and one for each element of each state
   */
  CompiledLaws(Evaluation evaluation, RunningObject object, int arity) {
    this.evaluation = evaluation;
    this.object = object;
    this.arity = arity;
    this.compilation = new Compilation(evaluation, this::outputs, arity + 1);
  }

  /**
   * Takes in the law of an element of a state, and tells its place.
   *
   * @param ofList whether it gives a list of which this is an element
   */
  int add(String state, int element, BodyLayer layer, LoweredBody.Part part, boolean ofList) {
    return places.computeIfAbsent(
        state + " " + element,
        key -> {
          laws.add(new Law(element, layer, part, ofList));
          return laws.size() - 1;
        });
  }

  /** Whether the kernel gives the law at a place its value now. */
  boolean answers(int place, Moment moment, double[] at) {
    Law law = laws.get(place);
    if (law.output < 0) {
      return false;
    }
    if (moment != known) {
      Kernel kernel = compilation.kernel();
      answered = kernel != null && at.length == arity && asked(kernel, moment, at);
      known = moment;
    }
    return answered;
  }

  private boolean asked(Kernel kernel, Moment moment, double[] at) {
    if (moment.years().isEmpty()) {
      return false;
    }
    System.arraycopy(at, 0, point, 0, arity);
    point[arity] = moment.years().getAsDouble();
    return kernel.at(point, values);
  }

  /** What the kernel has given. */
  double value(int place) {
    return values[laws.get(place).output];
  }

  /** To be called once the evaluator has worked out a law. */
  void evaluated(int place, Moment moment) {
    if (compilation.isCompiled() && laws.get(place).output < 0) {
      return;
    }
    // what holds at a moment must not be taken for what always holds
    evaluation.at(
        moment,
        null,
        () -> {
          compilation.evaluated();
          return null;
        });
  }

  boolean isCompiled(int place) {
    return compilation.isCompiled() && laws.get(place).output >= 0;
  }

  Optional<String> obstacle(int place) {
    return Optional.ofNullable(laws.get(place).obstacle).or(compilation::obstacle);
  }

  // ---- translating

  private List<Graph.Node> outputs(Translation translation) {
    known = null;
    NamesNow names = new NamesNow(object, translation, arity);
    List<Graph.Node> outputs = new ArrayList<>();
    for (Law law : laws) {
      law.output = -1;
      law.obstacle = null;
      try {
        outputs.add(names.output(law));
        law.output = outputs.size() - 1;
      } catch (NoKernel none) {
        law.obstacle = none.getMessage();
      }
    }
    if (outputs.isEmpty()) {
      throw new NoKernel("none of the laws can be compiled");
    }
    point = new double[arity + 1];
    values = new double[outputs.size()];
    return outputs;
  }

  /** What the names of a body stand for as numbers of a kernel. */
  private static final class NamesNow {
    private final RunningObject object;
    private final Translation translation;
    private final int years;
    private final Map<String, Symbolic> states = new HashMap<>();
    private final Map<String, Symbolic> helpers = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Map<LoweredBody.Part, Symbolic> lists = new HashMap<>();
    private final Map<BodyLayer, NumericScope> scopes = new HashMap<>();

    NamesNow(RunningObject object, Translation translation, int years) {
      this.object = object;
      this.translation = translation;
      this.years = years;
      int at = 1;
      for (var state : object.states()) {
        List<Symbolic> elements = new ArrayList<>();
        for (UnitExpression unit : object.units(state.name())) {
          elements.add(translation.quantity(at++, unit));
        }
        states.put(
            state.name(), state.isRepeated() ? new Symbolic.Elements(elements) : elements.get(0));
      }
    }

    /** The number of a law for an element of its state. */
    Graph.Node output(Law law) {
      LoweredBody.Part part = law.part;
      if (law.ofList) {
        Symbolic all = lists.get(part);
        if (all == null) {
          all = value(law.layer, part);
          lists.put(part, all);
        }
        List<Symbolic> elements = translation.elements(all);
        return law.element < elements.size()
            ? translation.output(
                translation.arithmetic().after(elements, elements.get(law.element)))
            : translation.output(Symbolic.REFUSED);
      }
      NumericScope scope = scope(law.layer);
      if (part.isRepeated()) {
        Frame known = law.layer.frames(part).get(law.element);
        Frame frame = scope.frame().local(known.slots.length);
        scope = new NumericScope(part.text().scope(), frame, scope);
        for (int i = 0; i < known.slots.length; i++) {
          scope.set(i, new Symbolic.Known(known.slots[i]));
        }
      }
      return translation.output(
          translation.annotated(part.text().value(), part.text().type(), scope));
    }

    private NumericScope scope(BodyLayer layer) {
      NumericScope known = scopes.get(layer);
      if (known == null) {
        known = new NumericScope(layer.lowered.scope(), layer.emptyFrame(), null);
        for (int i = 0; i < layer.lowered.names.size(); i++) {
          String name = layer.lowered.names.get(i);
          known.set(i, new Symbolic.Present(() -> now(name)));
        }
        scopes.put(layer, known);
      }
      return known;
    }

    private Symbolic now(String name) {
      Symbolic found = states.containsKey(name) ? states.get(name) : helpers.get(name);
      if (found != null) {
        return found;
      }
      if (!open.add(name)) {
        throw new NoKernel("a helper of it reads itself");
      }
      try {
        found =
            object.now(
                name, translation, years, layer -> value(layer, layer.lowered.helpers.get(name)));
      } finally {
        open.remove(name);
      }
      helpers.put(name, found);
      return found;
    }

    private Symbolic value(BodyLayer layer, LoweredBody.Part part) {
      LoweredBody.Text text = part.text();
      return translation.annotated(text.value(), text.type(), scope(layer));
    }
  }
}
