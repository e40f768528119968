package org.tidemark.script;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import javax.script.ScriptException;

/** What a function of a script gave, in the type that a method of an interface declares. */
final class JavaResult {
  private JavaResult() {}

  /**
   * The result.
   *
   * @param given as {@link PlainValues} makes it
   * @throws ScriptException where it does not fit the type
   */
  static Object of(Object given, Method method) throws ScriptException {
    Class<?> wanted = boxed(method.getReturnType());
    if (wanted == Void.class) {
      return null;
    }
    if (given == null && method.getReturnType().isPrimitive()) {
      throw misfit(method, "no value", wanted);
    }
    Object result = given instanceof Double number ? number(number, wanted) : given;
    if (result != null && !wanted.isInstance(result)) {
      throw misfit(method, result.toString(), wanted);
    }
    return result;
  }

  /** The number in a type that holds it; as it is where there is none. */
  private static Object number(double number, Class<?> wanted) {
    if (wanted == Float.class && Double.isInfinite((float) number) == Double.isInfinite(number)) {
      return (float) number;
    }
    if (wanted == Integer.class && (int) number == number) {
      return (int) number;
    }
    // the largest long is no double, and the next one is beyond it
    if (wanted == Long.class && (long) number == number && number != 0x1p63) {
      return (long) number;
    }
    if (wanted == Short.class && (short) number == number) {
      return (short) number;
    }
    if (wanted == Byte.class && (byte) number == number) {
      return (byte) number;
    }
    return number;
  }

  private static ScriptException misfit(Method method, String given, Class<?> wanted) {
    return new ScriptException(
        method.getName() + " gives " + given + ", which is no " + words(wanted));
  }

  private static String words(Class<?> wanted) {
    if (wanted == Double.class || wanted == Float.class) {
      return "pure number";
    }
    if (wanted == Boolean.class) {
      return "truth value";
    }
    Class<?> plain = MethodType.methodType(wanted).unwrap().returnType();
    return plain.isPrimitive() ? "whole number of type " + plain.getName() : wanted.getSimpleName();
  }

  private static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }
}
