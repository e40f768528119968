package org.tidemark.vocab.games;

import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Value;

/**
 * One player of a game.
 *
 * @param game the game
 * @param player its number, from 0
 */
record PlayerValue(GameValue game, int player) implements ObjectValue {
  @Override
  public Value member(String name) {
    return game.answer(name, player);
  }

  @Override
  public String summary() {
    return "player " + player + " of " + game.rules().name();
  }

  @Override
  public String describe() {
    return "a player of a game";
  }
}
