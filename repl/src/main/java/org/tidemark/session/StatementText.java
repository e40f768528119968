package org.tidemark.session;

import java.util.Optional;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.UnitDeclaration;

/** What belongs to a statement that is kept. */
final class StatementText {
  private StatementText() {}

  /** Where it stands, with the comment that documents it. */
  static Span of(Statement statement) {
    Optional<DocComment> doc = Optional.empty();
    if (statement instanceof Definition definition) {
      doc = definition.doc();
    } else if (statement instanceof FunctionDeclaration function) {
      doc = function.doc();
    } else if (statement instanceof UnitDeclaration unit) {
      doc = unit.doc();
    } else if (statement instanceof Declaration declaration) {
      doc = declaration.doc();
    }
    Span span = statement.span();
    return doc.map(comment -> comment.span().to(span)).orElse(span);
  }
}
