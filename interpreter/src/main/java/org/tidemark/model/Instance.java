package org.tidemark.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tidemark.check.Member;
import org.tidemark.check.MultiplierTarget;
import org.tidemark.check.Structure;
import org.tidemark.grammar.source.Location;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.Value;

/**
 * A script, a module or a model at run time, amended or not. Definitions are looked up through its
 * layers, the newest first, so that what depends on an overridden one follows.
 */
final class Instance implements ModelValue {
  private final Evaluation evaluation;
  private final Structure structure;
  private final List<Layer> layers;
  private final String path;
  private final Map<String, Cell> cells = new HashMap<>();
  private Map<String, Value> extras = Map.of();
  private Map<String, Instance> models = Map.of();
  private Instance origin;

  /**
   * An instance.
   *
   * @param layers newest first
   * @param path how its members are called in evidence, {@code "cheap."}; empty for a script
   */
  Instance(Evaluation evaluation, Structure structure, List<Layer> layers, String path) {
    this.evaluation = evaluation;
    this.structure = structure;
    this.layers = layers;
    this.path = path;
  }

  /** A script or a module as it is written. */
  static Instance of(Evaluation evaluation, Structure structure) {
    return new Instance(evaluation, structure, List.of(Layer.definitions(structure, null)), "");
  }

  Evaluation evaluation() {
    return evaluation;
  }

  Structure structure() {
    return structure;
  }

  String path() {
    return path;
  }

  List<Layer> layers() {
    return layers;
  }

  Layer layerOf(Structure wanted) {
    for (Layer layer : layers) {
      if (layer.structure() == wanted) {
        return layer;
      }
    }
    return null;
  }

  /** Members besides those of its structure, as a calibrated copy has. */
  Instance withExtras(Map<String, Value> more) {
    extras = Map.copyOf(more);
    return this;
  }

  Map<String, Value> extras() {
    return extras;
  }

  /** Lets it take over what it would work out like another instance, where that is known. */
  void follow(Instance other) {
    origin = other;
  }

  // ---- what is kept of an earlier instance

  /** Takes over what an instance of the same text has worked out. */
  void keep(Instance earlier) {
    if (earlier != null && earlier != this) {
      keep(earlier, name -> true);
    }
  }

  /**
   * Takes over what an earlier instance has worked out.
   *
   * @param same the names whose values are the same here
   */
  void keep(Instance earlier, Predicate<String> same) {
    models = new HashMap<>(models);
    earlier.cells.forEach(
        (name, cell) -> {
          if (!same.test(name) || cell.value() == null) {
            return;
          }
          if (cell.value() instanceof Instance model) {
            // made anew in this evaluation, with what was worked out inside
            models.put(name, model);
          } else if (!isFunction(cell.value())) {
            cell.keep();
            cells.putIfAbsent(name, cell);
          }
        });
    earlier.models.forEach(
        (name, model) -> {
          if (same.test(name)) {
            models.putIfAbsent(name, model);
          }
        });
  }

  private static boolean isFunction(Value value) {
    return value instanceof Closure || value instanceof ForeignCallable;
  }

  /** Gives a member the value of a cell, whatever its text says. */
  void give(String name, Cell cell) {
    cell.keep();
    cells.put(name, cell);
  }

  /** Forgets what has been worked out under some names; asked for again, it is worked out again. */
  void forget(Predicate<String> names) {
    cells.keySet().removeIf(names);
    if (!models.isEmpty()) {
      models.keySet().removeIf(names);
    }
  }

  /** Forgets what has been worked out under a name. */
  void forget(String name) {
    cells.remove(name);
  }

  /** Forgets what has been worked out in some evaluations and may have work left there. */
  void forgetOwned(Set<Evaluation> owners) {
    cells.values().removeIf(cell -> owners.contains(cell.owner()));
    models.values().forEach(model -> model.forgetOwned(owners));
  }

  /** Adds the evaluations in which what is known here may have work left to do. */
  void owners(Set<Evaluation> owners, Set<Instance> seen) {
    if (!seen.add(this)) {
      return;
    }
    for (Cell cell : cells.values()) {
      if (cell.owner() != null) {
        owners.add(cell.owner());
      }
      if (cell.value() instanceof Instance model) {
        model.owners(owners, seen);
      }
    }
    models.values().forEach(model -> model.owners(owners, seen));
  }

  private Value withKept(String name, Value value) {
    if (!models.isEmpty() && value instanceof Instance made) {
      made.keep(models.remove(name));
    }
    return value;
  }

  /** The cell of a member if it has been made. */
  Cell knownCell(String name) {
    return cells.get(name);
  }

  /** An amended copy. */
  Instance amended(Amendment amendment) {
    List<Layer> more = new ArrayList<>(layers.size() + 1);
    more.add(Layer.overrides(amendment));
    more.addAll(layers);
    return new Instance(evaluation, structure, more, path);
  }

  /** The same inside another copy of what surrounds it. */
  Instance within(Frame enclosing, Instance variation) {
    List<Layer> moved = new ArrayList<>(layers.size());
    for (Layer layer : layers) {
      Frame around = layer.structure() == structure ? enclosing : null;
      if (around == null && layer.enclosing() != null) {
        // a model that it extends may stand in the same amended model
        around = layer.enclosing().rebased(variation);
      }
      moved.add(around == null ? layer : Layer.definitions(layer.structure(), around));
    }
    return new Instance(evaluation, structure, moved, path);
  }

  /** The frame of the structure's own text. */
  Frame frame() {
    return Frame.of(this, layerOf(structure));
  }

  // ---- members

  @Override
  public Optional<Value> member(String name) {
    if (extras.containsKey(name)) {
      return Optional.of(extras.get(name));
    }
    return structure.member(name).isPresent() ? Optional.of(get(name)) : Optional.empty();
  }

  @Override
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>(extras.keySet());
    names.addAll(structure.memberNames());
    return List.copyOf(names);
  }

  /** The value of a member that the checker has seen. */
  Value get(String name) {
    return cell(name).read(evaluation);
  }

  Cell cell(String name) {
    Cell known = cells.get(name);
    if (known == null) {
      known = origin == null ? null : evaluation.takenOver(origin.cells.get(name));
      if (known == null) {
        known = makeCell(name);
      }
      cells.put(name, known);
    }
    return known;
  }

  private Cell makeCell(String name) {
    Member member = structure.member(name).orElseThrow();
    List<Factor> factors = factors(List.of(name));
    Cell raw = rawCell(name, 0);
    Member bounded = Bounds.of(name, layers);
    if (factors.isEmpty() && bounded == null) {
      return raw;
    }
    return Cell.passing(
        raw.path(),
        member.location(),
        () -> {
          Value value = raw.read(evaluation);
          if (bounded != null) {
            value = Bounds.within(this, bounded, value);
          }
          return scaled(value, factors, member.location());
        });
  }

  /** The member before multipliers and bounds, as the layers from an index on have it. */
  private Cell rawCell(String name, int from) {
    for (int i = from; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      if (layer.amendment() != null) {
        Amendment.Entry entry = layer.amendment().entry(name);
        if (entry != null) {
          return overriddenCell(name, entry, i);
        }
      } else if (layer.structure().ownMembers().containsKey(name)) {
        return definedCell(layer.structure().ownMembers().get(name), layer);
      }
    }
    throw new IllegalStateException(name);
  }

  private Cell overriddenCell(String name, Amendment.Entry entry, int index) {
    Member member = structure.member(name).orElseThrow();
    if (entry.replacement() == null) {
      Cell declared = amendedDeclaration(name, index);
      if (declared != null) {
        return declared;
      }
    }
    Cell base = entry.replacement() != null ? entry.replacement() : rawCell(name, index + 1);
    if (entry.nested() == null && !entry.isBare()) {
      return base;
    }
    // a bare number is an input in the unit that the definition lends it
    return new Cell(
        pathOf(name),
        base.location(),
        base.isLiteral() && entry.isBare(),
        List.of(),
        List.of(),
        () -> {
          Value value = base.read(evaluation);
          if (entry.isBare()) {
            value = evaluation.lowering().inAnnotatedUnit(member, value);
          }
          return entry.nested() == null
              ? value
              : Amending.amend(evaluation, value, entry.nested(), base.location());
        });
  }

  /**
   * A declaration with fields overridden, made with them from the start, so that what they replace
   * is neither evaluated nor counted as evidence; null where the name is no declaration.
   */
  private Cell amendedDeclaration(String name, int from) {
    List<Amendment> nested = new ArrayList<>();
    for (int i = from; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      if (layer.amendment() != null) {
        Amendment.Entry entry = layer.amendment().entry(name);
        if (entry != null && entry.replacement() != null) {
          return null;
        }
        if (entry != null) {
          nested.add(entry.nested());
        }
      } else if (layer.structure().ownMembers().containsKey(name)) {
        Member member = layer.structure().ownMembers().get(name);
        if (member.sort() != Member.Sort.DECLARATION) {
          return null;
        }
        return new Cell(
            pathOf(name),
            member.location(),
            false,
            List.of(),
            List.of(),
            () ->
                DeclaredObject.value(
                    evaluation, member, Frame.of(this, layer), path + name, nested));
      }
    }
    return null;
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + name;
  }

  private Cell definedCell(Member member, Layer layer) {
    String name = pathOf(member.name());
    return switch (member.sort()) {
      case DEFINITION -> {
        Lowered lowered = evaluation.lowering().definition(member);
        yield new Cell(
                name,
                member.location(),
                lowered.literal(),
                member.annotations(),
                lowered.embedded(),
                () -> withKept(member.name(), defined(member, lowered, layer)))
            .documented(member.doc())
            .ofDefinitions(lowered.ofDefinitions());
      }
      case DECLARATION ->
          new Cell(
              name,
              member.location(),
              evaluation.lowering().isLiteralDeclaration(member),
              // the grade of a declaration with fields is that of its fields
              evaluation.lowering().isLiteralDeclaration(member) ? member.annotations() : List.of(),
              List.of(),
              () ->
                  DeclaredObject.value(evaluation, member, Frame.of(this, layer), name, List.of()));
      case MODEL ->
          Cell.passing(
              name, member.location(), () -> model(member, Frame.of(this, layer), name + "."));
      case MODULE ->
          Cell.passing(name, member.location(), () -> evaluation.module(member.structure()));
      case FUNCTION -> {
        Code function = evaluation.lowering().function(member);
        Supplier<Value> work = () -> function.evaluate(Frame.of(this, layer));
        // a foreign one is an input: what it rests on stands in no script
        yield member.foreign() == null
            ? Cell.passing(name, member.location(), work)
            : new Cell(name, member.location(), false, member.annotations(), List.of(), work)
                .documented(member.doc());
      }
      case INVALID -> throw new IllegalStateException(member.name());
    };
  }

  private Value defined(Member member, Lowered lowered, Layer layer) {
    Value value = lowered.code().evaluate(Frame.of(this, layer));
    return lowered.input() == null || evaluation.inputs() == null
        ? value
        : evaluation.inputs().param(value, lowered.input(), evaluation.reader());
  }

  private Value model(Member member, Frame enclosing, String memberPath) {
    Structure nested = member.structure();
    List<Layer> all = new ArrayList<>();
    all.add(Layer.definitions(nested, enclosing));
    if (nested.base().isPresent()) {
      Code base =
          evaluation
              .lowering()
              .expression(nested.baseExpression().orElseThrow(), nested.scope().parent().get());
      all.addAll(((Instance) base.evaluate(enclosing)).layers());
    }
    Instance made = new Instance(evaluation, nested, all, memberPath);
    Cell before = origin == null ? null : origin.cells.get(member.name());
    if (before != null && before.value() instanceof Instance model) {
      made.follow(model);
    }
    return withKept(member.name(), made);
  }

  // ---- multipliers

  /** A multiplier that works on something here. */
  record Factor(String name, Cell cell) {}

  /** The multipliers on a path of this instance. */
  List<Factor> factors(List<String> target) {
    if (!hasMultipliers()) {
      return List.of();
    }
    List<Factor> factors = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Layer layer : layers) {
      if (layer.structure() == null) {
        continue;
      }
      for (Member member : layer.structure().multipliers()) {
        // one that is declared anew further up counts once, for what it works on there
        if (member.owner() == layer.structure()
            && seen.add(member.name())
            && MultiplierTarget.path(member.declaration().target().orElseThrow()).equals(target)) {
          factors.add(new Factor(member.name(), cell(member.name())));
        }
      }
    }
    return factors;
  }

  private boolean hasMultipliers() {
    for (Layer layer : layers) {
      if (layer.structure() != null && layer.structure().hasMultipliers()) {
        return true;
      }
    }
    return false;
  }

  Value scaled(Value value, List<Factor> factors, Location location) {
    Value result = value;
    for (Factor factor : factors) {
      result =
          Amending.scaled(
              evaluation, result, factor.cell().read(evaluation), factor.name(), location);
    }
    return result;
  }

  @Override
  public String toString() {
    return structure.name();
  }
}
