import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.api.Limits;
import org.tidemark.api.Program;
import org.tidemark.api.QuantityAnswer;
import org.tidemark.api.Tide;
import org.tidemark.api.TideException;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.spi.value.ValueText;

/**
 * Answers questions about a script of ours, and runs scripts of strangers:
 *
 * <pre>
 * GET  /scenario?r=3%25/year&amp;N=8    what becomes of the model with these inputs
 * POST /run                         a whole script, as the body
 * </pre>
 *
 * Nothing of a request is trusted: only the inputs that we offer can be set, to a number with a
 * unit; scripts of strangers see no files and have limits on what they may use; requests that come
 * while all places are taken are turned away at once.
 */
public class ScenarioServer {
  private static final Map<String, String> OFFERED =
      Map.of("r", "the rate of discount, 3 %/year", "N", "the number of firms, 8");
  private static final Pattern QUANTITY =
      Pattern.compile("([-+]?[0-9]{1,9}(?:\\.[0-9]{1,12})?)\\s?([A-Za-z%/^0-9]{0,20})");
  private static final int LONGEST_BODY = 100_000;

  private final Program program;
  private final Tide strangers =
      Tide.builder()
          .untrusted()
          .limits(Limits.untrusted().toBuilder().time(Duration.ofSeconds(1)).build())
          .build();
  private final Semaphore places = new Semaphore(8);

  ScenarioServer(Path script) throws IOException {
    // the time of this one bounds what an unlucky combination of inputs may cost
    Limits limits = Limits.none().toBuilder().time(Duration.ofSeconds(5)).build();
    this.program = Tide.builder().limits(limits).build().compile(script);
    program.quantity("nash.time"); // a script that is wrong stops the service, not a request
  }

  public static void main(String[] arguments) throws Exception {
    // whoever sends slowly does not hold a thread for ever
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "10");
    Path script = Path.of(arguments.length > 0 ? arguments[0] : "examples/embedding/scenario.tide");
    int port = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8080;
    ScenarioServer service = new ScenarioServer(script);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
    server.createContext("/scenario", exchange -> service.answer(exchange, "GET"));
    server.createContext("/run", exchange -> service.answer(exchange, "POST"));
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.start();
    System.out.println("listening on port " + server.getAddress().getPort());
  }

  // ---- requests

  private record Reply(int status, String json) {}

  private void answer(HttpExchange exchange, String method) throws IOException {
    Reply reply;
    if (!exchange.getRequestMethod().equals(method)) {
      reply = wrong(405, "this is asked with " + method);
    } else if (!exchange.getRequestURI().getPath().equals(exchange.getHttpContext().getPath())) {
      reply = wrong(404, "there is nothing here");
    } else if (!places.tryAcquire()) {
      reply = wrong(503, "all places are taken; try again in a second");
    } else {
      try {
        reply = method.equals("GET") ? scenario(exchange) : run(exchange);
      } catch (TideException refused) {
        reply = new Reply(refused.isNoSolution() ? 422 : 400, diagnostics(refused.diagnostics()));
      } catch (IllegalArgumentException unreadable) {
        reply = wrong(400, unreadable.getMessage());
      } catch (RuntimeException | StackOverflowError bug) {
        // what went wrong inside is for our log, not for strangers
        System.err.println(bug);
        reply = wrong(500, "this did not work");
      } finally {
        places.release();
      }
    }
    byte[] body = reply.json().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(reply.status(), body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  private Reply scenario(HttpExchange exchange) {
    Program amended = program;
    Set<String> seen = new HashSet<>();
    for (Map.Entry<String, String> input : query(exchange.getRequestURI().getRawQuery())) {
      if (!seen.add(input.getKey())) {
        throw new IllegalArgumentException("an input is given once");
      }
      if (!OFFERED.containsKey(input.getKey())) {
        throw new IllegalArgumentException(
            "there is no input " + input.getKey() + "; there are " + OFFERED.keySet());
      }
      Matcher quantity = QUANTITY.matcher(input.getValue());
      if (!quantity.matches()) {
        throw new IllegalArgumentException(
            input.getKey() + " is a number with a unit: " + OFFERED.get(input.getKey()));
      }
      double number = Double.parseDouble(quantity.group(1));
      String unit = quantity.group(2);
      amended =
          unit.isEmpty()
              ? amended.with(input.getKey(), number)
              : amended.with(input.getKey(), number, unit);
    }
    Map<String, String> results = new LinkedHashMap<>();
    results.put("time", quantity(amended.quantity("nash.time")));
    results.put("late", quantity(amended.quantity("late")));
    return new Reply(200, object(results));
  }

  private Reply run(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      return wrong(413, "a script has at most " + LONGEST_BODY + " bytes");
    }
    Program script = strangers.compile("request", new String(body, StandardCharsets.UTF_8));
    if (!script.isSound()) {
      return new Reply(400, diagnostics(script.diagnostics()));
    }
    Outcome outcome = script.run();
    if (!outcome.problems().isEmpty()) {
      return new Reply(outcome.noSolution() ? 422 : 400, diagnostics(outcome.problems()));
    }
    List<String> shown = new ArrayList<>();
    for (Shown result : outcome.shown()) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("name", text(result.name()));
      fields.put("text", text(ValueText.of(result.value())));
      shown.add(object(fields));
    }
    return new Reply(200, object(Map.of("shown", "[" + String.join(",", shown) + "]")));
  }

  private static List<Map.Entry<String, String>> query(String raw) {
    List<Map.Entry<String, String>> inputs = new ArrayList<>();
    if (raw == null || raw.isEmpty()) {
      return inputs;
    }
    for (String part : raw.split("&", 10)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("an input is written name=value");
      }
      inputs.add(Map.entry(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1))));
    }
    return inputs;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  // ---- replies

  private static Reply wrong(int status, String message) {
    return new Reply(status, object(Map.of("error", text(message))));
  }

  private static String diagnostics(List<Diagnostic> diagnostics) {
    List<String> all = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", text(diagnostic.code()));
        fields.put("message", text(diagnostic.message()));
        diagnostic
            .location()
            .ifPresent(
                place ->
                    fields.put(
                        "line",
                        String.valueOf(place.source().line(place.span().start()))));
        fields.put("help", text(String.join("; ", diagnostic.help())));
        all.add(object(fields));
      }
    }
    return object(Map.of("diagnostics", "[" + String.join(",", all) + "]"));
  }

  private static String quantity(QuantityAnswer answer) {
    Map<String, String> fields = new LinkedHashMap<>();
    // JSON knows no infinity
    fields.put("value", answer.isNever() ? "null" : String.valueOf(answer.magnitude()));
    fields.put("unit", text(answer.unit()));
    fields.put("text", text(answer.toString()));
    return object(fields);
  }

  private static String object(Map<String, String> fields) {
    List<String> all = new ArrayList<>();
    fields.forEach((name, json) -> all.add(text(name) + ":" + json));
    return "{" + String.join(",", all) + "}";
  }

  private static String text(String characters) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : characters.toCharArray()) {
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        default -> json.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return json.append('"').toString();
  }
}
