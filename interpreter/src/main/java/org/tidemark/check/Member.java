package org.tidemark.check;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Annotation;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.DefinitionRole;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.spi.Kind;
import org.tidemark.spi.type.Type;

/** Something that a structure defines under a name. */
public final class Member {
  /** What a member is. */
  public enum Sort {
    /** {@code name = expression}. */
    DEFINITION,
    /** A declaration of a plugin's kind. */
    DECLARATION,
    /** {@code model Name { }}. */
    MODEL,
    /** {@code fn name(...)}. */
    FUNCTION,
    /** An imported module. */
    MODULE,
    /** A statement that could not be read. */
    INVALID
  }

  private final String name;
  private final Sort sort;
  private final Structure owner;
  private final Statement statement;
  private final Span nameSpan;
  private final Kind kind;
  private final Structure structure;

  // worked out by the checker, once
  Type type;
  boolean inProgress;
  private ForeignFile foreign;
  private List<String> runningNames = List.of();

  Member(
      String name,
      Sort sort,
      Structure owner,
      Statement statement,
      Span nameSpan,
      Kind kind,
      Structure structure) {
    this.name = name;
    this.sort = sort;
    this.owner = owner;
    this.statement = statement;
    this.nameSpan = nameSpan;
    this.kind = kind;
    this.structure = structure;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** What it is. */
  public Sort sort() {
    return sort;
  }

  /** The structure whose text it stands in. */
  public Structure owner() {
    return owner;
  }

  /** The statement that defines it. */
  public Statement statement() {
    return statement;
  }

  /** The definition; only for {@link Sort#DEFINITION}. */
  public Definition definition() {
    return (Definition) statement;
  }

  /** The declaration; only for {@link Sort#DECLARATION} and {@link Sort#MODEL}. */
  public Declaration declaration() {
    return (Declaration) statement;
  }

  /** The function; only for {@link Sort#FUNCTION}. */
  public FunctionDeclaration function() {
    return (FunctionDeclaration) statement;
  }

  /** The kind; only for {@link Sort#DECLARATION}. */
  public Kind kind() {
    return kind;
  }

  /** The structure that a model or module has. */
  public Structure structure() {
    return structure;
  }

  /** The text it stands in. */
  public SourceText source() {
    return owner.source();
  }

  /** Where its name stands. */
  public Location location() {
    return new Location(source(), nameSpan);
  }

  /** Whether it is marked as an input. */
  public boolean isParam() {
    return sort == Sort.DEFINITION && definition().role() == DefinitionRole.PARAM;
  }

  /** Whether an amended copy may replace it. */
  public boolean isOverridable() {
    return sort == Sort.DEFINITION || sort == Sort.DECLARATION || sort == Sort.MODEL;
  }

  /** Its grade, its sources and its further names as written; see {@link Annotations}. */
  public List<Annotation> annotations() {
    if (statement instanceof Definition definition) {
      return definition.annotations();
    }
    if (statement instanceof Declaration declaration) {
      return declaration.annotations();
    }
    if (statement instanceof FunctionDeclaration function) {
      return function.annotations();
    }
    return List.of();
  }

  /** Its documentation. */
  public Optional<DocComment> doc() {
    if (statement instanceof Definition definition) {
      return definition.doc();
    }
    if (statement instanceof Declaration declaration) {
      return declaration.doc();
    }
    if (statement instanceof FunctionDeclaration function) {
      return function.doc();
    }
    return Optional.empty();
  }

  /**
   * The names that the body of a kind that runs sees beyond those around it, in the order of their
   * places: the clock, the calendar where there is one, states and helpers.
   */
  public List<String> runningNames() {
    return runningNames;
  }

  void setRunningNames(List<String> names) {
    this.runningNames = List.copyOf(names);
  }

  /** The file that a foreign function stands in; null for any other, and where it was not found. */
  public ForeignFile foreign() {
    return foreign;
  }

  void setForeign(ForeignFile file) {
    this.foreign = file;
  }

  /** Its type; known once the program has been checked. */
  public Type type() {
    return type;
  }

  @Override
  public String toString() {
    return name;
  }
}
