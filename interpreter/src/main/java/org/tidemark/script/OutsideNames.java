package org.tidemark.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.grammar.tree.Block;
import org.tidemark.grammar.tree.Body;
import org.tidemark.grammar.tree.Comprehension;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.Lambda;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Node;
import org.tidemark.grammar.tree.NodePath;
import org.tidemark.grammar.tree.Parameter;
import org.tidemark.grammar.tree.QuantityLiteral;
import org.tidemark.grammar.tree.Repetition;
import org.tidemark.grammar.tree.Script;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.TypeExpression;

/**
 * The names that a script takes from outside itself, those of built-in functions included: what
 * stands where a value belongs, and is neither defined there nor around it. The name of a member, a
 * field, an argument, a parameter or a unit is none.
 *
 * <p>Not recursive, since it is asked of texts too that are refused as too deep.
 */
final class OutsideNames {
  private final Set<String> found = new LinkedHashSet<>();
  private final Deque<Look> left = new ArrayDeque<>();

  /** A part of the script, and the names that are known around it. */
  private record Look(Node node, Set<String> known) {}

  private OutsideNames() {}

  /** The names, in the order of the text. */
  static Set<String> of(Script script) {
    OutsideNames names = new OutsideNames();
    names.push(script.statements(), defined(script.statements(), Set.of()));
    while (!names.left.isEmpty()) {
      names.look(names.left.pop());
    }
    return names.found;
  }

  private void look(Look at) {
    Node node = at.node();
    Set<String> known = at.known();
    if (node instanceof NameReference name) {
      if (!known.contains(name.name())) {
        found.add(name.name());
      }
    } else if (node instanceof TypeExpression || node instanceof QuantityLiteral) {
      // units; where a number stands before a name that is no unit, the checker misses the name
      return;
    } else if (node instanceof Lambda lambda) {
      push(List.of(lambda.body()), with(known, lambda.parameters()));
    } else if (node instanceof FunctionDeclaration function) {
      List<Identifier> parameters = function.parameters().stream().map(Parameter::name).toList();
      push(NodePath.children(function), with(known, parameters));
    } else if (node instanceof Comprehension comprehension) {
      List<Node> inner = new ArrayList<>(List.of(comprehension.element()));
      comprehension.condition().ifPresent(inner::add);
      push(inner, with(known, List.of(comprehension.variable())));
      push(List.of(comprehension.source()), known);
    } else if (node instanceof Block block) {
      push(NodePath.children(block), defined(block.definitions(), known));
    } else if (node instanceof Body body) {
      push(body.statements(), defined(body.statements(), known));
    } else if (node instanceof Declaration declaration) {
      Optional<Identifier> variable = declaration.repetition().flatMap(Repetition::variable);
      push(NodePath.children(declaration), with(known, variable.stream().toList()));
    } else {
      push(NodePath.children(node), known);
    }
  }

  private void push(List<? extends Node> nodes, Set<String> known) {
    for (int i = nodes.size() - 1; i >= 0; i--) {
      left.push(new Look(nodes.get(i), known));
    }
  }

  private static Set<String> with(Set<String> known, Collection<Identifier> more) {
    if (more.isEmpty()) {
      return known;
    }
    Set<String> all = new HashSet<>(known);
    more.forEach(name -> all.add(name.name()));
    return all;
  }

  private static Set<String> defined(List<Statement> statements, Set<String> known) {
    List<Identifier> names = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement instanceof Definition definition) {
        names.add(definition.name());
      } else if (statement instanceof FunctionDeclaration function) {
        names.add(function.name());
      } else if (statement instanceof Declaration declaration) {
        declaration.name().ifPresent(names::add);
      }
    }
    return with(known, names);
  }
}
