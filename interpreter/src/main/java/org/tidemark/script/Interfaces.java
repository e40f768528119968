package org.tidemark.script;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.Collection;
import javax.script.ScriptException;

/** Java interfaces whose methods are functions of a script. */
final class Interfaces {
  private Interfaces() {}

  /** A call by name. */
  interface Caller {
    Object call(String name, Object... arguments) throws ScriptException, NoSuchMethodException;
  }

  /**
   * An object with the interface's methods.
   *
   * @return null where the script lacks one of them, as {@code Invocable} has it
   */
  static <T> T of(Class<T> type, Caller caller, Collection<String> names) {
    if (type == null || !type.isInterface()) {
      throw new IllegalArgumentException("that is no interface");
    }
    for (Method method : type.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers()) && !names.contains(method.getName())) {
        return null;
      }
    }
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
          }
          if (method.isDefault()) {
            throw new UnsupportedOperationException(
                method.getName() + " is no function of the script");
          }
          try {
            Object result = caller.call(method.getName(), arguments == null ? NONE : arguments);
            return JavaResult.of(result, method);
          } catch (ScriptException | NoSuchMethodException failed) {
            throw declares(method, failed) ? failed : undeclared(failed);
          }
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static final Object[] NONE = {};

  private static Object ofObject(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "functions of a script";
    };
  }

  private static boolean declares(Method method, Exception failed) {
    return Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(failed));
  }

  /** What a proxy would make of it, with a message. */
  private static UndeclaredThrowableException undeclared(Exception failed) {
    return new UndeclaredThrowableException(failed, failed.getMessage());
  }
}
