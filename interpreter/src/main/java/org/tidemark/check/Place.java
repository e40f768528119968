package org.tidemark.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.MemberAccess;
import org.tidemark.grammar.tree.Node;
import org.tidemark.grammar.tree.Parameter;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;

/** What is known at a place of a text that is being typed. Good while its question is answered. */
public final class Place {
  private final TypeChecker checker;
  private final Structure main;
  private final Structure around;
  private final List<Node> path;
  private final Scope scope;

  Place(
      TypeChecker checker,
      Structure main,
      Structure around,
      List<Node> path,
      Map<Expression, List<Scope>> seen) {
    this.checker = checker;
    this.main = main;
    this.around = around;
    this.path = path;
    this.scope = innermost(seen);
  }

  private Scope innermost(Map<Expression, List<Scope>> seen) {
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i) instanceof Expression expression && !seen.get(expression).isEmpty()) {
        return tellingMost(expression, seen.get(expression));
      }
    }
    return around.scope();
  }

  /** A lambda is looked at once by itself and once for each use, which knows its arguments. */
  private Scope tellingMost(Expression expression, List<Scope> scopes) {
    Expression asked = expression instanceof MemberAccess access ? access.target() : expression;
    for (Scope at : scopes) {
      for (Scope outer = at; outer != null && !outer.isStructure(); ) {
        for (String name : outer.localNames()) {
          if (outer.resolve(name).filter(Place::tells).isPresent()
              && checker.expressions.inferTarget(asked, at) != BasicType.UNKNOWN) {
            return at;
          }
        }
        outer = outer.parent().orElse(null);
      }
    }
    return scopes.get(scopes.size() - 1);
  }

  private static boolean tells(Resolution resolution) {
    return resolution instanceof Resolution.Local local && local.type() != BasicType.UNKNOWN;
  }

  /** The nodes around the place, from the script inwards. */
  public List<Node> path() {
    return path;
  }

  /** The type of an expression where it stands on the path; a curve stands for itself. */
  public Type type(Expression expression) {
    return checker.expressions.inferTarget(expression, scope);
  }

  /** The type that an annotation spells. */
  public Type type(TypeExpression annotation) {
    return checker.units.type(annotation, scope.source(), checker.findings);
  }

  /** A kind of declaration. */
  public Optional<Kind> kind(String name) {
    return checker.vocabulary.kind(name);
  }

  /** An expression of the path as it is written. */
  public String text(Expression expression) {
    return around.source().text(expression.span());
  }

  /** The built-in function that a callee names. */
  public Optional<FunctionSpec> builtin(Expression callee) {
    return CallTypes.builtin(callee, scope, checker.vocabulary);
  }

  /** The function of a script that a type stands for. */
  public Optional<Member> declaredFunction(Type type) {
    return type instanceof TypeChecker.DeclaredFunction function
        ? Optional.of(function.member())
        : Optional.empty();
  }

  /** The type that a parameter of a script's function is declared with; unknown without. */
  public Type parameterType(Type function, Parameter parameter) {
    return function instanceof TypeChecker.DeclaredFunction declared
        ? declared.parameterType(parameter)
        : BasicType.UNKNOWN;
  }

  /** The type that an amended name of something keeps; empty where it has no such name. */
  public Optional<Type> kept(Type base, String name) {
    if (base instanceof ModelType model) {
      return model.structure().member(name).filter(Member::isOverridable).map(checker::type);
    }
    if (base instanceof ObjectType object) {
      return checker.declarations.amendable(object, name);
    }
    return base instanceof RecordType record
        ? Optional.ofNullable(record.fields().get(name))
        : Optional.empty();
  }

  /** What of something can be amended, by name. */
  public Map<String, Type> amendable(Type base) {
    Set<String> names = new LinkedHashSet<>();
    if (base instanceof ModelType model) {
      names.addAll(model.structure().memberNames());
    } else if (base instanceof ObjectType object) {
      names.addAll(checker.declarations.fieldNames(object));
    } else if (base instanceof RecordType record) {
      names.addAll(record.fields().keySet());
    }
    Map<String, Type> kept = new LinkedHashMap<>();
    for (String name : names) {
      kept(base, name).ifPresent(type -> kept.put(name, type));
    }
    return kept;
  }

  /** What may stand behind a dot behind something, by name. */
  public Map<String, Type> members(Type target) {
    Map<String, Type> members = new LinkedHashMap<>();
    if (target instanceof ModelType model) {
      for (String name : model.structure().memberNames()) {
        checker.memberOf(model.structure(), name).ifPresent(type -> members.put(name, type));
      }
      members.putAll(model.extras());
    } else if (target instanceof RecordType record) {
      members.putAll(record.fields());
    } else if (target instanceof TableType table) {
      table
          .columns()
          .forEach((name, type) -> members.put(name, new org.tidemark.spi.type.ListType(type)));
    } else if (target instanceof ObjectType object) {
      for (String name : object.memberNames()) {
        object.member(name).ifPresent(type -> members.put(name, type));
      }
      for (String name : checker.declarations.fieldNames(object)) {
        checker.declarations.field(object, name).ifPresent(type -> members.put(name, type));
      }
    } else if (target == BasicType.DATE) {
      members.put("year", QuantityType.PURE);
    } else if (target instanceof IntervalType interval) {
      members.put("from", interval.element());
      members.put("to", interval.element());
    }
    return members;
  }

  /** The definition of a member of a model, a module or a script. */
  public Optional<Member> memberOf(Type target, String name) {
    return target instanceof ModelType model ? model.structure().member(name) : Optional.empty();
  }

  /** A name that is known here. */
  public record Seen(String name, Type type, Optional<Member> member) {}

  /** The names that are known here and nearer than those of the script, nearest first. */
  public List<Seen> near() {
    List<Seen> names = new ArrayList<>();
    for (Scope at = scope; at != null; at = at.parent().orElse(null)) {
      if (at.isStructure()) {
        for (Structure of = at.structure(); of != null && of != main; of = of.base().orElse(null)) {
          for (Member member : of.ownMembers().values()) {
            boolean itself =
                member.sort() != Member.Sort.FUNCTION && path.contains(member.statement());
            if (itself) {
              continue;
            }
            names.add(new Seen(member.name(), checker.type(member), Optional.of(member)));
          }
        }
      } else {
        for (String name : at.localNames()) {
          Type type =
              at.resolve(name)
                  .filter(Resolution.Local.class::isInstance)
                  .map(found -> ((Resolution.Local) found).type())
                  .orElse(BasicType.UNKNOWN);
          names.add(new Seen(name, type, Optional.empty()));
        }
      }
    }
    return names;
  }
}
