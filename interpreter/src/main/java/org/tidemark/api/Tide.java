package org.tidemark.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.Checker;
import org.tidemark.check.ModelType;
import org.tidemark.check.ModuleSource;
import org.tidemark.check.Vocabulary;
import org.tidemark.check.plugin.Blame;
import org.tidemark.check.plugin.PluginReport;
import org.tidemark.grammar.limit.LimitValues;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.model.Budget;
import org.tidemark.model.Result;
import org.tidemark.model.RunnableProgram;
import org.tidemark.spi.Renderer;
import org.tidemark.spi.ValueWriter;
import org.tidemark.spi.type.Type;

/**
 * The entry point for embedding: compiles scripts. Immutable and safe for use by several threads.
 *
 * <pre>{@code
 * Tide tide = Tide.builder().build();
 * Program program = tide.compile("growth", "param r = 5 %/year\nshow 2 * r");
 * Outcome outcome = program.with("r", "3 %/year").run();
 * }</pre>
 */
public final class Tide {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final ClassLoader loader;
  private final Vocabulary vocabulary;
  private final Limits limits;
  private final boolean untrusted;
  private final Path root;
  private final System.Logger logger;

  private Tide(
      ClassLoader loader,
      List<Path> plugins,
      Limits limits,
      boolean untrusted,
      Path root,
      System.Logger logger) {
    this.loader = loader;
    this.limits = limits;
    this.untrusted = untrusted;
    this.root = root;
    this.logger = logger;
    this.vocabulary = Vocabulary.load(loader, plugins);
    if (logger != null) {
      for (PluginInfo plugin : plugins()) {
        plugin
            .problems()
            .forEach(problem -> log(System.Logger.Level.WARNING, plugin.name() + ": " + problem));
      }
    }
  }

  private void log(System.Logger.Level level, String message) {
    logger.log(level, message);
  }

  /** Starts a configuration. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects what a {@link Tide} is made with. */
  public static final class Builder {
    private ClassLoader loader = Tide.class.getClassLoader();
    private List<Path> plugins = List.of();
    private boolean untrusted;
    private Limits limits;
    private Path root;
    private System.Logger logger;

    private Builder() {}

    /**
     * Where plugins and library modules are found; by default where Tidemark itself is. Scripts
     * that nobody trusts see them too.
     */
    public Builder classLoader(ClassLoader classLoader) {
      Objects.requireNonNull(classLoader, "classLoader");
      this.loader = classLoader;
      return this;
    }

    /**
     * Where further plugins lie than those on the class path; by default nowhere. They are opened
     * when a script asks for something that nobody else has. Scripts that nobody trusts see them
     * too.
     *
     * @param places folders, which hold jars and folders of jars that belong together, or jars
     */
    public Builder plugins(Path... places) {
      Objects.requireNonNull(places, "places");
      this.plugins = List.of(places);
      return this;
    }

    /**
     * Prepares for scripts that nobody trusts: with {@link Limits#untrusted()} unless {@link
     * #limits} gives others, without files unless {@link #files} names a folder, without functions
     * in other languages.
     */
    public Builder untrusted() {
      this.untrusted = true;
      return this;
    }

    /** How much each script may cost. */
    public Builder limits(Limits most) {
      Objects.requireNonNull(most, "most");
      this.limits = most;
      return this;
    }

    /**
     * Scripts read files in this folder and below only, wherever they stand themselves.
     *
     * @param folder exists
     */
    public Builder files(Path folder) {
      Objects.requireNonNull(folder, "folder");
      this.root = folder;
      return this;
    }

    /**
     * Who is told what goes on: which scripts are compiled, how long that took and what was found,
     * as {@code DEBUG}, and which plugins are broken, as {@code WARNING}. By default nobody is.
     * Nothing is ever written to standard output or standard error.
     */
    public Builder logger(System.Logger told) {
      Objects.requireNonNull(told, "told");
      this.logger = told;
      return this;
    }

    /** Loads the plugins. */
    public Tide build() {
      Limits most = limits != null ? limits : untrusted ? Limits.untrusted() : Limits.none();
      return new Tide(loader, plugins, most, untrusted, root, logger);
    }
  }

  /**
   * Compiles a script file. Modules and data are found beside it and below.
   *
   * @throws IOException where it cannot be read
   */
  public Program compile(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    ScriptFiles files = files(file.toAbsolutePath().normalize().getParent());
    String text = ScriptFiles.text(file);
    return compile(file.toString(), text, files, files.pathOf(file));
  }

  /** Compiles a text that has no files beside it and no name. */
  public Program compile(String text) {
    return compile(ModelType.NAMELESS, text);
  }

  /** Compiles a text that has no files beside it. */
  public Program compile(String name, String text) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    return compile(name, text, files(null), "");
  }

  /** The files that a script of a folder may read. */
  private ScriptFiles files(Path folder) {
    Path own = root != null ? root : untrusted ? null : folder;
    Path absolute = own == null ? null : own.toAbsolutePath().normalize();
    return untrusted
        ? ScriptFiles.untrusted(loader, vocabulary, absolute, limits.of("file-bytes"))
        : new ScriptFiles(loader, vocabulary, absolute);
  }

  /**
   * Compiles a module of the library as the script that is run.
   *
   * @param module its dotted name, {@code "std.adoption"}
   * @return absent where there is none
   * @throws IOException where it cannot be read
   */
  public Optional<Program> compileModule(String module) throws IOException {
    Objects.requireNonNull(module, "module");
    ScriptFiles files = new ScriptFiles(loader, vocabulary, null);
    return files
        .module(module)
        .map(found -> compile(found.text(), files, found.path(), Checker.Known.NOTHING, Map.of()));
  }

  /** Where a text stands as its files understand it. */
  private String path(ScriptFiles files, Path folder, String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return root == null ? last : files.pathOf(folder.resolve(last));
  }

  /** Compiles a text that finds modules and data in a folder and below. */
  public Program compile(String name, String text, Path folder) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(folder, "folder");
    ScriptFiles files = files(folder);
    return compile(name, text, files, path(files, folder, name));
  }

  /**
   * Compiles a text that goes on from another, in a folder as {@link #compile(String, String,
   * Path)} does. Quantities in units that both declare go together.
   *
   * @param earlier the program before, where there is one
   * @param given values that definitions of the text have, whatever they say; see {@link
   *     org.tidemark.model.Run#results()}
   */
  public Program compile(
      String name, String text, Path folder, Optional<Program> earlier, Map<String, Result> given) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(earlier, "earlier");
    Objects.requireNonNull(given, "given");
    ScriptFiles files = files(folder);
    Map<String, Type> types = new HashMap<>();
    given.forEach((definition, result) -> types.put(definition, result.type()));
    return compile(
        new SourceText(name, text),
        files,
        path(files, folder, name),
        new Checker.Known(earlier.map(Program::units), types),
        Map.copyOf(given));
  }

  private Program compile(String name, String text, ModuleSource files, String path) {
    return compile(new SourceText(name, text), files, path, Checker.Known.NOTHING, Map.of());
  }

  private Program compile(
      SourceText source,
      ModuleSource files,
      String path,
      Checker.Known known,
      Map<String, Result> given) {
    return compile(source, files, path, known, given, false);
  }

  private Program compile(
      SourceText source,
      ModuleSource files,
      String path,
      Checker.Known known,
      Map<String, Result> given,
      boolean ofImports) {
    long from = System.nanoTime();
    Checker checker = new Checker(vocabulary, files, Budget.forCompiling(limits.values()));
    CheckedProgram checked = checker.check(source, path, known);
    LimitValues left = limits.values().after(System.nanoTime() - from);
    Program program =
        new Program(
            RunnableProgram.of(checked, left),
            new DocExamples(vocabulary, files, source, path, left),
            given,
            ofImports,
            limits.equals(Limits.none()));
    if (logger != null) {
      log(
          System.Logger.Level.DEBUG,
          "compiled "
              + source.name()
              + " in "
              + (System.nanoTime() - from) / NANOS_PER_MILLI
              + " ms, "
              + program.diagnostics().size()
              + " diagnostics");
    }
    return program;
  }

  /**
   * Compiles a text that finds modules and data where an embedder says.
   *
   * @param name its path below the folder, {@code "models/a.tide"}
   */
  public Program compile(String name, String text, Folder folder) {
    return compile(name, name, text, folder);
  }

  /**
   * The same for a text that is told by another name than that of its file.
   *
   * @param path its path below the folder; empty where it is no file
   */
  public Program compile(String name, String path, String text, Folder folder) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(folder, "folder");
    FolderFiles files = new FolderFiles(new ScriptFiles(loader, vocabulary, null), folder);
    return compile(name, text, files, path);
  }

  /**
   * Compiles modules of the library together, for what is asked of all of them; see {@link
   * Program#predictions}.
   *
   * @param names dotted names, each once
   */
  public Program compileModules(List<String> names) {
    Objects.requireNonNull(names, "names");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      text.append("import ").append(names.get(i)).append(" as module").append(i).append('\n');
    }
    return compile(
        new SourceText("the library", text.toString()),
        new ScriptFiles(loader, vocabulary, null),
        "",
        Checker.Known.NOTHING,
        Map.of(),
        true);
  }

  /**
   * The text of a file of the library, {@code "std/data/observations.csv"}; empty where there is
   * none.
   *
   * @throws IOException where it cannot be read
   */
  public Optional<String> libraryFile(String name) throws IOException {
    Objects.requireNonNull(name, "name");
    return new ScriptFiles(loader, vocabulary, null).resource(name);
  }

  /**
   * The file of a name in a folder or below, by the rule that holds for scripts.
   *
   * @throws org.tidemark.spi.Problem where it lies outside, with code {@code E0702}
   * @throws IOException where that cannot be told
   */
  public Path locate(Path folder, String name) throws IOException {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(name, "name");
    return new ScriptFiles(loader, vocabulary, folder.toAbsolutePath().normalize()).inFolder(name);
  }

  /**
   * The text of a script.
   *
   * @throws IOException where it cannot be read, is not UTF-8 or too large
   */
  public static String read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return ScriptFiles.text(file);
  }

  /** How much each script may cost. */
  public Limits limits() {
    return limits;
  }

  /** What a reader sees of a script without running it. */
  public ScriptOutline outline(String name, String text) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    return Outlining.of(vocabulary, new SourceText(name, text));
  }

  /**
   * What to tell of something that was thrown while a part of a plugin was asked; absent where no
   * plugin from a folder is to blame.
   *
   * @param what was asked, {@code "the writer for .md"}
   */
  public static Optional<PluginProblem> blame(Throwable thrown, String what) {
    Objects.requireNonNull(thrown, "thrown");
    Objects.requireNonNull(what, "what");
    return Blame.of(thrown)
        .map(
            plugin ->
                new PluginProblem(
                    "E0744",
                    "the plugin " + plugin + " failed in " + what + ": " + Blame.words(thrown)));
  }

  /** What writes exports to files of an ending, where a plugin adds it. */
  public Optional<ValueWriter> writer(String ending) {
    Objects.requireNonNull(ending, "ending");
    return vocabulary.writer(ending);
  }

  /** What writes the results of a run in a format of this name, where a plugin adds it. */
  public Optional<Renderer> renderer(String format) {
    Objects.requireNonNull(format, "format");
    return vocabulary.renderer(format);
  }

  /** The names of the formats that plugins add. */
  public List<String> formats() {
    return vocabulary.names(Renderer.class);
  }

  /**
   * The page that a plugin has for one of its codes, in Markdown: the file {@code explain/CODE.md}
   * in its jar.
   */
  public Optional<String> explanation(String code) {
    Objects.requireNonNull(code, "code");
    return vocabulary.explanation(code);
  }

  /** The plugins that were found, broken ones included. */
  public List<PluginInfo> plugins() {
    List<PluginInfo> plugins = new ArrayList<>();
    for (PluginReport report : vocabulary.plugins()) {
      Map<String, List<String>> adds = new LinkedHashMap<>();
      for (PluginReport.Added added : report.added()) {
        adds.computeIfAbsent(added.sort(), sort -> new ArrayList<>()).add(added.name());
      }
      List<PluginProblem> problems = new ArrayList<>();
      report.problems().forEach(p -> problems.add(new PluginProblem(p.code(), p.words())));
      plugins.add(
          new PluginInfo(
              report.name(),
              report.version(),
              report.spi(),
              report.doc(),
              report.origin(),
              report.loaded(),
              adds,
              problems));
    }
    return plugins;
  }

  /**
   * The documentation of a function, kind, field, unit, constant, keyword, library module, member
   * of a module, or error code; else of what goes by the name somewhere in the library, see {@link
   * #find}. {@code "std"} lists the modules, {@code "mechanisms"} what has a number.
   */
  public Optional<Documentation> describe(String name) {
    Objects.requireNonNull(name, "name");
    return new DocumentationIndex(loader, vocabulary).describe(name);
  }

  /** Names near a name that is not known. */
  public List<String> suggestions(String name) {
    Objects.requireNonNull(name, "name");
    return new DocumentationIndex(loader, vocabulary).suggestions(name);
  }

  /** The dotted names of the library's modules, {@code "std.adoption"}, in alphabetical order. */
  public List<String> modules() {
    return LibraryModules.names(loader, vocabulary);
  }

  /**
   * The library's modules of a name and those below it, in alphabetical order: {@code "std.data"}
   * gives {@code "std.data.dram"} and others.
   */
  public List<String> modules(String name) {
    Objects.requireNonNull(name, "name");
    return LibraryModules.below(loader, vocabulary, name);
  }

  /**
   * Definitions of the library by a further name that {@code @index} gives them, or by their own
   * names with {@code -} for {@code _}. Capital letters make no difference.
   */
  public List<LibraryEntry> find(String key) {
    Objects.requireNonNull(key, "key");
    return new LibrarySearch(loader, vocabulary).find(key);
  }

  /** Definitions of the library that have further names, module by module. */
  public List<LibraryEntry> indexed() {
    return new LibrarySearch(loader, vocabulary).indexed();
  }

  /** All names that have documentation, error codes and units aside. */
  public List<String> names() {
    return new DocumentationIndex(loader, vocabulary).names();
  }
}
