package org.tidemark.polyglot.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;

/** The debug adapter for editors, asked in the protocol that they speak. */
@Timeout(60)
class DapTest {
  @TempDir Path folder;

  @Test
  void anEditorStepsThroughAScriptAndShowsItsScope() throws Exception {
    Path file = folder.resolve("growth.tide");
    Files.writeString(
        file,
        """
        param r = 5 %/year
        fn twice(x) = {
          let y = x + x
          y
        }
        growth = twice(r)
        show growth
        show 1 + 1
        """);
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try (Context context =
        Context.newBuilder("tide")
            .option("engine.WarnInterpreterOnly", "false")
            .option("dap", "localhost:0")
            .option("dap.Suspend", "false")
            .option("dap.WaitAttached", "true")
            .err(told)
            .out(told)
            .build()) {
      CompletableFuture<Void> run =
          CompletableFuture.runAsync(
              () -> {
                try {
                  context.eval(Source.newBuilder("tide", file.toFile()).build());
                } catch (IOException unread) {
                  throw new IllegalStateException(unread);
                }
              });
      DapClient editor = new DapClient(port(told));
      editor.ask("initialize", new JSONObject().put("clientID", "test").put("adapterID", "tide"));
      int attached = editor.send("attach", new JSONObject());
      editor.event("initialized");
      editor.answer(attached);
      JSONArray lines = new JSONArray().put(new JSONObject().put("line", 3));
      JSONArray breakpoints =
          editor
              .ask(
                  "setBreakpoints",
                  new JSONObject()
                      .put(
                          "source",
                          new JSONObject().put("path", file.toString()).put("name", "growth.tide"))
                      .put("breakpoints", lines))
              .getJSONArray("breakpoints");
      assertEquals(1, breakpoints.length());
      editor.ask("configurationDone", new JSONObject());

      int thread = editor.event("stopped").getInt("threadId");
      JSONObject of = new JSONObject().put("threadId", thread);
      JSONArray frames = editor.ask("stackTrace", of).getJSONArray("stackFrames");
      assertEquals("twice", frames.getJSONObject(0).getString("name"));
      assertEquals(3, frames.getJSONObject(0).getInt("line"));
      assertEquals("growth", frames.getJSONObject(1).getString("name"));
      assertEquals(6, frames.getJSONObject(1).getInt("line"));

      editor.ask("next", of);
      editor.event("stopped");
      JSONObject top = editor.ask("stackTrace", of).getJSONArray("stackFrames").getJSONObject(0);
      assertEquals(4, top.getInt("line"));
      JSONArray scopes =
          editor
              .ask("scopes", new JSONObject().put("frameId", top.getInt("id")))
              .getJSONArray("scopes");
      assertEquals(Map.of("y", "10 %/year"), variables(editor, scopes.getJSONObject(0)));
      assertEquals(Map.of("x", "5 %/year"), variables(editor, scopes.getJSONObject(1)));
      assertEquals(
          "5 %/year",
          editor
              .ask(
                  "evaluate",
                  new JSONObject().put("expression", "y - x").put("frameId", top.getInt("id")))
              .getString("result"));
      editor.ask("continue", of);
      run.get(20, TimeUnit.SECONDS);
      editor.ask("disconnect", new JSONObject());
      editor.close();
      awaitEndOfConnection();
    }
  }

  /**
   * The tool does not wait for this thread of its own, and a context that is closed meanwhile
   * fails.
   */
  private static void awaitEndOfConnection() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("DAP client connection")) {
        thread.join(10_000);
      }
    }
  }

  private static Map<String, String> variables(DapClient editor, JSONObject scope)
      throws IOException {
    JSONArray found =
        editor
            .ask(
                "variables",
                new JSONObject().put("variablesReference", scope.getInt("variablesReference")))
            .getJSONArray("variables");
    Map<String, String> variables = new TreeMap<>();
    for (int i = 0; i < found.length(); i++) {
      variables.put(
          found.getJSONObject(i).getString("name"), found.getJSONObject(i).getString("value"));
    }
    return variables;
  }

  private static int port(ByteArrayOutputStream told) throws InterruptedException {
    Pattern port = Pattern.compile("listening on .*:(\\d+)");
    for (int i = 0; i < 200; i++) {
      Matcher found = port.matcher(told.toString(StandardCharsets.UTF_8));
      if (found.find()) {
        return Integer.parseInt(found.group(1));
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException(told.toString(StandardCharsets.UTF_8));
  }
}
