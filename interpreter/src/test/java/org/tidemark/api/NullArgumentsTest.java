package org.tidemark.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tidemark.model.Watch;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/** Whoever passes null is told which argument it was. */
class NullArgumentsTest {
  private static final Program PROGRAM =
      Tide.builder()
          .build()
          .compile("r = 1\na = 1 to 2\nmodel m { b = 2 }\ndata d = table(x: 1) { 1; 2 }");

  /** What the methods of a class are tried on. */
  private static final List<Object> RECEIVERS =
      List.of(
          Tide.builder(),
          Tide.builder().build(),
          PROGRAM,
          PROGRAM.model(),
          PROGRAM.quantity("r"),
          PROGRAM.draws("a"),
          PROGRAM.table("d"),
          PROGRAM.lookup(),
          Limits.none(),
          Limits.none().toBuilder(),
          new TypedValue(QuantityValue.pure(1), QuantityType.PURE));

  /** Something for all other parameters. */
  private static final Map<Class<?>, Object> OTHERS =
      Map.ofEntries(
          Map.entry(String.class, "r"),
          Map.entry(double.class, 1.0),
          Map.entry(int.class, 0),
          Map.entry(Path.class, Path.of(".")),
          Map.entry(Folder.class, proxy(Folder.class)),
          Map.entry(List.class, List.of()),
          Map.entry(Map.class, Map.of()),
          Map.entry(Optional.class, Optional.empty()),
          Map.entry(Watch.class, Watch.none()),
          Map.entry(Duration.class, Duration.ofSeconds(1)),
          Map.entry(Quantity.class, Quantity.pure(1)),
          Map.entry(Value.class, QuantityValue.pure(1)),
          Map.entry(Type.class, QuantityType.PURE),
          Map.entry(Throwable.class, new IllegalStateException()),
          Map.entry(TypedValue[].class, new TypedValue[0]));

  /** Records that Tidemark makes and callers read; nobody else calls their constructors. */
  private static final Set<Class<?>> HANDED_OUT =
      Set.of(
          Callee.class,
          Callee.Parameter.class,
          Documentation.class,
          LibraryEntry.class,
          Name.class,
          PluginInfo.class,
          PluginProblem.class,
          ScriptOutline.class,
          ScriptOutline.Draws.class,
          Spot.class,
          Wanted.class);

  /** Java's own, or of an interface that a caller implements. */
  private static boolean isOfOthers(Executable called) {
    return called.getName().equals("equals")
        || called.getName().equals("valueOf")
        || called.getDeclaringClass() == Folder.class
        || called.getDeclaringClass() == Wanted.class;
  }

  private static Object proxy(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> null);
  }

  private static List<Class<?>> classes() throws Exception {
    List<Class<?>> classes = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/public-interface.txt"))) {
      String name = line.split(" ")[0];
      if (name.matches("org\\.tidemark\\.api\\.[A-Z]\\w*(\\$\\w+)?")) {
        classes.add(Class.forName(name));
      }
    }
    return classes;
  }

  @Test
  void namesTheArgumentThatIsNull() throws Exception {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Class<?> type : classes()) {
      Stream<Executable> all =
          Stream.concat(
              Stream.of(type.getConstructors()).filter(made -> !HANDED_OUT.contains(type)),
              Stream.of(type.getDeclaredMethods()));
      for (Executable called : all.toList()) {
        if (!Modifier.isPublic(called.getModifiers())
            || called.isSynthetic()
            || isOfOthers(called)) {
          continue;
        }
        for (int i = 0; i < called.getParameterCount(); i++) {
          if (!called.getParameterTypes()[i].isPrimitive()) {
            tried++;
            objection(called, i).ifPresent(wrong::add);
          }
        }
      }
    }
    assertTrue(tried > 70, () -> "too few were tried");
    assertEquals("", String.join("\n", wrong));
  }

  private static Optional<String> objection(Executable called, int index) throws Exception {
    Parameter parameter = called.getParameters()[index];
    Object[] arguments = new Object[called.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i == index ? null : OTHERS.get(called.getParameterTypes()[i]);
      assertTrue(
          i == index || arguments[i] != null, () -> called + " needs something to be tried with");
    }
    String told;
    try {
      call(called, arguments);
      told = "nothing is said";
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      if (cause instanceof NullPointerException && parameter.getName().equals(cause.getMessage())) {
        return Optional.empty();
      }
      told = cause.toString();
    }
    return Optional.of(
        called.toGenericString() + ": " + parameter.getName() + ": " + told.split("\n")[0]);
  }

  private static Object call(Executable called, Object[] arguments) throws Exception {
    if (called instanceof Constructor<?> made) {
      return made.newInstance(arguments);
    }
    Method method = (Method) called;
    Object receiver =
        RECEIVERS.stream().filter(method.getDeclaringClass()::isInstance).findFirst().orElse(null);
    assertTrue(
        receiver != null || Modifier.isStatic(method.getModifiers()),
        () -> "nothing to try it on: " + method);
    return method.invoke(receiver, arguments);
  }
}
