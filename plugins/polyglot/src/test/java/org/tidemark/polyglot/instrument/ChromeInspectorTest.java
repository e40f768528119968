package org.tidemark.polyglot.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.shadowed.org.json.JSONArray;
import org.graalvm.shadowed.org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server for Chrome's developer tools, asked in the protocol that Chrome speaks. */
@Timeout(60)
class ChromeInspectorTest {
  private static final Source SOURCE =
      Source.newBuilder(
              "tide",
              """
              param r = 5 %/year
              fn twice(x) = {
                let y = x + x
                y
              }
              growth = twice(r)
              unread = 1 year
              show growth
              show 1 + 1
              """,
              "growth.tide")
          .buildLiteral();

  @Test
  void chromeStepsThroughAScriptAndShowsItsScope() throws Exception {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try (Context context =
        Context.newBuilder("tide")
            .option("engine.WarnInterpreterOnly", "false")
            .option("inspect", "0")
            .option("inspect.Suspend", "false")
            .option("inspect.WaitAttached", "true")
            .err(told)
            .out(told)
            .build()) {
      CompletableFuture<Void> run = CompletableFuture.runAsync(() -> context.eval(SOURCE));
      ChromeClient chrome = new ChromeClient(address(told));
      chrome.ask("Runtime.enable");
      chrome.ask("Debugger.enable");
      chrome.ask(
          "Debugger.setBreakpointByUrl",
          new JSONObject().put("lineNumber", 2).put("urlRegex", ".*growth\\.tide"));
      chrome.ask("Runtime.runIfWaitingForDebugger");

      JSONObject script = chrome.event("Debugger.scriptParsed");
      while (!script.getString("url").endsWith("growth.tide")) {
        script = chrome.event("Debugger.scriptParsed");
      }
      String text =
          chrome
              .ask(
                  "Debugger.getScriptSource",
                  new JSONObject().put("scriptId", script.getString("scriptId")))
              .getString("scriptSource");
      assertTrue(text.startsWith("param r"), text);

      JSONArray frames = chrome.event("Debugger.paused").getJSONArray("callFrames");
      assertEquals("twice", frames.getJSONObject(0).getString("functionName"));
      assertEquals(2, line(frames.getJSONObject(0)));
      assertEquals("growth", frames.getJSONObject(1).getString("functionName"));
      assertEquals(5, line(frames.getJSONObject(1)));

      chrome.ask("Debugger.stepOver");
      frames = chrome.event("Debugger.paused").getJSONArray("callFrames");
      JSONObject top = frames.getJSONObject(0);
      assertEquals(3, line(top));
      JSONArray scopes = top.getJSONArray("scopeChain");
      assertEquals(Map.of("y", "10 %/year"), properties(chrome, scopes.getJSONObject(0)));
      assertEquals(Map.of("x", "5 %/year"), properties(chrome, scopes.getJSONObject(1)));
      assertEquals(
          "not worked out yet",
          properties(chrome, scopes.getJSONObject(2)).get("unread"),
          scopes.toString());
      JSONObject value =
          chrome
              .ask(
                  "Debugger.evaluateOnCallFrame",
                  new JSONObject()
                      .put("callFrameId", top.getString("callFrameId"))
                      .put("expression", "y - x"))
              .getJSONObject("result");
      assertEquals("5 %/year", value.getString("description"));

      chrome.ask("Debugger.stepOut");
      frames = chrome.event("Debugger.paused").getJSONArray("callFrames");
      assertEquals("growth", frames.getJSONObject(0).getString("functionName"));
      chrome.ask("Debugger.resume");
      run.get(20, TimeUnit.SECONDS);
      chrome.close();
    }
  }

  private static int line(JSONObject frame) {
    return frame.getJSONObject("location").getInt("lineNumber");
  }

  private static Map<String, String> properties(ChromeClient chrome, JSONObject scope)
      throws InterruptedException {
    JSONArray found =
        chrome
            .ask(
                "Runtime.getProperties",
                new JSONObject()
                    .put("objectId", scope.getJSONObject("object").getString("objectId")))
            .getJSONArray("result");
    Map<String, String> properties = new TreeMap<>();
    for (int i = 0; i < found.length(); i++) {
      JSONObject value = found.getJSONObject(i).getJSONObject("value");
      properties.put(
          found.getJSONObject(i).getString("name"),
          value.optString("description", String.valueOf(value.opt("value"))));
    }
    return properties;
  }

  private static String address(ByteArrayOutputStream told) throws InterruptedException {
    Pattern address = Pattern.compile("ws=?(://|)([^\\s&]+)");
    for (int i = 0; i < 200; i++) {
      Matcher found = address.matcher(told.toString(StandardCharsets.UTF_8));
      if (found.find()) {
        return "ws://" + found.group(2);
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException(told.toString(StandardCharsets.UTF_8));
  }
}
