package org.tidemark.polyglot;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.Option;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.TruffleLanguage.ContextPolicy;
import com.oracle.truffle.api.instrumentation.ProvidedTags;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.nodes.ExecutableNode;
import com.oracle.truffle.api.source.Source;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.graalvm.options.OptionCategory;
import org.graalvm.options.OptionDescriptors;
import org.graalvm.options.OptionKey;
import org.graalvm.options.OptionStability;
import org.graalvm.options.OptionValues;
import org.graalvm.polyglot.SandboxPolicy;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.api.TideException;
import org.tidemark.grammar.TideLexing;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.polyglot.instrument.LookNode;
import org.tidemark.polyglot.interop.Sources;
import org.tidemark.polyglot.interop.TideFailure;

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
    contextPolicy = ContextPolicy.SHARED,
    sandbox = SandboxPolicy.CONSTRAINED)
@ProvidedTags({
  StandardTags.RootTag.class,
  StandardTags.StatementTag.class,
  StandardTags.CallTag.class
})
public final class TideLanguage extends TruffleLanguage<TideContext> {
  /** What contexts know it by. */
  public static final String ID = "tide";

  /** What people know it by. */
  public static final String NAME = "Tide";

  /** The type of its source files. */
  public static final String MIME_TYPE = "application/x-tide";

  /** Whether scripts go step by step although no tool asks for it; the CPU sampler does not. */
  @Option(
      name = "Steps",
      help = "Evaluate step by step, so that the CPU sampler sees definitions and functions.",
      category = OptionCategory.USER,
      stability = OptionStability.STABLE)
  static final OptionKey<Boolean> STEPS = new OptionKey<>(false);

  /** Whether nobody trusts the scripts of a context. */
  @Option(
      name = "Untrusted",
      help = "Run scripts within the limits for those that nobody trusts.",
      category = OptionCategory.USER,
      stability = OptionStability.STABLE)
  static final OptionKey<Boolean> UNTRUSTED = new OptionKey<>(false);

  private static final LanguageReference<TideLanguage> REFERENCE =
      LanguageReference.create(TideLanguage.class);

  private final Map<Source, Program> programs = Collections.synchronizedMap(new WeakHashMap<>());

  private volatile StartUp startUp;

  /** For the provider that the annotation processor writes. */
  public TideLanguage() {}

  /** The language of the context that is entered. */
  public static TideLanguage get() {
    return REFERENCE.get(null);
  }

  @Override
  protected TideContext createContext(Env env) {
    boolean untrusted =
        env.getOptions().get(UNTRUSTED)
            || env.getSandboxPolicy().isStricterThan(SandboxPolicy.TRUSTED);
    prepare(untrusted);
    return new TideContext(this, env);
  }

  @Override
  protected CallTarget parse(ParsingRequest request) {
    Source source = request.getSource();
    TideContext context = TideContext.get();
    boolean stepping = context.env().getOptions().get(STEPS);
    return new ScriptRootNode(this, source, context.program(source), stepping).getCallTarget();
  }

  @Override
  protected ExecutableNode parse(InlineParsingRequest request) {
    return LookNode.of(this, request);
  }

  @Override
  protected void disposeContext(TideContext context) {
    context.close();
  }

  @Override
  protected OptionDescriptors getOptionDescriptors() {
    return new TideLanguageOptionDescriptors();
  }

  @Override
  protected boolean areOptionsCompatible(OptionValues first, OptionValues other) {
    return first.get(UNTRUSTED).equals(other.get(UNTRUSTED))
        && first.get(STEPS).equals(other.get(STEPS));
  }

  @Override
  protected Object getScope(TideContext context) {
    return context.scope();
  }

  @Override
  protected boolean isThreadAccessAllowed(Thread thread, boolean singleThreaded) {
    return true;
  }

  /** The program of a source, compiled once for all contexts that share the language. */
  Program program(Source source) {
    Program known = programs.get(source);
    if (known == null) {
      known = tide().compile(source.getName(), source.getCharacters().toString());
      programs.put(source, known);
    }
    return known;
  }

  /** What is wrong with a source. */
  TideFailure unsound(Program program, Source source) {
    String text = source.getCharacters().toString();
    return TideFailure.unsound(
        new TideException(program.diagnostics().stream().filter(Diagnostic::isError).toList()),
        new Sources(source),
        TideLexing.isIncomplete(new SourceText(source.getName(), text)));
  }

  /**
   * Gets ready what compiles, once for all contexts that share the language; those agree on whether
   * they trust scripts.
   */
  private synchronized void prepare(boolean untrusted) {
    if (startUp == null) {
      startUp =
          new StartUp(
              () -> untrusted ? Tide.builder().untrusted().build() : Tide.builder().build());
    }
  }

  /** What compiles. */
  Tide tide() {
    return startUp.tide();
  }
}
