package org.tidemark.polyglot.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.tidemark.spi.foreign.ForeignContext;
import org.tidemark.spi.foreign.ForeignFunction;

/** A context in which a text has been evaluated. */
final class GuestContext implements ForeignContext {
  private final Guest guest;
  private final Source source;
  private final Context context;
  private final Value functions;
  private final Set<String> names;
  private final Map<String, Optional<ForeignFunction>> known = new HashMap<>();

  GuestContext(Guest guest, Source source, Context context, Value functions) {
    this.guest = guest;
    this.source = source;
    this.context = context;
    this.functions = functions;
    // what the language has built in is there too, but is not listed
    this.names = new LinkedHashSet<>(functions.getMemberKeys());
  }

  @Override
  public Optional<ForeignFunction> function(String name) {
    Optional<ForeignFunction> function = known.get(name);
    if (function == null) {
      function = find(name);
      known.put(name, function);
    }
    return function;
  }

  private Optional<ForeignFunction> find(String name) {
    try {
      if (!names.contains(name)) {
        return Optional.empty();
      }
      Value function = functions.getMember(name);
      return function.canExecute()
          ? Optional.of(
              new GuestFunction(guest, source, context, function, guest.arity(context, function)))
          : Optional.empty();
    } catch (PolyglotException failed) {
      throw Failures.of(failed, source, guest);
    }
  }

  @Override
  public List<String> functions() {
    try {
      List<String> found = new ArrayList<>();
      for (String name : names) {
        if (!name.startsWith("_") && functions.getMember(name).canExecute()) {
          found.add(name);
        }
      }
      return found;
    } catch (PolyglotException failed) {
      throw Failures.of(failed, source, guest);
    }
  }

  @Override
  public void close() {
    context.close(true);
  }
}
