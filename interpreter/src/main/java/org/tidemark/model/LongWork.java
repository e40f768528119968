package org.tidemark.model;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;
import org.tidemark.spi.Partial;
import org.tidemark.spi.Progress;

/** Some long work of a run, and how far it has come. Safe for several threads. */
public final class LongWork implements Progress {
  private final Watch watch;
  private final String what;
  private final long total;
  private final String unit;
  private final boolean keepable;
  private final Location location;
  private final LongAdder done = new LongAdder();

  LongWork(Watch watch, String what, long total, String unit, boolean keepable, Location location) {
    this.watch = watch;
    this.what = what;
    this.total = total;
    this.unit = unit;
    this.keepable = keepable;
    this.location = location;
  }

  /** What it is, in words: {@code sampling nash.time}. */
  public String what() {
    return what;
  }

  /** How much there is to do; 0 where that is not known. */
  public long total() {
    return total;
  }

  /** What is counted, {@code draws}; empty where a share of the whole is all that can be told. */
  public String unit() {
    return unit;
  }

  /** How much is done. */
  public long done() {
    return done.sum();
  }

  /** Whether it can be ended early with what is done. */
  public boolean isKeepable() {
    return keepable;
  }

  @Override
  public void add(long more) {
    done.add(more);
  }

  @Override
  public boolean isToFinish() {
    return keepable && watch.isFinishing();
  }

  @Override
  public Optional<Partial> kept(long part) {
    boolean early = isToFinish() && watch.goOn();
    if (!early || total > 0 && part >= total) {
      return Optional.empty();
    }
    Partial partial = new Partial(part, total, unit);
    watch.warn(
        Diagnostic.warning(
                "W0301",
                what.concat(" was ").concat(partial.words()),
                location.source(),
                location.span())
            .withHelp("what rests on it rests on that part; run it again for all of it"));
    return Optional.of(partial);
  }

  @Override
  public void close() {
    watch.ended(this);
  }
}
