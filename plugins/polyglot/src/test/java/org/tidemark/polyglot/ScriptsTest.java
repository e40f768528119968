package org.tidemark.polyglot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.junit.jupiter.api.Test;

/** A script as an object of a context. */
class ScriptsTest {
  private static final String GROWTH =
      "param r: 1/year = 5 %/year\ngrowth = 2 * r\nmodel inner { x = 3 * r }\n";

  @Test
  void definitionsAreMembers() {
    try (Context context = Contexts.tide()) {
      Value script = Contexts.run(context, GROWTH);
      assertEquals(List.of("r", "growth", "inner"), List.copyOf(script.getMemberKeys()));
      assertEquals("10 %/year", script.getMember("growth").toString());
      assertEquals("15 %/year", script.getMember("inner").getMember("x").toString());
      assertNull(script.getMember("rate"));
      assertEquals("the script model.tide", script.toString());
    }
  }

  @Test
  void membersAreWorkedOutWhenTheyAreRead() {
    try (Context context = Contexts.tide()) {
      Value script = Contexts.run(context, "fine = 1\nbad = [1, 2][7]");
      assertEquals(1, script.getMember("fine").asInt());
      PolyglotException failure =
          assertThrows(PolyglotException.class, () -> script.getMember("bad"));
      assertTrue(failure.isGuestException() && !failure.isInternalError(), failure.getMessage());
      assertEquals("model.tide", failure.getSourceLocation().getSource().getName());
      assertEquals(2, failure.getSourceLocation().getStartLine());
      assertTrue(failure.getMessage().startsWith("error[E05"), failure.getMessage());
    }
  }

  @Test
  void whatIsShownGoesToTheOutputAndCanBeRead() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Context context = Contexts.builder("tide").out(out).build()) {
      Value script =
          Contexts.run(
              context, "show 2 EB, label: 3\ndata t = table(on: date, n: 1) { 2024, 1 }\nshow t");
      assertEquals(
          "2 EB = 2 EB\nlabel = 3\nt =\n  on    n\n  2024  1\n",
          out.toString(StandardCharsets.UTF_8));
      Value shown = script.getMember("show");
      assertEquals(3, shown.getArraySize());
      assertEquals("label", shown.getArrayElement(1).getMember("name").asString());
      assertEquals(3, shown.getArrayElement(1).getMember("value").asInt());
      assertEquals("2 EB", shown.getArrayElement(0).getMember("text").asString());
    }
  }

  @Test
  void whatFailsEndsTheRunAfterTheRestIsShown() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Context context = Contexts.builder("tide").out(out).build()) {
      PolyglotException failure =
          assertThrows(
              PolyglotException.class,
              () -> Contexts.run(context, "show [1][3]\nassert 1 > 2\nshow 4\n"));
      assertEquals("4 = 4\n", out.toString(StandardCharsets.UTF_8));
      assertTrue(failure.getMessage().contains("model.tide:1:"), failure.getMessage());
      assertTrue(failure.getMessage().contains("model.tide:2:"), failure.getMessage());
    }
  }

  @Test
  void allThatIsWrongWithAScriptIsOneSyntaxError() {
    try (Context context = Contexts.tide()) {
      PolyglotException failure =
          assertThrows(
              PolyglotException.class,
              () -> context.parse(Contexts.source("a = 1 USD + 1 year\nb = unheard")));
      assertTrue(failure.isSyntaxError());
      assertFalse(failure.isIncompleteSource());
      assertEquals(1, failure.getSourceLocation().getStartLine());
      assertTrue(failure.getMessage().contains("E0301"), failure.getMessage());
      assertTrue(failure.getMessage().contains("unheard"), failure.getMessage());
      failure =
          assertThrows(
              PolyglotException.class, () -> context.parse(Contexts.source("model a {\n x = 1")));
      assertTrue(failure.isIncompleteSource());
    }
  }

  @Test
  void amendedByTheEmbedder() {
    try (Context context = Contexts.tide()) {
      Value script = Contexts.run(context, GROWTH);
      Value cheap =
          script.invokeMember(
              "with", ProxyObject.fromMap(Map.of("r", "3 %/year", "inner.x", "1 %/year")));
      assertEquals("6 %/year", cheap.getMember("growth").toString());
      assertEquals("1 %/year", cheap.getMember("inner").getMember("x").toString());
      assertEquals("10 %/year", script.getMember("growth").toString());
      Value bare = script.invokeMember("with", "r", 0.03);
      assertEquals(6, bare.getMember("growth").invokeMember("in", "%/year").asDouble());
      Value again = cheap.invokeMember("with", "r", script.getMember("r"));
      assertEquals("10 %/year", again.getMember("growth").toString());
    }
  }

  @Test
  void allMistakesOfAnAmendmentAreTold() {
    try (Context context = Contexts.tide()) {
      Value script = Contexts.run(context, GROWTH);
      Map<String, Object> settings = Map.of("r", "3 USD", "rate", 1, "growth", "1 +", "a b", 2);
      PolyglotException failure =
          assertThrows(
              PolyglotException.class,
              () -> script.invokeMember("with", ProxyObject.fromMap(settings)));
      for (String code : List.of("E0207", "E0206", "E0125", "E0762")) {
        assertTrue(failure.getMessage().contains(code), failure.getMessage());
      }
      assertTrue(failure.isGuestException());
    }
  }

  @Test
  void aTextReachesNoFurtherThanItsSetting() {
    try (Context context = Contexts.tide()) {
      Value script = Contexts.run(context, GROWTH + "n = 1");
      for (String text : List.of("1 %/year, n = 2", "1 %/year }\nshow n", "1 %/year // }")) {
        try {
          Value copy = script.invokeMember("with", "r", text);
          assertEquals(1, copy.getMember("n").asInt());
          assertEquals("1 %/year", copy.getMember("r").toString());
        } catch (PolyglotException refused) {
          assertTrue(refused.getMessage().startsWith("error[E0"), refused.getMessage());
          assertFalse(refused.isInternalError());
        }
      }
    }
  }

  @Test
  void bindingsAreThoseOfTheLastScript() {
    try (Context context = Contexts.tide()) {
      assertTrue(context.getBindings("tide").getMemberKeys().isEmpty());
      Contexts.run(context, "a = 1");
      Contexts.run(context, "b = 2");
      assertEquals(2, context.getBindings("tide").getMember("b").asInt());
      assertFalse(context.getBindings("tide").hasMember("a"));
      assertThrows(
          UnsupportedOperationException.class, () -> context.getBindings("tide").putMember("b", 3));
    }
  }

  @Test
  void contextsOfOneEngineShareTheCompiledScriptOnly() {
    Source source = Contexts.source("x = 3");
    try (Engine engine = Contexts.engine();
        Context one = Context.newBuilder("tide").engine(engine).build();
        Context other = Context.newBuilder("tide").engine(engine).build()) {
      assertEquals(3, one.eval(source).getMember("x").asInt());
      assertEquals(3, other.eval(source).getMember("x").asInt());
      Value foreign = one.eval(Contexts.source("model part { a = 1 }\nlist = [part.a]"));
      Value here = other.eval(Contexts.source("fn f(a) = a"));
      assertEquals("[1]", here.invokeMember("f", foreign.getMember("list")).toString());
    }
  }

  @Test
  void threadsTakeTurns() throws Exception {
    try (Context context = Contexts.tide()) {
      Value script = Contexts.run(context, GROWTH);
      List<Thread> threads =
          java.util.stream.IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      new Thread(
                          () -> {
                            for (int k = 1; k < 50; k++) {
                              Value copy = script.invokeMember("with", "r", k / 100.0);
                              double got =
                                  copy.getMember("growth").invokeMember("in", "1/year").asDouble();
                              if (got != 2 * (k / 100.0)) {
                                throw new AssertionError(got);
                              }
                            }
                          }))
              .toList();
      List<Throwable> wrong = new java.util.concurrent.CopyOnWriteArrayList<>();
      threads.forEach(t -> t.setUncaughtExceptionHandler((thread, e) -> wrong.add(e)));
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(List.of(), wrong);
    }
  }

  @Test
  void aFileIsKnownByItsEnding(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
      throws Exception {
    java.nio.file.Path file = java.nio.file.Files.writeString(folder.resolve("m.tide"), "x = 1");
    assertEquals("tide", Source.findLanguage(file.toFile()));
    assertEquals("application/x-tide", Source.findMimeType(file.toFile()));
  }

  @Test
  void textsOfAnAmendmentSeeTheNamesOfTheScriptAlone() {
    try (Context context = Contexts.tide()) {
      Value script =
          Contexts.run(context, "a = 3\nmodel m { a = 5 }\nparam r = 1\nparam s = 1\nt = r + 0\n");
      assertEquals(5, script.invokeMember("with", "r", "m.a").getMember("t").asInt());
      Value names =
          Contexts.run(
              context,
              "m = 3\ngiven = 10\ngiven_ = 20\ngiven_1 = 30\ngiven__2 = 40\nparam r = 1\n"
                  + "param s = 1\nparam u = 1\n");
      Value copy =
          names.invokeMember(
              "with",
              ProxyObject.fromMap(
                  Map.of(
                      "r", "m + 1",
                      "s", names.getMember("given_1"),
                      "u", "given + given_ + given_1 + given__2")));
      assertEquals(4, copy.getMember("r").asInt());
      assertEquals(30, copy.getMember("s").asInt());
      assertEquals(100, copy.getMember("u").asInt());
    }
  }

  @Test
  void sequencesAreArraysUnlessTheyAreTooLong() {
    try (Context context = Contexts.builder("tide", "js").allowAllAccess(true).build()) {
      Value script =
          Contexts.run(
              context,
              "long = 0..1e9 by 1\nfine = 0..500000 by 0.5\ndays = date(2024) .. date(2025) by"
                  + " 1 day\nsteps = 0 USD .. 1 USD by 10 USD");
      assertFalse(script.getMember("long").hasArrayElements());
      assertThrows(
          UnsupportedOperationException.class, () -> script.getMember("long").getArraySize());
      assertEquals(1e9, script.getMember("long").getMember("high").asDouble());
      assertEquals(1, script.getMember("steps").getArraySize());
      Value fine = script.getMember("fine");
      assertFalse(fine.hasArrayElements());
      Value days = script.getMember("days");
      assertEquals(366, days.getArraySize(), 1);
      assertEquals(2024, days.getArrayElement(200).getMember("year").asDouble(), 1);
      context.getBindings("js").putMember("s", script);
      assertTrue(context.eval("js", "s.long.length === undefined").asBoolean());
      assertEquals(400, context.eval("js", "s.with({long: '0..400 by 2'}).long[200]").asInt());
    }
  }

  @Test
  void meansAreThoseOfTheDistribution() {
    try (Context context = Contexts.builder("tide", "js").allowAllAccess(true).build()) {
      Value script =
          Contexts.run(
              context,
              "wide = 1 to 1e9\nrent = 3 to 8 EUR/hour\nheavy = student_t(1)\n"
                  + "param share = 0.23 +- 0.06 in 0..1");
      assertEquals(1.3091887448e13, script.getMember("wide").getMember("mean").asDouble(), 1e4);
      assertEquals(
          "EUR/hour", script.getMember("rent").getMember("mean").getMember("unit").asString());
      assertEquals(0.23, script.getMember("share").getMember("mean").asDouble(), 1e-4);
      Value heavy = script.getMember("heavy");
      assertFalse(List.copyOf(heavy.getMemberKeys()).contains("mean"));
      PolyglotException failure =
          assertThrows(PolyglotException.class, () -> heavy.getMember("mean"));
      assertTrue(failure.getMessage().startsWith("error[E0503]"), failure.getMessage());
      assertEquals(0, heavy.getMember("median").asDouble());
    }
  }
}
