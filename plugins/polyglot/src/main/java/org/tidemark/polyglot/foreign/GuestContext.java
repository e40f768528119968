package org.tidemark.polyglot.foreign;

import java.util.ArrayList;
import java.util.HashMap;
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
  private final Set<String> builtIn;
  private final Map<String, Optional<ForeignFunction>> known = new HashMap<>();

  GuestContext(Guest guest, Source source, Context context, Value functions, Set<String> builtIn) {
    this.guest = guest;
    this.source = source;
    this.context = context;
    this.functions = functions;
    this.builtIn = builtIn;
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
      Set<String> keys = functions.getMemberKeys();
      Value function = functions.getMember(name);
      return function != null && keys.contains(name) && isOwn(name, function)
          ? Optional.of(
              new GuestFunction(guest, source, context, function, guest.arity(context, function)))
          : Optional.empty();
    } catch (PolyglotException failed) {
      throw Failures.of(failed, source, guest);
    }
  }

  /** Whether it is a function of the file; what the language has built in is not. */
  private boolean isOwn(String name, Value function) {
    return function.canExecute()
        && (!builtIn.contains(name)
            || Failures.place(function.getSourceLocation(), source).isPresent());
  }

  @Override
  public List<String> functions() {
    try {
      List<String> names = new ArrayList<>();
      for (String name : functions.getMemberKeys()) {
        if (!name.startsWith("_") && isOwn(name, functions.getMember(name))) {
          names.add(name);
        }
      }
      return names;
    } catch (PolyglotException failed) {
      throw Failures.of(failed, source, guest);
    }
  }

  @Override
  public void close() {
    context.close(true);
  }
}
