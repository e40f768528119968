package org.tidemark.vocab;

import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;
import org.tidemark.vocab.dates.DateFunctions;
import org.tidemark.vocab.lists.ElementFunctions;
import org.tidemark.vocab.lists.HigherOrderFunctions;
import org.tidemark.vocab.lists.ListFunctions;
import org.tidemark.vocab.lists.MatrixFunctions;
import org.tidemark.vocab.lists.Sorting;
import org.tidemark.vocab.lists.Statistics;
import org.tidemark.vocab.numbers.Constants;
import org.tidemark.vocab.numbers.Extremes;
import org.tidemark.vocab.numbers.PureFunctions;
import org.tidemark.vocab.numbers.QuantityFunctions;
import org.tidemark.vocab.numbers.Rates;
import org.tidemark.vocab.refusals.RefuseFunction;
import org.tidemark.vocab.refusals.RefusedFunction;
import org.tidemark.vocab.tables.Compare;
import org.tidemark.vocab.tables.Csv;
import org.tidemark.vocab.tables.EvidenceFunction;
import org.tidemark.vocab.tables.Join;
import org.tidemark.vocab.tables.Read;
import org.tidemark.vocab.tables.Series;
import org.tidemark.vocab.tables.TableFunctions;
import org.tidemark.vocab.tables.TableOf;
import org.tidemark.vocab.text.TextFunctions;
import org.tidemark.vocab.uncertain.Spreads;
import org.tidemark.vocab.uncertain.UncertainFunctions;

/** The part of the vocabulary that is of no particular field. */
public final class CorePlugin implements TidePlugin {
  private static final String VERSION = "0.1.0";

  @Override
  public String name() {
    return "core";
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public String doc() {
    return "Numbers, dates, lists, texts, uncertain values and tables.";
  }

  @Override
  public void register(Registry registry) {
    Constants.register(registry);
    PureFunctions.register(registry);
    QuantityFunctions.register(registry);
    Extremes.register(registry);
    Rates.register(registry);
    DateFunctions.register(registry);
    Statistics.register(registry);
    ListFunctions.register(registry);
    ElementFunctions.register(registry);
    HigherOrderFunctions.register(registry);
    Sorting.register(registry);
    MatrixFunctions.register(registry);
    TextFunctions.register(registry);
    Spreads.register(registry);
    UncertainFunctions.register(registry);
    Csv.register(registry);
    Read.register(registry);
    TableFunctions.register(registry);
    TableOf.register(registry);
    Join.register(registry);
    Series.register(registry);
    Compare.register(registry);
    RefuseFunction.register(registry);
    RefusedFunction.register(registry);
    EvidenceFunction.register(registry);
  }
}
