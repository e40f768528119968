package org.tidemark.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tidemark.check.Member;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Truncated;
import org.tidemark.spi.value.Value;

/** Holds definitions to the bounds that are declared for them. */
final class Bounds {
  private Bounds() {}

  /**
   * The newest definition of a name that bounds it; one that restates no bounds keeps them. Null
   * where none does.
   */
  static Member of(String name, List<Layer> layers) {
    for (Layer layer : layers) {
      if (layer.structure() != null) {
        Member member = layer.structure().ownMembers().get(name);
        if (member != null
            && member.sort() == Member.Sort.DEFINITION
            && member.definition().bounds().isPresent()) {
          return member;
        }
      }
    }
    return null;
  }

  /**
   * A value within its bounds; an uncertain one is narrowed to them.
   *
   * @throws EvaluationFailure where it lies outside
   */
  static Value within(Instance instance, Member member, Value value) {
    Evaluation evaluation = instance.evaluation();
    Definition definition = member.definition();
    if (!(value instanceof QuantityValue quantity)) {
      return value;
    }
    Layer layer = instance.layerOf(member.owner());
    IntervalValue bounds =
        (IntervalValue) evaluation.lowering().bounds(member).evaluate(Frame.of(instance, layer));
    Frame frame = Frame.of(instance, layer);
    Quantity low = Members.quantityOf(bounds.from(), "a bound", frame, member.location());
    Quantity high = Members.quantityOf(bounds.to(), "a bound", frame, member.location());
    if (quantity.distribution().isPresent()) {
      Truncated truncated;
      try {
        truncated = new Truncated(quantity.distribution().get(), low.magnitude(), high.magnitude());
      } catch (IllegalArgumentException nothingInside) {
        throw evaluation.fail(
            member.location(),
            "E0515",
            "no value of " + member.name() + " lies within " + low.text() + " to " + high.text(),
            "widen the bounds");
      }
      OptionalDouble chance = quantity.distribution().get().drawnAt();
      Quantity narrowed =
          new Quantity(
              chance.isPresent() ? truncated.quantile(chance.getAsDouble()) : truncated.median(),
              quantity.quantity().unit(),
              quantity.quantity().tangent());
      if (evaluation.inputs() != null) {
        evaluation.inputs().narrowed(quantity.quantity(), narrowed);
      }
      QuantityValue within =
          new QuantityValue(
              narrowed,
              Optional.of(
                  chance.isPresent() ? new Drawn(truncated, chance.getAsDouble()) : truncated));
      if (evaluation.chances() != null) {
        evaluation.chances().narrowed(instance.path() + member.name(), within);
      }
      return within;
    }
    double magnitude = quantity.quantity().magnitude();
    if (!(magnitude >= low.magnitude() && magnitude <= high.magnitude())) {
      throw evaluation.fail(
          new Location(member.source(), definition.bounds().orElseThrow().span()),
          "E0515",
          member.name()
              + " is "
              + quantity.quantity().text()
              + ", outside its bounds "
              + low.text()
              + " to "
              + high.text(),
          "set it within its bounds, or change them where it is defined");
    }
    return value;
  }
}
