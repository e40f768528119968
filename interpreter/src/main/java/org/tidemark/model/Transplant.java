package org.tidemark.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.Value;

/**
 * Moves the frame of an expression, with all models that it can reach, into another evaluation,
 * where everything is worked out anew; so a variation neither sees nor disturbs what is known here.
 */
final class Transplant {
  private final Evaluation evaluation;
  private final Instance varied;
  private final Amendment settings;
  private final Map<Instance, Instance> instances = new IdentityHashMap<>();
  private boolean whole = true;

  /**
   * A move.
   *
   * @param evaluation where to
   * @param varied the model that is amended on the way
   * @param settings its overrides; null for none
   */
  Transplant(Evaluation evaluation, Instance varied, Amendment settings) {
    this.evaluation = evaluation;
    this.varied = varied;
    this.settings = settings;
  }

  /** Whether everything could be moved; objects that a local name holds stay where they are. */
  boolean isWhole() {
    return whole;
  }

  /** A frame over there. */
  Frame frame(Frame here) {
    Instance self = instance(here.self);
    int index = here.self.layers().indexOf(here.layer);
    // an amended copy has its settings on top of the layers that it was copied with
    int more = self.layers().size() - here.self.layers().size();
    Layer layer = index < 0 ? layer(here.layer) : self.layers().get(index + more);
    Frame outer = here.outer == null ? null : frame(here.outer);
    Value[] slots = here.slots.clone();
    for (int i = 0; i < slots.length; i++) {
      slots[i] = slots[i] == null ? null : value(slots[i]);
    }
    return Frame.transplanted(self, layer, outer, slots);
  }

  /** A model over there. */
  Instance instance(Instance here) {
    Instance known = instances.get(here);
    if (known != null) {
      return known;
    }
    List<Layer> layers = new ArrayList<>();
    if (here == varied && settings != null) {
      layers.add(Layer.overrides(settings));
    }
    for (Layer layer : here.layers()) {
      layers.add(layer(layer));
    }
    Instance moved = new Instance(evaluation, here.structure(), layers, here.path());
    moved.withExtras(here.extras());
    moved.follow(here);
    instances.put(here, moved);
    return moved;
  }

  private Layer layer(Layer here) {
    if (here.amendment() != null) {
      return Layer.overrides(here.amendment().moved(this));
    }
    return here.enclosing() == null
        ? here
        : Layer.definitions(here.structure(), frame(here.enclosing()));
  }

  private Value value(Value here) {
    if (here instanceof Instance model) {
      return instance(model);
    }
    if (here instanceof Closure closure) {
      return closure.moved(this);
    }
    if (here instanceof ForeignCallable foreign) {
      return foreign.moved(this);
    }
    if (here instanceof ListValue list) {
      List<Value> moved = new ArrayList<>(list.elements().size());
      list.elements().forEach(element -> moved.add(value(element)));
      return new ListValue(moved);
    }
    if (here instanceof RecordValue record) {
      Map<String, Value> moved = new LinkedHashMap<>();
      record.fields().forEach((name, field) -> moved.put(name, value(field)));
      return new RecordValue(moved);
    }
    if (here instanceof ObjectValue || here instanceof FunctionValue) {
      whole = false;
    }
    return here;
  }
}
