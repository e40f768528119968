package org.tidemark.polyglot.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.api.TypedValue;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;

/**
 * A function, or what a kind or a function made: a curve, a firm, a solution. One that stands for a
 * quantity has the members of a quantity besides its own.
 */
final class DeclaredObject extends ValueObject {
  private static final List<String> OF_QUANTITIES =
      List.of("value", "unit", "dimension", "in", "as");

  private final Live live;
  private final TypedValue typed;
  private final String name;
  private List<String> members;

  DeclaredObject(Live live, TypedValue typed, String name) {
    this.live = live;
    this.typed = typed;
    this.name = name;
  }

  @Override
  TypedValue typed() {
    return typed;
  }

  @Override
  Live live() {
    return live;
  }

  @Override
  String kind() {
    if (value() instanceof FunctionValue) {
      return "function";
    }
    return typed.type() instanceof ObjectType object ? object.name() : "object";
  }

  @Override
  String text() {
    return live.inTurn(super::text);
  }

  // ---- members

  @Override
  Optional<List<String>> members() {
    if (!(value() instanceof ObjectValue)) {
      return Optional.empty();
    }
    synchronized (this) {
      if (members == null) {
        List<String> names = new ArrayList<>();
        if (typed.type() instanceof ObjectType object) {
          names.addAll(object.memberNames());
        }
        if (quantity().isPresent()) {
          OF_QUANTITIES.stream().filter(own -> !names.contains(own)).forEach(names::add);
        }
        members = List.copyOf(names);
      }
      return Optional.of(members);
    }
  }

  @Override
  Object member(String member) {
    boolean own =
        typed.type() instanceof ObjectType object && object.memberNames().contains(member);
    return own
        ? live.wrap(live.member(typed, member))
        : new QuantityObject(live, new QuantityValue(quantity().orElseThrow()), name)
            .member(member);
  }

  private Optional<Quantity> quantity() {
    boolean stands = Types.quantity(typed.type()).isPresent();
    return stands ? live.inTurn(((ObjectValue) value())::quantity) : Optional.empty();
  }

  @Override
  Optional<Double> number() {
    return quantity().filter(q -> q.dimension().isNone()).map(Quantity::magnitude);
  }

  // ---- calls

  @Override
  boolean isCallable() {
    return value() instanceof FunctionValue
        || typed.type() instanceof ObjectType object && object.parameter().isPresent();
  }

  @Override
  int fewestArguments() {
    return value() instanceof FunctionValue function
        ? typed.type() instanceof FunctionType known
            ? known.required()
            : Math.max(0, function.arity())
        : 1;
  }

  @Override
  int mostArguments() {
    return value() instanceof FunctionValue function ? function.arity() : 1;
  }

  @Override
  Object call(Object[] arguments) {
    TypedValue[] given = new TypedValue[arguments.length + 1];
    given[0] = typed;
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < arguments.length; i++) {
      names.append(i == 0 ? "given" : ", given").append(i + 1);
      given[i + 1] = Arguments.of(live, arguments[i], wanted(i));
    }
    String self = name.isEmpty() || name.startsWith("given") ? "called" : name;
    String before = arguments.length == 0 ? self : self + ", ";
    return live.wrap(live.derive("(" + before + names + ") => " + self + "(" + names + ")", given));
  }

  /** The type that an argument is declared to have. */
  private Type wanted(int index) {
    if (typed.type() instanceof FunctionType function) {
      return index < function.arity() ? function.parameter(index) : BasicType.UNKNOWN;
    }
    if (typed.type() instanceof ObjectType object && object.parameter().isPresent()) {
      Type parameter = object.parameter().get();
      // it is declared to have a dimension, not a unit for bare numbers to take
      return parameter instanceof QuantityType quantity
          ? QuantityType.of(quantity.dimension())
          : parameter;
    }
    return BasicType.UNKNOWN;
  }
}
