package org.tidemark.check;

import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.Parameter;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;

/** What the declaration of a foreign function has to say: a unit for all that is handed over. */
final class ForeignTypes {
  private ForeignTypes() {}

  /** The declared type of the result; unknown where there is none. */
  static Type result(Member member, TypeChecker checker) {
    return member
        .function()
        .result()
        .map(type -> checker.units.type(type, member.source(), checker.findings))
        .orElse(BasicType.UNKNOWN);
  }

  /** Reports what is not declared, and what cannot be handed over. */
  static void check(Member member, TypeChecker checker) {
    FunctionDeclaration function = member.function();
    for (Parameter parameter : function.parameters()) {
      String name = parameter.name().name();
      if (parameter.type().isEmpty()) {
        undeclared(
            member,
            parameter.span(),
            "the parameter " + name + " of a foreign function needs a unit",
            "write " + name + ": USD, say; " + name + ": 1 for a pure number",
            checker);
      } else {
        handedOver(
            member,
            parameter.type().get().span(),
            checker.units.type(parameter.type().get(), member.source(), checker.findings),
            checker);
      }
    }
    if (function.result().isEmpty()) {
      undeclared(
          member,
          function.name().span(),
          "the result of a foreign function needs a unit",
          "write it before from: -> USD, say; -> 1 for a pure number",
          checker);
    } else {
      handedOver(member, function.result().get().span(), result(member, checker), checker);
    }
  }

  private static void undeclared(
      Member member, Span span, String message, String help, TypeChecker checker) {
    checker.findings.add(
        Diagnostic.error("E0720", message, member.source(), span)
            .withNote("numbers are handed over in a unit, so it has to be said in which")
            .withHelp(help));
  }

  private static void handedOver(Member member, Span span, Type type, TypeChecker checker) {
    if (type == BasicType.UNKNOWN || isPlain(type)) {
      return;
    }
    Diagnostic diagnostic =
        Diagnostic.error(
                "E0721",
                type.describe() + " cannot be handed to a foreign function or come from one",
                member.source(),
                span)
            .withHelp("quantities, bool and lists of them can");
    checker.findings.add(
        type == BasicType.DATE
            ? diagnostic.withHelp("hand over the time since a date: now - date(2024)")
            : diagnostic);
  }

  private static boolean isPlain(Type type) {
    return type instanceof QuantityType
        || type == BasicType.BOOL
        || type instanceof ListType list && isPlain(list.element());
  }
}
