package org.tidemark.polyglot;

import com.oracle.truffle.api.TruffleLanguage.ContextReference;
import com.oracle.truffle.api.TruffleLanguage.Env;
import com.oracle.truffle.api.source.Source;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.tidemark.api.Program;
import org.tidemark.api.TideException;
import org.tidemark.polyglot.interop.Aside;
import org.tidemark.polyglot.interop.Live;
import org.tidemark.polyglot.interop.Runner;
import org.tidemark.polyglot.interop.ScopeObject;
import org.tidemark.polyglot.interop.ScriptObject;
import org.tidemark.polyglot.interop.Sources;
import org.tidemark.polyglot.interop.TideFailure;

/** What one Polyglot context holds of Tide. */
public final class TideContext {
  private static final ContextReference<TideContext> REFERENCE =
      ContextReference.create(TideLanguage.class);

  private final TideLanguage language;
  private final Env env;
  private final ScopeObject scope = new ScopeObject();
  private final Aside aside = new Aside();
  private final Map<Source, Compiled> programs = Collections.synchronizedMap(new WeakHashMap<>());

  /** A program, and what it was compiled of besides its own text. */
  private record Compiled(Program program, ReadFiles files) {}

  TideContext(TideLanguage language, Env env) {
    this.language = language;
    this.env = env;
  }

  /** The context that is entered. */
  public static TideContext get() {
    return REFERENCE.get(null);
  }

  /** The language. */
  public TideLanguage language() {
    return language;
  }

  /** What the embedder grants. */
  public Env env() {
    return env;
  }

  /** The definitions of the script that was run last. */
  ScopeObject scope() {
    return scope;
  }

  /**
   * The program of a source.
   *
   * @throws TideFailure where it has errors
   */
  Program program(Source source) {
    Program program = env.isFileIOAllowed() ? withFiles(source) : language.program(source);
    if (!program.isSound()) {
      throw language.unsound(program, source);
    }
    return program;
  }

  /**
   * A program that may read files, which no other context may see. One whose modules have changed
   * since is compiled anew.
   */
  private Program withFiles(Source source) {
    Compiled known = programs.get(source);
    if (known == null || !known.files().isUnchanged()) {
      ReadFiles files = new ReadFiles(ContextFolder.of(env, source));
      String text = source.getCharacters().toString();
      Program program =
          language.tide().compile(source.getName(), ContextFolder.path(source), text, files);
      files.compiled();
      known = new Compiled(program, files);
      programs.put(source, known);
    }
    return known.program();
  }

  /** Ends what works for it. */
  void close() {
    aside.close();
  }

  /**
   * Runs a script: what it shows goes to the context's output.
   *
   * @param program of the source
   * @param traced whether it tells tools of its steps
   */
  ScriptObject run(Source source, Program program, boolean traced) {
    Sources sources = new Sources(source);
    try {
      // who is told of steps is told in the thread of the context
      Runner runner = traced ? Runner.HERE : aside;
      Live live = new Live(program.model(), sources, runner, language.tide().limits().of("list"));
      ScriptObject script = new ScriptRun(live, program, env.out(), env.err()).run();
      scope.set(script);
      return script;
    } catch (TideException wrong) {
      throw TideFailure.of(wrong, sources);
    }
  }
}
