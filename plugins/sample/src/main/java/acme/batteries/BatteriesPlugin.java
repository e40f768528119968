package acme.batteries;

import org.tidemark.spi.Registry;
import org.tidemark.spi.Spi;
import org.tidemark.spi.TidePlugin;
import org.tidemark.spi.UnitSpec;

/** Batteries: one of each sort of thing that a plugin can add. */
public final class BatteriesPlugin implements TidePlugin {
  @Override
  public String name() {
    return "batteries";
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public String doc() {
    return "Batteries, what they cost and how long they last.";
  }

  @Override
  public String spiVersion() {
    return Spi.VERSION;
  }

  @Override
  public void register(Registry registry) {
    registry.unit(UnitSpec.base("cycle", "Charging a battery and discharging it, once."));
    registry.unit(UnitSpec.of("kilocycle", "1000 cycle", "A thousand cycles."));
    registry.kind(new BatteryKind());
    registry.function(StorageCost.function());
    registry.distribution(Weibull.distribution());
    registry.fitForm(StanfordB.form());
    registry.optimumMethod(new PatternSearch());
    registry.reader(new TsvReader());
    registry.writer(new MarkdownWriter());
    registry.renderer(new MarkdownResults());
    registry.engine(new RpnEngine());
    registry.library("acme");
  }
}
