package org.tidemark.polyglot.foreign;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.tidemark.spi.foreign.ForeignContext;
import org.tidemark.spi.foreign.ForeignProgram;

/** A text that has been read. */
final class GuestProgram implements ForeignProgram {
  private final Guest guest;
  private final Engines engines;
  private final Source source;

  GuestProgram(Guest guest, Engines engines, Source source) {
    this.guest = guest;
    this.engines = engines;
    this.source = source;
  }

  @Override
  public ForeignContext open(Stops stops) {
    Context context = engines.context(guest);
    boolean opened = false;
    try {
      stops.by(() -> context.close(true));
      guest.prepare(context);
      Value evaluated = context.eval(source);
      Value functions = guest.functions(context, source, evaluated);
      ForeignContext open = new GuestContext(guest, source, context, functions);
      opened = true;
      return open;
    } catch (PolyglotException failed) {
      throw Failures.of(failed, source, guest);
    } finally {
      if (!opened) {
        context.close(true);
      }
    }
  }
}
