package org.tidemark.check;

import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.CorrelateStatement;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.ExchangeDeclaration;
import org.tidemark.grammar.tree.ExportStatement;
import org.tidemark.grammar.tree.ExpressionStatement;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.ImportStatement;
import org.tidemark.grammar.tree.InvalidStatement;
import org.tidemark.grammar.tree.PlotStatement;
import org.tidemark.grammar.tree.ShowStatement;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.UnitDeclaration;
import org.tidemark.grammar.tree.WhenStatement;
import org.tidemark.quantity.Spelling;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Kind;

/** Turns statements into members and actions of a structure. Looks at names only. */
final class Declarer {
  private final Vocabulary vocabulary;
  private final UnitTable units;
  private final Findings findings;
  private final Imports imports;
  private final ForeignFiles foreignFiles;

  /**
   * One for a program.
   *
   * @param imports null where there are none
   * @param foreignFiles null where no files are read
   */
  Declarer(
      Vocabulary vocabulary,
      UnitTable units,
      Findings findings,
      Imports imports,
      ForeignFiles foreignFiles) {
    this.vocabulary = vocabulary;
    this.units = units;
    this.findings = findings;
    this.imports = imports;
    this.foreignFiles = foreignFiles;
  }

  void declare(Structure structure, Iterable<Statement> statements) {
    for (Statement statement : statements) {
      declare(structure, statement);
    }
  }

  private void declare(Structure structure, Statement statement) {
    SourceText source = structure.source();
    if (statement instanceof Definition definition) {
      add(
          structure,
          new Member(
              definition.name().name(),
              Member.Sort.DEFINITION,
              structure,
              definition,
              definition.name().span(),
              null,
              null));
    } else if (statement instanceof Declaration declaration) {
      declaration(structure, declaration);
    } else if (statement instanceof FunctionDeclaration function) {
      Member member =
          new Member(
              function.name().name(),
              Member.Sort.FUNCTION,
              structure,
              function,
              function.name().span(),
              null,
              null);
      if (function.foreignFile().isPresent() && foreignFiles != null) {
        foreignFiles.load(structure, function).ifPresent(member::setForeign);
      }
      add(structure, member);
    } else if (statement instanceof ImportStatement imported) {
      imported(structure, imported);
    } else if (statement instanceof InvalidStatement invalid) {
      invalid.name().ifPresent(name -> addInvalid(structure, name, invalid));
    } else if (statement instanceof UnitDeclaration || statement instanceof ExchangeDeclaration) {
      // units are read before anything else; here they only have to stand in the right place
      structure.addUnit(statement);
      if (structure.sort() != Structure.Sort.SCRIPT) {
        findings.add(
            Diagnostic.error(
                    "E0213",
                    "units belong to a whole script, not to " + structure.name(),
                    source,
                    statement.span())
                .withHelp("move it to the top of the script"));
        // known all the same, so that its uses are not reported as well
        if (statement instanceof UnitDeclaration unit
            && unit.definition().isEmpty()
            && units.find(unit.name().name()).isEmpty()) {
          units.declareBase(unit.name().name());
        }
      }
    } else if (statement instanceof CorrelateStatement correlation) {
      structure.addCorrelation(correlation);
    } else if (statement instanceof WhenStatement) {
      // in a script the parser has said that it stands in the wrong place
      if (structure.sort() != Structure.Sort.SCRIPT) {
        findings.add(
            Diagnostic.error(
                    "E0213",
                    "when stands in a body that runs, not in " + structure.name(),
                    source,
                    statement.span())
                .withHelp("put it into a process: process name { when ... { ... } }"));
      }
    } else {
      boolean prints =
          statement instanceof ShowStatement
              || statement instanceof ExpressionStatement
              || statement instanceof PlotStatement
              || statement instanceof ExportStatement;
      if (prints && !mayDoAll(structure)) {
        findings.add(
            Diagnostic.error(
                    "E0213",
                    "results are shown by a whole script, not by "
                        + (structure.sort() == Structure.Sort.TEST
                            ? "a test"
                            : "the model " + structure.name()),
                    source,
                    statement.span())
                .withHelp("move it to the script: show " + structure.name() + ".name")
                .withHelp("to check something here, write assert"));
        return;
      }
      structure.addAction(statement);
    }
  }

  private void notYet(SourceText source, Span span, String what) {
    findings.add(
        Diagnostic.error("E0901", "not available yet: " + what, source, span)
            .withHelp("this version reads it but cannot run it; leave it out for now"));
  }

  private void imported(Structure structure, ImportStatement imported) {
    Identifier bound = Imports.boundName(imported);
    if (!mayDoAll(structure)) {
      // the parser has said that it stands in the wrong place
      addInvalid(structure, bound, imported);
      return;
    }
    Optional<Structure> module = imports.load(structure, imported);
    if (module.isEmpty()) {
      addInvalid(structure, bound, imported);
    } else {
      add(
          structure,
          new Member(
              bound.name(),
              Member.Sort.MODULE,
              structure,
              imported,
              bound.span(),
              null,
              module.get()));
    }
  }

  private void declaration(Structure structure, Declaration declaration) {
    String kindName = declaration.kind().name();
    switch (kindName) {
      case "model" -> model(structure, declaration);
      case "test" -> test(structure, declaration);
      default -> kind(structure, declaration, kindName);
    }
  }

  private void model(Structure structure, Declaration declaration) {
    if (declaration.name().isEmpty()) {
      findings.add(
          Diagnostic.error(
                  "E0405", "a model needs a name", structure.source(), declaration.kind().span())
              .withHelp("write model Name { ... }"));
      return;
    }
    Identifier name = declaration.name().get();
    if (declaration.body().isEmpty() && declaration.base().isEmpty()) {
      findings.add(
          Diagnostic.error(
                  "E0405",
                  "the model " + name.name() + " has no body",
                  structure.source(),
                  declaration.span())
              .withHelp("write model " + name.name() + " { ... }"));
    }
    if (declaration.repetition().isPresent()) {
      notYet(structure.source(), declaration.repetition().get().span(), "repeated models");
    }
    Structure nested =
        new Structure(
            name.name(),
            Structure.Sort.MODEL,
            structure.source(),
            structure.scope(),
            declaration.base().orElse(null),
            structure.modulePath());
    declaration.body().ifPresent(body -> declare(nested, body.statements()));
    add(
        structure,
        new Member(
            name.name(), Member.Sort.MODEL, structure, declaration, name.span(), null, nested));
  }

  private void test(Structure structure, Declaration declaration) {
    String title =
        declaration
            .title()
            .map(t -> t.constant())
            .orElse(declaration.name().map(Identifier::name).orElse(""));
    if (title.isEmpty() || declaration.body().isEmpty()) {
      findings.add(
          Diagnostic.error(
                  "E0405",
                  "a test has a title and a body",
                  structure.source(),
                  declaration.kind().span())
              .withHelp("write test \"what holds\" { assert ... }"));
      return;
    }
    Structure nested =
        new Structure(
            title,
            Structure.Sort.TEST,
            structure.source(),
            structure.scope(),
            null,
            structure.modulePath());
    declare(nested, declaration.body().get().statements());
    structure.addTest(declaration, nested);
    structure.addAction(declaration);
  }

  private void kind(Structure structure, Declaration declaration, String kindName) {
    Optional<Kind> kind = vocabulary.kind(kindName);
    if (kind.isEmpty()) {
      findings.add(unknownKind(structure.source(), declaration));
      declaration.name().ifPresent(name -> addInvalid(structure, name, declaration));
      return;
    }
    if (declaration.name().isEmpty()) {
      findings.add(
          Diagnostic.error(
                  "E0405",
                  "a " + kindName + " needs a name",
                  structure.source(),
                  declaration.kind().span())
              .withHelp("write " + kindName + " name ..."));
      return;
    }
    Identifier name = declaration.name().get();
    Member member =
        new Member(
            name.name(),
            Member.Sort.DECLARATION,
            structure,
            declaration,
            name.span(),
            kind.get(),
            null);
    if (add(structure, member) && kind.get().header().target()) {
      structure.addMultiplier(member);
    }
  }

  private Diagnostic unknownKind(SourceText source, Declaration declaration) {
    String word = declaration.kind().name();
    Diagnostic diagnostic =
        Diagnostic.error(
            "E0205", "there is no kind called " + word, source, declaration.kind().span());
    java.util.List<String> kinds = new java.util.ArrayList<>();
    vocabulary.kinds().forEach(kind -> kinds.add(kind.name()));
    kinds.add("model");
    kinds.add("test");
    kinds.add("param");
    kinds.add("show");
    if (word.startsWith("param")) {
      return diagnostic.withHelp("did you mean param?");
    }
    for (Kind kind : vocabulary.kinds()) {
      if (kind.running().filter(words -> words.isOne(word)).isPresent()) {
        return diagnostic.withHelp(
            word
                + " stands in the body of a "
                + kind.name()
                + ": "
                + kind.name()
                + " name { ... }");
      }
    }
    for (String near : Spelling.closest(word, kinds, 1)) {
      return diagnostic.withHelp("did you mean " + near + "?");
    }
    return diagnostic
        .withNote("two names in a row start a declaration")
        .withHelp("the kinds are " + String.join(", ", kinds.subList(0, kinds.size() - 2)))
        .withHelp("for a product, write the *: " + word + " * ...");
  }

  private void addInvalid(Structure structure, Identifier name, Statement statement) {
    if (structure.ownMembers().containsKey(name.name())) {
      return;
    }
    structure.add(
        new Member(
            name.name(), Member.Sort.INVALID, structure, statement, name.span(), null, null));
  }

  /** Whether results and imports may stand in it. */
  private static boolean mayDoAll(Structure structure) {
    return structure.sort() == Structure.Sort.SCRIPT || structure.sort() == Structure.Sort.EXAMPLE;
  }

  private static Member earlier(Structure structure, String name) {
    Member own = structure.ownMembers().get(name);
    return own == null && structure.sort() == Structure.Sort.EXAMPLE
        ? structure.scope().parent().orElseThrow().structure().ownMembers().get(name)
        : own;
  }

  private boolean add(Structure structure, Member member) {
    Member earlier = earlier(structure, member.name());
    if (earlier != null) {
      if (earlier.sort() != Member.Sort.INVALID) {
        findings.add(
            Diagnostic.error(
                    "E0202",
                    member.name() + " is defined twice",
                    structure.source(),
                    member.location().span())
                .withNote("defined again here")
                .withLabel(earlier.source(), earlier.location().span(), "first defined here")
                .withHelp(
                    "rename one, or amend a copy: this with { " + member.name() + " = ... }"));
      }
      return false;
    }
    if (units.find(member.name()).isPresent()) {
      findings.add(
          Diagnostic.warning(
                  "W0103",
                  member.name() + " hides the unit " + member.name(),
                  structure.source(),
                  member.location().span())
              .withHelp(
                  "where both could be meant, write 3 * "
                      + member.name()
                      + "; types and as still see the unit"));
    }
    structure.add(member);
    return true;
  }
}
