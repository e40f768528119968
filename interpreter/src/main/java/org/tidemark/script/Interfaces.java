package org.tidemark.script;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
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
          Object result = caller.call(method.getName(), arguments == null ? NONE : arguments);
          return fitting(result, method);
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

  /** A number in the type that the method declares. */
  private static Object fitting(Object result, Method method) {
    Class<?> wanted = method.getReturnType();
    if (wanted == void.class) {
      return null;
    }
    if (result instanceof Double number) {
      if (wanted == int.class || wanted == Integer.class) {
        return Math.toIntExact(Math.round(number));
      }
      if (wanted == long.class || wanted == Long.class) {
        return Math.round(number);
      }
      if (wanted == float.class || wanted == Float.class) {
        return number.floatValue();
      }
      return number;
    }
    if (wanted == double.class && !(result instanceof Double)) {
      throw new UndeclaredThrowableException(
          new ScriptException(method.getName() + " gives " + result + ", which is no pure number"),
          method.getName() + " gives " + result + ", which is no pure number");
    }
    return result;
  }
}
