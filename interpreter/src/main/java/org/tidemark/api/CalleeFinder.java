package org.tidemark.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.check.Member;
import org.tidemark.check.Place;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Node;
import org.tidemark.grammar.tree.Parameter;
import org.tidemark.grammar.tree.Pipe;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.ParameterSpec;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;

/** Finds the call around a place, and what its arguments are to be. */
final class CalleeFinder {
  private final Place place;
  private final List<Node> path;

  CalleeFinder(Place place) {
    this.place = place;
    this.path = place.path();
  }

  /** The innermost call with the place among its arguments. */
  Optional<Callee> find() {
    for (int i = path.size() - 1; i > 0; i--) {
      if (path.get(i) instanceof Argument && path.get(i - 1) instanceof Call) {
        return callee(i);
      }
    }
    return Optional.empty();
  }

  private Optional<Callee> callee(int index) {
    Call call = (Call) path.get(index - 1);
    Argument current = (Argument) path.get(index);
    List<Shape> shapes = shapes(call);
    if (shapes.isEmpty()) {
      return Optional.empty();
    }
    int[] bound = bind(shapes, leading(index), call.arguments());
    int at = bound[call.arguments().indexOf(current)];
    List<Callee.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      boolean given = i < leading(index) && !shape.rest;
      for (int k = 0; k < bound.length; k++) {
        given |= bound[k] == i && call.arguments().get(k) != current && !shape.rest;
      }
      parameters.add(
          new Callee.Parameter(
              shape.name, shape.shown, shape.required, shape.rest, given, shape.words, shape.doc));
    }
    String name = place.text(call.callee());
    return Optional.of(
        new Callee(name, parameters, at, current.name().isPresent(), doc(call.callee())));
  }

  /** What belongs at the argument that stands at an index of the path. */
  Optional<Wanted> argument(int index) {
    if (index < 1 || !(path.get(index - 1) instanceof Call call)) {
      return Optional.empty();
    }
    List<Shape> shapes = shapes(call);
    int[] bound = bind(shapes, leading(index), call.arguments());
    int at = bound[call.arguments().indexOf((Argument) path.get(index))];
    return at < 0 ? Optional.empty() : Optional.ofNullable(shapes.get(at).wanted);
  }

  /** The columns among which the argument at the place chooses; empty where it names none. */
  Map<String, Type> columns() {
    for (int i = path.size() - 1; i > 0; i--) {
      if (path.get(i) instanceof Argument current && path.get(i - 1) instanceof Call call) {
        return columns(call, current, i);
      }
    }
    return Map.of();
  }

  private Map<String, Type> columns(Call call, Argument current, int index) {
    Optional<FunctionSpec> builtin = place.builtin(call.callee());
    int leading = leading(index);
    int at = bind(shapes(call), leading, call.arguments())[call.arguments().indexOf(current)];
    boolean column =
        builtin.isPresent()
            && at >= 0
            && builtin.get().parameters().get(at).mode() == ParameterSpec.Mode.COLUMN;
    if (!column) {
      return Map.of();
    }
    List<Expression> given = new ArrayList<>();
    if (leading > 0) {
      given.add(((Pipe) path.get(index - 2)).value());
    }
    call.arguments().stream().filter(a -> a != current).forEach(a -> given.add(a.value()));
    for (Expression value : given) {
      if (place.type(value) instanceof TableType table) {
        return table.columns();
      }
    }
    return Map.of();
  }

  /** How many arguments a pipe puts before the written ones. */
  private int leading(int index) {
    Node call = path.get(index - 1);
    return index > 1 && path.get(index - 2) instanceof Pipe pipe && pipe.stage() == call ? 1 : 0;
  }

  /** The parameter of each argument, -1 for none. */
  private static int[] bind(List<Shape> shapes, int leading, List<Argument> arguments) {
    int[] bound = new int[arguments.size()];
    int next = leading;
    for (int i = 0; i < bound.length; i++) {
      Argument argument = arguments.get(i);
      bound[i] = -1;
      if (argument.name().isPresent()) {
        for (int k = 0; k < shapes.size(); k++) {
          if (shapes.get(k).name.equals(argument.name().get().name())) {
            bound[i] = k;
          }
        }
      } else if (!shapes.isEmpty()) {
        int last = shapes.size() - 1;
        bound[i] = next <= last ? next : shapes.get(last).rest ? last : -1;
        next++;
      }
    }
    return bound;
  }

  private record Shape(
      String name,
      String shown,
      boolean required,
      boolean rest,
      String words,
      String doc,
      Wanted wanted) {}

  private List<Shape> shapes(Call call) {
    Optional<FunctionSpec> builtin = place.builtin(call.callee());
    List<Shape> shapes = new ArrayList<>();
    if (builtin.isPresent()) {
      for (ParameterSpec parameter : builtin.get().parameters()) {
        shapes.add(shape(parameter));
      }
      return shapes;
    }
    Type type = place.type(call.callee());
    Optional<Member> declared = place.declaredFunction(type);
    if (declared.isPresent()) {
      for (Parameter parameter : declared.get().function().parameters()) {
        shapes.add(shape(declared.get(), type, parameter));
      }
    } else if (type instanceof ObjectType object && object.parameter().isPresent()) {
      Type taken = object.parameter().get();
      shapes.add(
          new Shape("", taken.describe(), true, false, taken.describe(), "", Wanted.of("", taken)));
    } else if (type instanceof FunctionType function) {
      for (int i = 0; i < function.arity(); i++) {
        shapes.add(new Shape("", "…", true, false, "", "", null));
      }
    }
    return shapes;
  }

  private static Shape shape(ParameterSpec parameter) {
    String shown =
        parameter.rest()
            ? parameter.name() + ", …"
            : parameter.required()
                ? parameter.name()
                : parameter.name() + ": " + parameter.fallback().orElse("…");
    String words = parameter.accept().words();
    return new Shape(
        parameter.name(),
        shown,
        parameter.required(),
        parameter.rest(),
        words,
        parameter.doc(),
        Wanted.of(parameter.name(), parameter.accept(), parameter.doc()));
  }

  private Shape shape(Member member, Type function, Parameter parameter) {
    Type type = place.parameterType(function, parameter);
    String shown = member.source().text(parameter.span());
    return new Shape(
        parameter.name().name(),
        shown,
        parameter.defaultValue().isEmpty(),
        false,
        type == BasicType.UNKNOWN ? "" : type.describe(),
        "",
        type == BasicType.UNKNOWN ? null : Wanted.of(parameter.name().name(), type));
  }

  private String doc(Expression callee) {
    Optional<FunctionSpec> builtin = place.builtin(callee);
    if (builtin.isPresent()) {
      return Lookup.firstLine(builtin.get().doc());
    }
    return place
        .declaredFunction(place.type(callee))
        .flatMap(Member::doc)
        .map(DocComment::text)
        .map(Lookup::firstLine)
        .orElse("");
  }
}
