package org.tidemark.polyglot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the page on Polyglot do what it says. */
class PolyglotPageTest {
  private static final String SCRIPT =
      "param r: 1/year = 5 %/year\ngrowth = 2 * r\nstart = date(2024, 6)";

  private static String[] example(String language) throws Exception {
    String page = Files.readString(Path.of("../../docs/polyglot.md"));
    Matcher found =
        Pattern.compile("```" + language + "\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL)
            .matcher(page);
    assertEquals(true, found.find(), "no example in " + language);
    return new String[] {found.group(1), found.group(2)};
  }

  @Test
  void javaScript() throws Exception {
    String[] example = example("js");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Context context = Contexts.builder("tide", "js").allowAllAccess(true).out(out).build()) {
      context.getBindings("js").putMember("model", Contexts.run(context, SCRIPT));
      context.eval("js", example[0]);
    }
    assertEquals(example[1], out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void java(@TempDir Path folder) throws Exception {
    String[] example = example("java");
    String program =
        "import java.time.*; import java.util.*; import org.graalvm.polyglot.*;\n"
            + "import org.graalvm.polyglot.proxy.*;\n"
            + "public class Example implements Runnable { public void run() {\n"
            + example[0]
            + "}}";
    Path file = Files.writeString(folder.resolve("Example.java"), program);
    int wrong =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                file.toString());
    assertEquals(0, wrong);
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      ((Runnable) loader.loadClass("Example").getConstructor().newInstance()).run();
    } finally {
      System.setOut(before);
    }
    assertEquals(example[1], out.toString(StandardCharsets.UTF_8));
  }
}
