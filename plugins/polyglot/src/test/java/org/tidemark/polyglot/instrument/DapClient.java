package org.tidemark.polyglot.instrument;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.graalvm.shadowed.org.json.JSONObject;

/** Speaks the debug adapter protocol, as editors do. */
final class DapClient {
  private final Socket socket;
  private final DataInputStream in;
  private final Deque<JSONObject> events = new ArrayDeque<>();
  private final Deque<JSONObject> answers = new ArrayDeque<>();
  private int last;

  DapClient(int port) throws IOException {
    socket = new Socket("localhost", port);
    socket.setSoTimeout(20_000);
    in = new DataInputStream(socket.getInputStream());
  }

  /** Asks for something without waiting. */
  int send(String command, JSONObject arguments) throws IOException {
    last++;
    byte[] body =
        new JSONObject()
            .put("seq", last)
            .put("type", "request")
            .put("command", command)
            .put("arguments", arguments)
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    socket
        .getOutputStream()
        .write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(body);
    socket.getOutputStream().flush();
    return last;
  }

  /** The answer to a request. */
  JSONObject answer(int request) throws IOException {
    while (true) {
      for (JSONObject answer : answers) {
        if (answer.getInt("request_seq") == request) {
          answers.remove(answer);
          if (!answer.getBoolean("success")) {
            throw new IllegalStateException(answer.toString());
          }
          return answer.optJSONObject("body", new JSONObject());
        }
      }
      receive();
    }
  }

  JSONObject ask(String command, JSONObject arguments) throws IOException {
    return answer(send(command, arguments));
  }

  /** The next event of a sort. */
  JSONObject event(String name) throws IOException {
    while (true) {
      while (!events.isEmpty()) {
        JSONObject event = events.remove();
        if (event.getString("event").equals(name)) {
          return event.optJSONObject("body", new JSONObject());
        }
      }
      receive();
    }
  }

  private void receive() throws IOException {
    int length = -1;
    while (true) {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("the server has hung up");
        }
        line.append((char) c);
      }
      String text = line.toString().strip();
      if (text.isEmpty()) {
        break;
      }
      if (text.startsWith("Content-Length:")) {
        length = Integer.parseInt(text.substring(15).strip());
      }
    }
    byte[] body = new byte[length];
    in.readFully(body);
    JSONObject message = new JSONObject(new String(body, StandardCharsets.UTF_8));
    (message.getString("type").equals("event") ? events : answers).add(message);
  }

  void close() throws IOException {
    socket.close();
  }
}
