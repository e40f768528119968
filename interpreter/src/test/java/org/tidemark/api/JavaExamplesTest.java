package org.tidemark.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java that the documentation shows compiles and runs, with its assertions on. */
class JavaExamplesTest {
  private static final Pattern IN_JAVADOC =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n\\s*\\* }</pre>", Pattern.DOTALL);
  private static final Pattern IN_PAGE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  private static List<String> blocks(Pattern pattern, String text) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      blocks.add(matcher.group(1).replaceAll("(?m)^\\s*\\* ?", ""));
    }
    return blocks;
  }

  private static Map<String, String> examples() throws IOException {
    Map<String, String> examples = new LinkedHashMap<>();
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/tidemark/api"))) {
      for (Path source :
          sources.filter(file -> file.toString().endsWith(".java")).sorted().toList()) {
        for (String block : blocks(IN_JAVADOC, Files.readString(source))) {
          examples.put(
              source.getFileName().toString().replace(".java", "") + examples.size(), block);
        }
      }
    }
    for (String page : List.of("api", "untrusted")) {
      List<String> blocks = blocks(IN_PAGE, Files.readString(Path.of("../docs", page + ".md")));
      assertFalse(blocks.isEmpty(), page);
      for (String block : blocks) {
        examples.put("Page" + examples.size(), block);
      }
    }
    return examples;
  }

  @Test
  void theyCompileAndRun() throws Exception {
    List<String> files = new ArrayList<>();
    Map<String, String> examples = examples();
    assertTrue(examples.size() >= 8, examples.keySet().toString());
    for (Map.Entry<String, String> example : examples.entrySet()) {
      Path file = folder.resolve(example.getKey() + ".java");
      StringBuilder imports = new StringBuilder();
      StringBuilder body = new StringBuilder();
      example
          .getValue()
          .lines()
          .forEach(line -> (line.startsWith("import ") ? imports : body).append(line).append('\n'));
      Files.writeString(
          file,
          "import java.time.*;\nimport org.tidemark.api.*;\nimport org.tidemark.model.Outcome;\n"
              + imports
              + "public class "
              + example.getKey()
              + " { public static void run() throws Exception {\n"
              + body
              + "} }\n");
      files.add(file.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    List<String> options =
        List.of(
            "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-Xlint:none");
    boolean compiled =
        compiler
            .getTask(
                problems,
                null,
                null,
                options,
                null,
                compiler
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjects(files.toArray(new String[0])))
            .call();
    assertTrue(compiled, problems.toString());
    URL[] places = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(places, Tide.class.getClassLoader())) {
      loader.setDefaultAssertionStatus(true);
      for (String name : examples.keySet()) {
        Method run = loader.loadClass(name).getMethod("run");
        try {
          run.invoke(null);
        } catch (InvocationTargetException failed) {
          throw new AssertionError(name + ": " + failed.getCause(), failed.getCause());
        }
      }
    }
    assertEquals("", problems.toString());
  }
}
