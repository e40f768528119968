package org.tidemark.polyglot.instrument;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.graalvm.shadowed.org.json.JSONObject;

/** Speaks the protocol of Chrome's developer tools, as Chrome does. */
final class ChromeClient implements WebSocket.Listener {
  private final BlockingQueue<JSONObject> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<JSONObject> events = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;
  private int last;

  ChromeClient(String address) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), this)
            .join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean complete) {
    part.append(data);
    if (complete) {
      JSONObject message = new JSONObject(part.toString());
      part.setLength(0);
      (message.has("id") ? answers : events).add(message);
    }
    from.request(1);
    return null;
  }

  /** Asks for something and waits for the answer. */
  JSONObject ask(String method, JSONObject parameters) throws InterruptedException {
    last++;
    socket.sendText(
        new JSONObject().put("id", last).put("method", method).put("params", parameters).toString(),
        true);
    JSONObject answer = answers.poll(20, TimeUnit.SECONDS);
    if (answer == null || !answer.has("result")) {
      throw new IllegalStateException(method + ": " + answer);
    }
    return answer.getJSONObject("result");
  }

  JSONObject ask(String method) throws InterruptedException {
    return ask(method, new JSONObject());
  }

  /** The next event of a sort. */
  JSONObject event(String method) throws InterruptedException {
    while (true) {
      JSONObject event = events.poll(20, TimeUnit.SECONDS);
      if (event == null) {
        throw new IllegalStateException("no " + method);
      }
      if (event.getString("method").equals(method)) {
        return event.getJSONObject("params");
      }
    }
  }

  void close() {
    socket.abort();
  }
}
