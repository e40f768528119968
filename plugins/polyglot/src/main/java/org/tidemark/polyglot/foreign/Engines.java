package org.tidemark.polyglot.foreign;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.io.IOAccess;

/**
 * The one engine that all contexts share, so that a text is compiled once. Made when it is first
 * needed: a plugin that is not used costs nothing.
 */
final class Engines {
  private static final String ATTACH_FAILURE = "polyglotimpl.AttachLibraryFailureAction";

  private Engine engine;

  /** Whether a language is present. */
  boolean has(String language) {
    return engine().getLanguages().containsKey(language);
  }

  /** The version of a language's implementation. */
  String version(String language) {
    return has(language) ? engine().getLanguages().get(language).getVersion() : "";
  }

  /** A context of one language that reaches neither files, host, network, clock nor environment. */
  Context context(Guest guest) {
    return inOwnLoader(
        () -> {
          Context.Builder context =
              Context.newBuilder(guest.id())
                  .engine(engine())
                  .allowAllAccess(false)
                  .allowHostAccess(HostAccess.NONE)
                  .allowPolyglotAccess(PolyglotAccess.NONE)
                  .allowEnvironmentAccess(EnvironmentAccess.NONE)
                  .allowIO(IOAccess.NONE)
                  .allowCreateThread(false)
                  .allowCreateProcess(false)
                  .allowNativeAccess(false)
                  .in(InputStream.nullInputStream())
                  .out(OutputStream.nullOutputStream())
                  .err(OutputStream.nullOutputStream())
                  .timeZone(ZoneOffset.UTC)
                  .allowExperimentalOptions(true);
          guest.options().forEach(context::option);
          return context.build();
        });
  }

  private synchronized Engine engine() {
    if (engine == null) {
      engine =
          inOwnLoader(
              () ->
                  inSilence(
                      () ->
                          Engine.newBuilder()
                              .option("engine.WarnInterpreterOnly", "false")
                              .in(InputStream.nullInputStream())
                              .out(OutputStream.nullOutputStream())
                              .err(OutputStream.nullOutputStream())
                              .build()));
    }
    return engine;
  }

  /** Languages are looked for where the thread says, which may know nothing of this plugin. */
  private static <T> T inOwnLoader(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Engines.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Loads what makes engines. That is where a library is missed that one class loader only can
   * have: without it everything is the same, and the second plugin folder of a process would
   * complain on standard error. The property is the host's, so it is put back.
   */
  private static <T> T inSilence(Supplier<T> work) {
    synchronized (System.class) {
      String before = System.getProperty(ATTACH_FAILURE);
      if (before != null) {
        return work.get();
      }
      System.setProperty(ATTACH_FAILURE, "ignore");
      try {
        return work.get();
      } finally {
        System.clearProperty(ATTACH_FAILURE);
      }
    }
  }
}
