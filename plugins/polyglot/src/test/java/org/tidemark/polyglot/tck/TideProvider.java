package org.tidemark.polyglot.tck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.tck.LanguageProvider;
import org.graalvm.polyglot.tck.Snippet;
import org.graalvm.polyglot.tck.TypeDescriptor;

/** What the compatibility kit is told of Tide: values of each sort, and what takes which. */
public final class TideProvider implements LanguageProvider {
  private static final TypeDescriptor QUANTITY = TypeDescriptor.OBJECT;

  /** For the kit, which finds it as a service. */
  public TideProvider() {}

  @Override
  public String getId() {
    return "tide";
  }

  @Override
  public Value createIdentityFunction(Context context) {
    return member(context, "fn same(x) = x", "same");
  }

  private static Value member(Context context, String script, String name) {
    return context.eval("tide", script).getMember(name);
  }

  @Override
  public Collection<? extends Snippet> createValueConstructors(Context context) {
    Map<String, TypeDescriptor> values = new LinkedHashMap<>();
    values.put("6", TypeDescriptor.NUMBER);
    values.put("0.1", TypeDescriptor.NUMBER);
    values.put("34.1 %", TypeDescriptor.intersection(QUANTITY, TypeDescriptor.NUMBER));
    values.put("true", TypeDescriptor.BOOLEAN);
    values.put("\"hello\"", TypeDescriptor.STRING);
    values.put("missing", TypeDescriptor.NULL);
    values.put("never", TypeDescriptor.NULL);
    values.put("2 EB", QUANTITY);
    values.put("90 minute", TypeDescriptor.intersection(QUANTITY, TypeDescriptor.DURATION));
    values.put(
        "date(2024)",
        TypeDescriptor.intersection(
            TypeDescriptor.DATE,
            TypeDescriptor.TIME,
            TypeDescriptor.TIME_ZONE,
            TypeDescriptor.OBJECT));
    values.put("[1, 2]", TypeDescriptor.array(TypeDescriptor.NUMBER));
    values.put("[1 USD, 2 USD]", TypeDescriptor.array(QUANTITY));
    values.put("{a: 1, b: 2 year}", TypeDescriptor.OBJECT);
    values.put("x => 2 * x", TypeDescriptor.executable(TypeDescriptor.ANY, TypeDescriptor.NUMBER));
    List<Snippet> snippets = new ArrayList<>();
    values.forEach(
        (text, type) ->
            snippets.add(
                Snippet.newBuilder(
                        text,
                        context.asValue(
                            (ProxyExecutable) none -> member(context, "v = " + text, "v")),
                        type)
                    .build()));
    return snippets;
  }

  @Override
  public Collection<? extends Snippet> createExpressions(Context context) {
    // + and * take lists too, and refuse what overflows, which the kit cannot be told
    return List.of(
        numbers(context, "a < b", TypeDescriptor.BOOLEAN),
        numbers(context, "if a < b then a else b", TypeDescriptor.NUMBER));
  }

  private static Snippet numbers(Context context, String body, TypeDescriptor result) {
    Value function = member(context, "fn both(a, b) = " + body, "both");
    return Snippet.newBuilder(body, function, result)
        .parameterTypes(TypeDescriptor.NUMBER, TypeDescriptor.NUMBER)
        .build();
  }

  @Override
  public Collection<? extends Snippet> createStatements(Context context) {
    Value function = member(context, "fn choose(a) = if a then 1 else 2", "choose");
    return List.of(
        Snippet.newBuilder("if", function, TypeDescriptor.NUMBER)
            .parameterTypes(TypeDescriptor.BOOLEAN)
            .build());
  }

  @Override
  public Collection<? extends Snippet> createScripts(Context context) {
    Value run =
        context.asValue(
            (ProxyExecutable) none -> context.eval("tide", "x = 2\nmodel inner { y = 3 }"));
    return List.of(Snippet.newBuilder("script", run, TypeDescriptor.OBJECT).build());
  }

  @Override
  public Collection<? extends Source> createInvalidSyntaxScripts(Context context) {
    return List.of(
        Source.newBuilder("tide", "a = = 2", "slip.tide").buildLiteral(),
        Source.newBuilder("tide", "a = 1 USD + 1 year", "units.tide").buildLiteral());
  }
}
