package org.tidemark.vocab.industry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The types of a solution and of what it consists of. */
final class SolutionType {
  static final String NAME = "solution";
  static final String PATH = "path";

  private SolutionType() {}

  /** The solution of a market; unknown where its dimensions are. */
  static Type of(Type market) {
    MarketType of = MarketType.from(market);
    return of == null ? BasicType.UNKNOWN : solution(of);
  }

  private static ObjectType solution(MarketType of) {
    return of.attributesOf(NAME)
        .member("time", Types.DURATION)
        .member("date", BasicType.DATE)
        .member("quantity", () -> profile(of, of.output()))
        .member("price", () -> profile(of, of.price()))
        .member("value", () -> profile(of, of.value()))
        .member("profit", () -> profile(of, of.flow()))
        .member("firm", () -> CallableValue.type(BasicType.UNKNOWN, share(of)))
        .member("industry", () -> industry(of))
        .member("path", () -> path(of))
        .member("remaining", of.stock())
        .member("switches", SwitchTable.type(of))
        .member("method", BasicType.TEXT)
        .member("residual", QuantityType.PURE)
        .member("multipliers", new ListType(BasicType.TEXT))
        .member("regime", BasicType.TEXT)
        .member("bound", of.value())
        .member("treatment", BasicType.TEXT)
        .member("threshold_error", errors())
        .member("drift", QuantityType.PURE)
        .member("delay", Types.DURATION)
        .member("notes", new ListType(BasicType.TEXT))
        .plotted()
        .build();
  }

  private static RecordType errors() {
    Map<String, Type> fields = new LinkedHashMap<>();
    for (String figure : List.of("time", "value", "quantity")) {
      fields.put(figure, QuantityType.PURE);
    }
    return new RecordType(fields);
  }

  /** A quantity at the start, and a function of the remaining distance. */
  private static ObjectType profile(MarketType of, QuantityType type) {
    return ObjectType.named("profile")
        .attribute("of", type)
        .attribute("along", of.stock())
        .quantity(type)
        .callable(of.stock(), type)
        .plotted()
        .build();
  }

  private static ObjectType share(MarketType of) {
    return of.attributesOf("share")
        .member("name", BasicType.TEXT)
        .member("quantity", () -> profile(of, of.output()))
        .member("value", () -> profile(of, of.value()))
        .member("profit", () -> profile(of, of.flow()))
        .member("shadow_price", () -> profile(of, of.price()))
        .member("cost", of.price())
        .build();
  }

  private static ObjectType industry(MarketType of) {
    return of.attributesOf("industry")
        .member("quantity", () -> profile(of, of.output()))
        .member("value", () -> profile(of, of.value()))
        .member("profit", () -> profile(of, of.flow()))
        .member("consumer_surplus", () -> profile(of, of.flow()))
        .member("total_surplus", () -> profile(of, of.flow()))
        .member("consumer_value", () -> profile(of, of.value()))
        .member("total_value", () -> profile(of, of.value()))
        .build();
  }

  private static ObjectType path(MarketType of) {
    return of.attributesOf(PATH)
        .member("remaining", () -> course(of.stock()))
        .member("cumulative", () -> course(of.stock()))
        .member("quantity", () -> course(of.output()))
        .member("price", () -> course(of.price()))
        .member("value", () -> course(of.value()))
        .member("profit", () -> course(of.flow()))
        .rows(() -> PathTable.type(of))
        .plotted()
        .build();
  }

  /** A function of the time since the start, or of the date. */
  private static ObjectType course(QuantityType type) {
    return ObjectType.named("course")
        .attribute("of", type)
        .callable(BasicType.UNKNOWN, type)
        .plotted()
        .build();
  }
}
