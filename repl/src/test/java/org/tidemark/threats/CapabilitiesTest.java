package org.tidemark.threats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tidemark.support.ProgramClasses;

/**
 * What the program is able to do at all, by what its classes call. A script can do no more, however
 * it is written. Each exception is named with its reason; whoever needs another adds it here and to
 * the page of threats.
 */
class CapabilitiesTest {
  /** The command and the prompt, as opposed to what runs scripts. */
  private static final List<String> AROUND =
      List.of("org.tidemark.cli.", "org.tidemark.terminal.", "org.tidemark.session.");

  /** Finds the jars of plugins that the user has installed, and loads them. */
  private static final String PLUGINS = "org.tidemark.check.plugin.";

  /** The engine of javax.script: answers calls of interfaces, and finds files beside a script. */
  private static final String SCRIPTING = "org.tidemark.script.";

  private static final List<Use> USES = uses();

  /** A method of the platform, or a class of it, that a class of the program uses. */
  private record Use(String user, String owner, String name) {
    boolean isOf(String prefix) {
      return owner.startsWith(prefix);
    }

    boolean is(String type, String... names) {
      return owner.equals(type) && (names.length == 0 || Set.of(names).contains(name));
    }
  }

  private static List<Use> uses() {
    Set<Use> uses = new LinkedHashSet<>();
    for (JavaClass type : ProgramClasses.ALL) {
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        String owner = access.getTargetOwner().getName();
        if (!owner.startsWith("org.tidemark.")) {
          uses.add(new Use(type.getName(), owner, access.getTarget().getName()));
        }
      }
    }
    return List.copyOf(uses);
  }

  @Test
  void nothingOpensAConnection() {
    // the library's modules are listed from the jar that they are in, by its address
    onlyIn(
        List.of("org.tidemark.api.LibraryModules", PLUGINS),
        use ->
            use.is("java.net.URL", "openStream", "openConnection", "getContent")
                || use.isOf("java.net.")
                    && !use.is("java.net.URL")
                    && !use.is("java.net.URI")
                    && !use.is("java.net.URISyntaxException")
                || use.isOf("javax.net.")
                || use.isOf("java.rmi.")
                || use.isOf("javax.naming.")
                || use.isOf("java.nio.channels.Socket")
                || use.isOf("java.nio.channels.ServerSocket")
                || use.isOf("java.nio.channels.Datagram")
                || use.isOf("java.nio.channels.AsynchronousS"));
  }

  @Test
  void oneClassStartsAProgram() {
    // asks stty for the width of the terminal, with nothing of a script in the command
    onlyIn(
        List.of("org.tidemark.cli.TerminalWidth"),
        use -> use.isOf("java.lang.ProcessBuilder") || use.is("java.lang.Runtime", "exec"));
  }

  @Test
  void theInterpreterDoesNotSeeTheEnvironment() {
    around(
        List.of(), use -> use.is("java.lang.System", "getenv", "getProperties", "clearProperty"));
  }

  @Test
  void theInterpreterDoesNotEndTheProcess() {
    around(
        List.of(),
        use ->
            use.is("java.lang.System", "exit")
                || use.is("java.lang.Runtime", "exit", "halt", "addShutdownHook"));
  }

  @Test
  void theInterpreterKnowsNoDate() {
    around(
        List.of(),
        use ->
            use.is("java.lang.System", "currentTimeMillis")
                || use.isOf("java.time.") && use.name().equals("now")
                || use.is("java.util.Date"));
  }

  @Test
  void chanceIsAddressed() {
    around(
        List.of(),
        use ->
            use.is("java.util.Random")
                || use.is("java.security.SecureRandom")
                || use.is("java.util.concurrent.ThreadLocalRandom")
                || use.is("java.util.UUID")
                || use.is("java.lang.Math", "random"));
  }

  @Test
  void nothingIsReachedByItsName() {
    // loads classes ahead of the archive that starts the command faster, by a list of its own
    onlyIn(
        List.of("org.tidemark.terminal.Rehearsal", PLUGINS, SCRIPTING),
        use ->
            use.isOf("java.lang.reflect.")
                || use.is("java.lang.Class", "forName")
                || use.is("java.lang.ClassLoader", "loadClass"));
  }

  @Test
  void oneFloorDefinesClasses() {
    // formulas become classes of arithmetic; what is in them comes from numbers and operators alone
    onlyIn(List.of("org.tidemark.kernel."), use -> use.isOf("java.lang.invoke.MethodHandles"));
  }

  @Test
  void nothingIsDeserialised() {
    onlyIn(
        List.of(),
        use ->
            use.is("java.io.ObjectInputStream")
                || use.isOf("java.beans.")
                || use.isOf("javax.xml.")
                || use.isOf("org.xml.")
                || use.isOf("com.fasterxml.jackson.databind."));
  }

  @Test
  void nothingLoadsNativeCode() {
    onlyIn(
        List.of(),
        use ->
            use.is("java.lang.System", "load", "loadLibrary")
                || use.is("java.lang.Runtime", "load", "loadLibrary")
                || use.is("sun.misc.Unsafe"));
  }

  @Test
  void oneFloorOfTheInterpreterReadsFiles() {
    around(
        List.of("org.tidemark.api.", PLUGINS, SCRIPTING),
        use ->
            use.is("java.nio.file.Files")
                || use.isOf("java.io.File") && !use.isOf("java.io.FileNotFound")
                || use.is("java.io.RandomAccessFile")
                || use.is("java.nio.channels.FileChannel"));
  }

  @Test
  void theInterpreterWritesNoFile() {
    around(
        List.of(),
        use ->
            use.owner().equals("java.nio.file.Files")
                    && use.name()
                        .matches("write.*|create.*|delete.*|move|copy|newOut.*|newBufferedWriter")
                || use.isOf("java.io.FileOutput")
                || use.isOf("java.io.FileWriter")
                || use.is("java.io.RandomAccessFile"));
  }

  /** Nowhere but in classes whose names begin so. */
  private static void onlyIn(List<String> places, Predicate<Use> able) {
    Set<String> others = new TreeSet<>();
    for (Use use : USES) {
      if (able.test(use) && places.stream().noneMatch(use.user()::startsWith)) {
        others.add(use.user() + " uses " + use.owner() + "." + use.name());
      }
    }
    assertEquals("", String.join("\n", others));
  }

  /** Nowhere but there, and in the command and the prompt. */
  private static void around(List<String> places, Predicate<Use> able) {
    List<String> all = new ArrayList<>(AROUND);
    all.addAll(places);
    onlyIn(all, able);
  }
}
