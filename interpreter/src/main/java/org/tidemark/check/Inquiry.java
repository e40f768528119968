package org.tidemark.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.ExportStatement;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.ImportStatement;
import org.tidemark.grammar.tree.InvalidStatement;
import org.tidemark.grammar.tree.Node;
import org.tidemark.grammar.tree.NodePath;
import org.tidemark.grammar.tree.Script;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.type.FunctionType;

/**
 * Answers questions about a text that is being typed below a checked script, as if it stood there:
 * it sees the script's names, and its own go before. Only what surrounds the place in question is
 * checked, and nothing of it is remembered. Safe for several threads, one at a time.
 */
public final class Inquiry {
  private final TypeChecker checker;
  private final Structure main;

  Inquiry(TypeChecker checker, Structure main) {
    this.checker = checker;
    this.main = main;
  }

  /**
   * Asks about a place.
   *
   * @param text that is being typed; what cannot be read of it is left out
   * @param offset the place
   * @param question asked once; what is lazy must be worked out within it
   */
  public <T> T ask(SourceText text, int offset, Function<Place, T> question) {
    Script script = TideParser.parse(text).script();
    return DeepStack.withRoom(
        () -> checker.forgetting(() -> question.apply(place(text, script, offset))));
  }

  private Place place(SourceText text, Script script, int offset) {
    Structure typed =
        new Structure(text.name(), Structure.Sort.SCRIPT, text, null, null, main.modulePath());
    typed.setBase(main);
    UnitTable units = checker.unitTable.extend();
    new Declarer(checker.vocabulary, units, checker.findings, null, null)
        .declare(typed, withoutImports(script.statements()));
    List<Node> path = NodePath.to(script, offset);
    Map<Expression, List<Scope>> seen = new IdentityHashMap<>();
    for (Node node : path) {
      if (node instanceof Expression expression) {
        seen.put(expression, new ArrayList<>());
      }
    }
    checker.expressions.watch(
        (expression, scope) -> {
          List<Scope> scopes = seen.get(expression);
          if (scopes != null) {
            scopes.add(scope);
          }
        });
    Structure around = check(typed, offset);
    checker.checkUnapplied();
    checker.expressions.watch(null);
    return new Place(checker, main, around, path, seen);
  }

  /** Modules are read from files; what they are called is known all the same. */
  private List<Statement> withoutImports(List<Statement> statements) {
    List<Statement> rest = new ArrayList<>();
    for (Statement statement : statements) {
      boolean read =
          statement instanceof ImportStatement known
              && main.member(Imports.boundName(known).name())
                  .filter(member -> member.sort() == Member.Sort.MODULE)
                  .isPresent();
      if (read) {
        continue;
      }
      rest.add(
          statement instanceof ImportStatement imported
              ? new InvalidStatement(Optional.of(Imports.boundName(imported)), imported.span())
              : statement);
    }
    return rest;
  }

  /** Checks what surrounds the place, and says in which model it stands. */
  private Structure check(Structure structure, int offset) {
    checker.resolveBase(structure);
    for (Member member : structure.ownMembers().values()) {
      if (contains(member.statement(), offset)) {
        if (member.sort() == Member.Sort.MODEL) {
          return check(member.structure(), offset);
        }
        if (checker.type(member) instanceof FunctionType function) {
          if (member.sort() == Member.Sort.FUNCTION) {
            checker.checkFunctionAsDeclared(member);
          } else if (function.arity() >= 0) {
            checker.checkLambdaAsDeclared(function);
          }
        }
        return structure;
      }
    }
    for (Statement action : structure.actions()) {
      if (contains(action, offset)) {
        Structure test = structure.test(action);
        if (test != null) {
          return check(test, offset);
        }
        if (action instanceof ExportStatement export) {
          new ExportTypes(checker, structure).check(export);
        } else {
          checker.checkAction(structure, action);
        }
      }
    }
    return structure;
  }

  private static boolean contains(Node node, int offset) {
    return node.span().start() <= offset && offset < node.span().end();
  }
}
