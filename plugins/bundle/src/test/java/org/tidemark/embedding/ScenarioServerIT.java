package org.tidemark.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service of examples/embedding answers, and survives what strangers send. */
class ScenarioServerIT {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private static Process service;
  private static String address;

  @BeforeAll
  static void start() throws Exception {
    service =
        Jvm.current()
            .start(
                Jars.TOP,
                "java",
                "-cp",
                Jars.bundle().toString(),
                "examples/embedding/ScenarioServer.java",
                "examples/embedding/scenario.tide",
                "0");
    BufferedReader out = service.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertTrue(
        line != null && line.startsWith("listening on port "),
        () -> line + new String(read(), StandardCharsets.UTF_8));
    address = "http://127.0.0.1:" + line.substring(line.lastIndexOf(' ') + 1);
  }

  private static byte[] read() {
    try {
      return service.getErrorStream().readAllBytes();
    } catch (java.io.IOException gone) {
      return new byte[0];
    }
  }

  @AfterAll
  static void stop() throws Exception {
    service.destroy();
    service.waitFor();
    assertEquals("", new String(read(), StandardCharsets.UTF_8));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> run(String script) throws Exception {
    return CLIENT.send(
        request("/run").POST(HttpRequest.BodyPublishers.ofString(script)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static void verify(int status, String part, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response::body);
    assertTrue(response.body().contains(part), response::body);
  }

  @Test
  void scenariosAreAnswered() throws Exception {
    verify(200, "\"text\":\"2.76138 year\"", get("/scenario"));
    verify(200, "\"text\":\"2.534", get("/scenario?r=3%25/year&N=8"));
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheReason() throws Exception {
    verify(400, "\"code\":\"E0", get("/scenario?r=3USD"));
    verify(400, "there is no input x", get("/scenario?x=1"));
    verify(400, "is a number with a unit", get("/scenario?r=hbm.cost%20%2B%201"));
    verify(400, "E0211", get("/scenario?N=1e9"));
    verify(400, "name=value", get("/scenario?r"));
    verify(400, "given once", get("/scenario?N=8&N=9"));
    verify(400, "E0912", get("/scenario?r=3////"));
    verify(400, "error", get("/scenario?r=%25zz%20;"));
    verify(422, "E0601", get("/scenario?N=0"));
    verify(404, "nothing here", get("/scenario/../scenario/x"));
    verify(
        405,
        "GET",
        CLIENT.send(request("/scenario").DELETE().build(), HttpResponse.BodyHandlers.ofString()));
  }

  @Test
  void scriptsOfStrangersRunWithinLimits() throws Exception {
    verify(200, "{\"name\":\"a\",\"text\":\"2 USD\"}", run("a = 2 USD\nshow a"));
    verify(400, "\"line\":2", run("a = 1 USD\nb = a + 1 year"));
    verify(400, "\"code\":\"E0", run("data d = csv(\"/etc/passwd\", { a: text })\nshow d"));
    verify(413, "at most", run("x".repeat(200_000)));
    verify(400, "\"code\":\"E0", run("show sum([x for x in 1..100_000_000_000])"));
    verify(200, "", get("/scenario"));
  }

  @Test
  void aScriptThatWouldRunForYearsIsStoppedSoon() throws Exception {
    long from = System.nanoTime();
    HttpResponse<String> response =
        run("fn f(n) = if n < 2 then 1 else f(n - 1) + f(n - 2)\nshow f(60)");
    long millis = (System.nanoTime() - from) / 1_000_000;
    assertEquals(400, response.statusCode(), response::body);
    assertTrue(response.body().matches("(?s).*\"code\":\"E09\\d\\d\".*"), response::body);
    assertTrue(millis < 5000, millis + " ms");
    verify(200, "", get("/scenario"));
  }

  @Test
  void manyAskAtOnceAndEachGetsItsOwn() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(
          CLIENT.sendAsync(
              request("/scenario?N=" + (2 + i % 4)).build(), HttpResponse.BodyHandlers.ofString()));
    }
    int answered = 0;
    String[] first = new String[4];
    for (int i = 0; i < all.size(); i++) {
      HttpResponse<String> response = all.get(i).get();
      // those for which there is no place are told so at once
      assertTrue(List.of(200, 503).contains(response.statusCode()), response::body);
      if (response.statusCode() == 200) {
        answered++;
        first[i % 4] = first[i % 4] == null ? response.body() : first[i % 4];
        assertEquals(first[i % 4], response.body());
      }
    }
    assertTrue(answered >= 8, "answered: " + answered);
  }
}
