package org.tidemark.polyglot;

import com.oracle.truffle.api.TruffleLanguage.ContextReference;
import com.oracle.truffle.api.TruffleLanguage.Env;

/** What one Polyglot context holds of Tide. */
public final class TideContext {
  private static final ContextReference<TideContext> REFERENCE =
      ContextReference.create(TideLanguage.class);

  private final TideLanguage language;
  private final Env env;

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
}
