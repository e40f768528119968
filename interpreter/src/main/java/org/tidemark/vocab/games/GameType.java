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
        .member("change", ofState(state, change))
        .member("steady_state", state)
        .member("steady_states", new ListType(state))
        .member("convergence", continuous ? Types.RATE : QuantityType.PURE)
        .member("path", function(state, path(state, time)))
        .member("residual", QuantityType.PURE)
        .member("error", QuantityType.PURE)
        .member("method", BasicType.TEXT)
        .plotted()
        .build();
  }

  private static ObjectType.Builder answers(
      String name, QuantityType state, QuantityType control, QuantityType value) {
    return ObjectType.named(name)
        .attribute("state", state)
        .attribute("control", control)
        .member("strategy", ofState(state, control))
        .member("value", ofState(state, value))
        .member("marginal_value", ofState(state, value.over(state)));
  }

  private static Type path(QuantityType state, QuantityType time) {
    return ObjectType.named("path of a game")
        .attribute("state", state)
        .callable(time, state)
        .plotted()
        .rows(
            () -> {
              Map<String, Type> columns = new LinkedHashMap<>();
              columns.put("t", time);
              columns.put("state", state);
              return new TableType(columns);
            })
        .build();
  }

  /** A function of the state, which can be drawn along it. */
  private static ObjectType ofState(Type state, Type result) {
    return start(state, result).plotted().build();
  }

  private static ObjectType function(Type argument, Type result) {
    return start(argument, result).build();
  }

  private static ObjectType.Builder start(Type argument, Type result) {
    return ObjectType.named("function")
        .attribute("of", argument)
        .attribute("result", result)
        .callable(argument, result);
  }
}
