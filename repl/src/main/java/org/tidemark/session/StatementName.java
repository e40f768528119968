package org.tidemark.session;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.CorrelateStatement;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.ExchangeDeclaration;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.ImportStatement;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.UnitDeclaration;

/** Under which name a statement is kept. */
final class StatementName {
  private static final String TEST = "test";

  private StatementName() {}

  /**
   * The name that a later statement has to define in order to replace this one; absent for
   * statements that only ask something and are not kept.
   */
  static Optional<String> of(Statement statement, SourceText source) {
    if (statement instanceof Definition definition) {
      return Optional.of(definition.name().name());
    }
    if (statement instanceof FunctionDeclaration function) {
      return Optional.of(function.name().name());
    }
    if (statement instanceof UnitDeclaration unit) {
      return Optional.of("unit ".concat(unit.name().name()));
    }
    if (statement instanceof Declaration declaration) {
      return declaration.kind().name().equals(TEST)
          ? Optional.empty()
          : declaration.name().map(Identifier::name);
    }
    if (statement instanceof ImportStatement module) {
      return module.alias().map(Identifier::name).or(() -> moduleName(module, source));
    }
    if (statement instanceof ExchangeDeclaration || statement instanceof CorrelateStatement) {
      String text = source.text(statement.span());
      int end = text.indexOf('=');
      return Optional.of(text.substring(0, end < 0 ? text.length() : end).replaceAll("\\s+", " "));
    }
    return Optional.empty();
  }

  private static Optional<String> moduleName(ImportStatement module, SourceText source) {
    List<Identifier> path = module.module();
    return Optional.of(
        path.isEmpty() ? source.text(module.span()) : path.get(path.size() - 1).name());
  }
}
