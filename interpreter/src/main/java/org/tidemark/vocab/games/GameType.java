package org.tidemark.vocab.games;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The types of a game and of what its solution consists of. */
final class GameType {
  private GameType() {}

  static Type of(
      QuantityType state, QuantityType control, QuantityType payoff, boolean continuous) {
    QuantityType value = continuous ? payoff.times(Types.DURATION) : payoff;
    QuantityType change = continuous ? state.over(Types.DURATION) : state;
    QuantityType time = continuous ? Types.DURATION : QuantityType.PURE;
    ObjectType player = answers("player of a game", state, control, value).build();
    return answers("game", state, control, value)
        .attribute("payoff", payoff)
        .attribute("time", time)
        .member("player", function(QuantityType.PURE, player))
        .member("change", function(state, change))
        .member("steady_state", state)
        .member("steady_states", new ListType(state))
        .member("convergence", continuous ? Types.RATE : QuantityType.PURE)
        .member("path", function(state, path(state, time)))
        .member("residual", QuantityType.PURE)
        .member("error", QuantityType.PURE)
        .member("method", BasicType.TEXT)
        .build();
  }

  private static ObjectType.Builder answers(
      String name, QuantityType state, QuantityType control, QuantityType value) {
    return ObjectType.named(name)
        .attribute("state", state)
        .attribute("control", control)
        .member("strategy", function(state, control))
        .member("value", function(state, value))
        .member("marginal_value", function(state, value.over(state)));
  }

  private static Type path(QuantityType state, QuantityType time) {
    return ObjectType.named("path of a game")
        .attribute("state", state)
        .callable(time, state)
        .rows(
            () -> {
              Map<String, Type> columns = new LinkedHashMap<>();
              columns.put("t", time);
              columns.put("state", state);
              return new TableType(columns);
            })
        .build();
  }

  private static ObjectType function(Type argument, Type result) {
    return ObjectType.named("function")
        .attribute("of", argument)
        .attribute("result", result)
        .callable(argument, result)
        .build();
  }
}
