package org.tidemark.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;
import org.tidemark.spi.foreign.ForeignContext;
import org.tidemark.spi.foreign.ForeignEngine;
import org.tidemark.spi.foreign.ForeignFunction;
import org.tidemark.spi.foreign.ForeignProblem;
import org.tidemark.spi.foreign.ForeignProgram;

/**
 * A language in which every file has two functions: {@code twice}, and {@code endless}, which has
 * to be stopped. Counts its contexts.
 */
public final class CountedEngine implements TidePlugin, ForeignEngine {
  static final AtomicInteger OPENED = new AtomicInteger();
  static final AtomicInteger OPEN = new AtomicInteger();

  /** Done while a context is opened, before it says how it is stopped. */
  static volatile Runnable opening = () -> {};

  @Override
  public String name() {
    return "counted";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String doc() {
    return "A language for tests.";
  }

  @Override
  public void register(Registry registry) {
    registry.engine(this);
  }

  @Override
  public String language() {
    return "Counted";
  }

  @Override
  public List<String> endings() {
    return List.of("counted");
  }

  @Override
  public ForeignProgram read(String name, String text) {
    return stops -> {
      CountDownLatch stop = new CountDownLatch(1);
      OPENED.incrementAndGet();
      OPEN.incrementAndGet();
      opening.run();
      stops.by(stop::countDown);
      return new Context(stop);
    };
  }

  private record Context(CountDownLatch stop) implements ForeignContext {
    @Override
    public Optional<ForeignFunction> function(String name) {
      return Optional.of(new Function(name, stop));
    }

    @Override
    public List<String> functions() {
      return List.of("twice", "endless");
    }

    @Override
    public void close() {
      OPEN.decrementAndGet();
    }
  }

  private record Function(String name, CountDownLatch stop) implements ForeignFunction {
    @Override
    public int least() {
      return 1;
    }

    @Override
    public int most() {
      return 1;
    }

    @Override
    public Optional<ForeignProblem.Place> place() {
      return Optional.empty();
    }

    @Override
    public Object call(List<Object> arguments) {
      if (name.equals("twice")) {
        return 2 * (Double) arguments.get(0);
      }
      try {
        if (!stop.await(20, TimeUnit.SECONDS)) {
          throw ForeignProblem.of("nobody has stopped it");
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      throw ForeignProblem.ofStop();
    }
  }
}
