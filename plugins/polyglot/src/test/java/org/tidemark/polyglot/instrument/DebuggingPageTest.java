package org.tidemark.polyglot.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program and the commands of docs/debugging.md work as they are shown. */
class DebuggingPageTest {
  private static final Path PAGE = Path.of("../../docs/debugging.md");
  private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("^java -cp 'lib/\\*' RunWithTools.java growth.tide (.*)$", Pattern.MULTILINE);

  @TempDir Path folder;

  @Test
  void theProgramTakesTheOptionsThatThePageShows() throws Exception {
    String page = Files.readString(PAGE);
    Matcher program = PROGRAM.matcher(page);
    assertTrue(program.find());
    Path source = folder.resolve("RunWithTools.java");
    Files.writeString(source, program.group(1));
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    assertEquals(0, compiled);
    Path script = folder.resolve("growth.tide");
    Files.writeString(
        script,
        "fn twice(x) = 2 * sum([k * x for k in 1..2000])\nshow sum([twice(n) for n in 1..100])\n");

    List<String> tools = new ArrayList<>();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Method main = loader.loadClass("RunWithTools").getMethod("main", String[].class);
      Matcher command = COMMAND.matcher(page);
      while (command.find()) {
        List<String> options = new ArrayList<>(Arrays.asList(command.group(1).split(" ")));
        String tool = options.get(0).substring(2);
        tools.add(tool);
        if (tool.equals("inspect") || tool.equals("dap")) {
          // these wait for somebody, and have tests of their own
          continue;
        }
        Path report = folder.resolve(tool + ".txt");
        options.removeIf(option -> option.contains("OutputFile"));
        options.add("--" + tool + ".OutputFile=" + report);
        options.add(0, script.toString());
        main.invoke(null, (Object) options.toArray(new String[0]));
        assertTrue(Files.readString(report).contains("twice"), tool);
      }
    }
    assertEquals(List.of("inspect", "dap", "coverage", "cpusampler", "cputracer"), tools);
  }
}
