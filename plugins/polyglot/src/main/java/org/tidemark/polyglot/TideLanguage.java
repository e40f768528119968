package org.tidemark.polyglot;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.TruffleLanguage.ContextPolicy;
import com.oracle.truffle.api.source.Source;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;

/**
 * Tide as a language of GraalVM Polyglot. An adapter over {@link Tide}: parsing gives a {@link
 * Program}, running it gives the script as an object.
 */
@TruffleLanguage.Registration(
    id = TideLanguage.ID,
    name = TideLanguage.NAME,
    implementationName = "Tidemark",
    characterMimeTypes = TideLanguage.MIME_TYPE,
    defaultMimeType = TideLanguage.MIME_TYPE,
    fileTypeDetectors = TideFileDetector.class,
    contextPolicy = ContextPolicy.SHARED)
public final class TideLanguage extends TruffleLanguage<TideContext> {
  /** What contexts know it by. */
  public static final String ID = "tide";

  /** What people know it by. */
  public static final String NAME = "Tide";

  /** The type of its source files. */
  public static final String MIME_TYPE = "application/x-tide";

  private static final LanguageReference<TideLanguage> REFERENCE =
      LanguageReference.create(TideLanguage.class);

  private volatile Tide tide;

  /** For the provider that the annotation processor writes. */
  public TideLanguage() {}

  /** The language of the context that is entered. */
  public static TideLanguage get() {
    return REFERENCE.get(null);
  }

  @Override
  protected TideContext createContext(Env env) {
    return new TideContext(this, env);
  }

  @Override
  protected CallTarget parse(ParsingRequest request) {
    Source source = request.getSource();
    Program program = tide().compile(source.getName(), source.getCharacters().toString());
    if (!program.isSound()) {
      throw new TideFailure(program.diagnostics());
    }
    return new ScriptRootNode(this, source, program).getCallTarget();
  }

  /** What compiles; loaded when it is first needed, and once for all contexts that share it. */
  Tide tide() {
    Tide known = tide;
    if (known == null) {
      synchronized (this) {
        known = tide;
        if (known == null) {
          known = Tide.builder().build();
          tide = known;
        }
      }
    }
    return known;
  }
}
