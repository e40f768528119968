package org.tidemark.grammar.reader;

import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;

/** What can be wrong with statements that are well formed in themselves. */
final class BuilderErrors {
  private BuilderErrors() {}

  static Diagnostic blockWithoutValue(SourceText source, Span span) {
    return Diagnostic.error(Codes.BLOCK_WITHOUT_VALUE, "this block has no value", source, span)
        .withNote("its last line is not an expression")
        .withHelp("end it with the value: { y = x + 1; y * 2 }")
        .withHelp("for a record, write `name: value`");
  }

  static Diagnostic valueInsideBlock(SourceText source, Span span) {
    return Diagnostic.error(
            Codes.BLOCK_WITHOUT_VALUE, "only the last line of a block is its value", source, span)
        .withNote("this value goes nowhere")
        .withHelp("give it a name: y = …")
        .withHelp("for a record, write `name: value` and put commas between");
  }

  static Diagnostic equalsInCondition(SourceText source, Span span) {
    return Diagnostic.error(
            Codes.EQUALS_IN_CONDITION, "`=` defines; to compare, write `==`", source, span)
        .withNote("in a condition")
        .withHelp("write `==`");
  }

  static Diagnostic notInBlock(SourceText source, Span span, String what) {
    return Diagnostic.error(
            Codes.MISPLACED_STATEMENT, what + " cannot stand inside a block", source, span)
        .withNote("a block holds definitions and, last, a value")
        .withHelp("move it out of the braces");
  }

  static Diagnostic onlyInBodies(SourceText source, Span span, String word, String help) {
    return Diagnostic.error(
            Codes.MISPLACED_STATEMENT,
            "`" + word + "` belongs into the body of a declaration",
            source,
            span)
        .withNote("not here")
        .withHelp(help);
  }

  static Diagnostic onlyInScript(SourceText source, Span span, String word) {
    return Diagnostic.error(
            Codes.MISPLACED_STATEMENT,
            "`" + word + "` belongs at the top of a script",
            source,
            span)
        .withNote("not inside braces")
        .withHelp("move it out of the braces");
  }
}
