package org.tidemark.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tidemark.check.Annotations;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.Inquiry;
import org.tidemark.check.Member;
import org.tidemark.check.Place;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.MemberAccess;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Node;
import org.tidemark.grammar.tree.Override;
import org.tidemark.grammar.tree.QuantityLiteral;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.grammar.tree.WithExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Constant;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;

/**
 * What an editor wants to know of a script and of a text that is being typed below it. Checks no
 * more of that text than it must, and evaluates nothing. Safe for several threads.
 */
public final class Lookup {
  /** A name that nobody types; it marks the place in question. */
  public static final String MARK = "\u1FFF";

  private static final String LOCAL = "local";

  private final CheckedProgram program;
  private final Inquiry inquiry;
  private final Map<String, Name> names;

  Lookup(CheckedProgram program) {
    this.program = program;
    this.inquiry = program.inquiry();
    Map<String, Name> found = new LinkedHashMap<>();
    for (Member member : program.main().ownMembers().values()) {
      found.put(member.name(), name(member.name(), member.type(), Optional.of(member), LOCAL));
    }
    this.names = Collections.unmodifiableMap(found);
  }

  /** The names of the script, in the order of the text. */
  public Collection<Name> names() {
    return names.values();
  }

  /** A name of the script. */
  public Optional<Name> name(String name) {
    Objects.requireNonNull(name, "name");
    return Optional.ofNullable(names.get(name));
  }

  /** The kinds that can be declared, {@code model} and {@code test} aside. */
  public Collection<Kind> kinds() {
    return program.vocabulary().kinds();
  }

  /** A kind. */
  public Optional<Kind> kind(String name) {
    Objects.requireNonNull(name, "name");
    return program.vocabulary().kind(name);
  }

  /** The words that stand behind {@code @} at a definition. */
  public List<String> annotations() {
    return Annotations.words();
  }

  /** The built-in functions. */
  public Collection<FunctionSpec> functions() {
    return program.vocabulary().functions();
  }

  /** A built-in function. */
  public Optional<FunctionSpec> function(String name) {
    Objects.requireNonNull(name, "name");
    return program.vocabulary().function(name);
  }

  /** The built-in constants. */
  public Collection<Constant> constants() {
    return program.vocabulary().constants();
  }

  /** A built-in constant. */
  public Optional<Constant> constant(String name) {
    Objects.requireNonNull(name, "name");
    return program.vocabulary().constant(name);
  }

  /** The units, those of the script included. */
  public UnitTable units() {
    return program.units();
  }

  /**
   * What is known at a place of a text.
   *
   * @param text with {@link #MARK} for the name at the place
   */
  public Spot at(String text) {
    Objects.requireNonNull(text, "text");
    int offset = text.indexOf(MARK);
    if (offset < 0) {
      throw new IllegalArgumentException("there is no mark in the text");
    }
    return inquiry.ask(new SourceText("typed", text), offset, Lookup::spot);
  }

  private static Spot spot(Place place) {
    List<Node> path = place.path();
    List<Name> near = new ArrayList<>();
    for (Place.Seen seen : place.near()) {
      if (!seen.name().contains(MARK)) {
        near.add(name(seen.name(), seen.type(), seen.member(), LOCAL));
      }
    }
    Node at = path.get(path.size() - 1);
    Node around = path.size() > 1 ? path.get(path.size() - 2) : at;
    if (!(at instanceof NameReference) && !(at instanceof Identifier)) {
      return Spot.unread(near);
    }
    CalleeFinder finder = new CalleeFinder(place);
    Optional<Callee> callee = finder.find();
    if (at instanceof NameReference) {
      int nearest = 0;
      for (Map.Entry<String, Type> column : finder.columns().entrySet()) {
        near.add(nearest++, new Name(column.getKey(), "column", column.getValue(), ""));
      }
    }
    if (at instanceof Identifier && around instanceof MemberAccess access) {
      Type target = place.type(access.target());
      Optional<Wanted> wanted = new WantedFinder(place).at(path.size() - 2);
      return new Spot(
          Spot.Sort.MEMBER,
          Optional.of(target),
          names(place, target, place.members(target)),
          near,
          wanted,
          callee);
    }
    if (at instanceof Identifier && around instanceof Override override) {
      Type base = amended(place, override, path);
      return new Spot(
          Spot.Sort.AMENDED,
          Optional.of(base),
          names(place, base, place.amendable(base)),
          near,
          Optional.empty(),
          callee);
    }
    Optional<Wanted> wanted = new WantedFinder(place).at(path.size() - 1);
    if (path.stream().anyMatch(TypeExpression.class::isInstance)) {
      return new Spot(
          Spot.Sort.TYPE, WantedFinder.converted(place), List.of(), near, wanted, callee);
    }
    Spot.Sort sort = around instanceof QuantityLiteral ? Spot.Sort.UNIT : Spot.Sort.NAME;
    return new Spot(sort, Optional.empty(), List.of(), near, wanted, callee);
  }

  private static Type amended(Place place, Override override, List<Node> path) {
    WithExpression with = (WithExpression) path.get(path.size() - 3);
    Type base = place.type(with.base());
    for (Identifier step : override.path()) {
      if (step == path.get(path.size() - 1)) {
        break;
      }
      base = place.kept(base, step.name()).orElse(BasicType.UNKNOWN);
    }
    return base;
  }

  private static List<Name> names(Place place, Type target, Map<String, Type> types) {
    List<Name> members = new ArrayList<>();
    types.forEach(
        (name, type) -> {
          if (!name.contains(MARK)) {
            members.add(name(name, type, place.memberOf(target, name), "member"));
          }
        });
    return members;
  }

  private static Name name(String name, Type type, Optional<Member> member, String otherwise) {
    String sort = member.map(Lookup::sort).orElse(otherwise);
    String doc = member.flatMap(Member::doc).map(text -> firstLine(text.text())).orElse("");
    return new Name(name, sort, type == null ? BasicType.UNKNOWN : type, doc);
  }

  private static String sort(Member member) {
    return switch (member.sort()) {
      case DEFINITION -> member.isParam() ? "param" : "definition";
      case DECLARATION -> member.kind().name();
      case MODEL -> "model";
      case FUNCTION -> "function";
      case MODULE -> "module";
      case INVALID -> "statement";
    };
  }

  /** The first line of a documentation that says something. */
  static String firstLine(String doc) {
    String text = doc.strip();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end).strip();
  }
}
