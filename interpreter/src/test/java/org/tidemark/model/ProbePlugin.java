package org.tidemark.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/** Adds {@code probe(f, …)}, which hands functions to a test while their script runs. */
public final class ProbePlugin implements TidePlugin {
  /** What the functions are called with. */
  static final List<Type> PARAMETERS =
      List.of(
          QuantityType.PURE, unit("USD"), unit("GB"), unit("%"), BasicType.DATE, BasicType.BOOL);

  private static final ThreadLocal<Probe> PROBE = new ThreadLocal<>();

  /** A test. */
  interface Probe {
    void on(List<Value> functions, CallValues call);
  }

  private static Type unit(String name) {
    return QuantityType.of(UnitExpression.of(UnitTable.standard().find(name).orElseThrow()));
  }

  /** Tide with the function. */
  static Tide tide(Path folder) {
    try {
      Path services = Files.createDirectories(folder.resolve("META-INF/services"));
      Files.writeString(
          services.resolve(TidePlugin.class.getName()), ProbePlugin.class.getName() + "\n");
      URL[] urls = {folder.toUri().toURL()};
      return Tide.builder()
          .classLoader(new URLClassLoader(urls, ProbePlugin.class.getClassLoader()))
          .build();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Runs a program that calls {@code probe}. */
  static Outcome run(Program program, Probe probe) {
    PROBE.set(probe);
    try {
      return program.run();
    } finally {
      PROBE.remove();
    }
  }

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String doc() {
    return "For tests.";
  }

  @Override
  public void register(Registry registry) {
    registry.function(
        FunctionSpec.named("probe")
            .doc("Hands functions to a test.")
            .rest("f", Accept.ANYTHING, "functions")
            .returns(ProbePlugin::check)
            .body(
                call -> {
                  PROBE.get().on(new ArrayList<>(call.rest()), call);
                  return QuantityValue.pure(0);
                }));
  }

  private static Type check(CallCheck call) {
    for (Type function : call.rest()) {
      call.apply(function, PARAMETERS.subList(0, ((FunctionType) function).arity()));
    }
    return QuantityType.PURE;
  }
}
