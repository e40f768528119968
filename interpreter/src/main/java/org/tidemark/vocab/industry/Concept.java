package org.tidemark.vocab.industry;

import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.solve.StaticCournot;
import org.tidemark.solve.StaticOutcome;
import org.tidemark.solve.SymmetricGame;

/** Who decides on output, and to what end. */
enum Concept {
  /** Each firm for itself. */
  EQUILIBRIUM("equilibrium", "Markov perfect equilibrium") {
    @Override
    RemainingDistanceSolution solve(SymmetricGame game) {
      return game.markovPerfectEquilibrium();
    }

    @Override
    StaticOutcome solve(StaticCournot market) {
      return market.equilibrium();
    }

    @Override
    String staticMethod() {
      return "closed form (Cournot)";
    }
  },

  /** The firms together. */
  COOPERATIVE("cooperative", "cooperative outcome") {
    @Override
    RemainingDistanceSolution solve(SymmetricGame game) {
      return game.cooperativeOutcome();
    }

    @Override
    StaticOutcome solve(StaticCournot market) {
      return market.cooperative();
    }

    @Override
    String staticMethod() {
      return "closed form (monopoly)";
    }
  },

  /** Whoever cares for buyers and firms alike. */
  PLANNER("planner", "planner's outcome") {
    @Override
    RemainingDistanceSolution solve(SymmetricGame game) {
      return game.plannerOutcome();
    }

    @Override
    StaticOutcome solve(StaticCournot market) {
      return market.planner();
    }

    @Override
    String staticMethod() {
      return "closed form (price at cost)";
    }
  };

  private final String function;
  private final String words;

  Concept(String function, String words) {
    this.function = function;
    this.words = words;
  }

  /** The function by which scripts ask for it. */
  String function() {
    return function;
  }

  /** Its name in the field. */
  String words() {
    return words;
  }

  abstract RemainingDistanceSolution solve(SymmetricGame game);

  abstract StaticOutcome solve(StaticCournot market);

  abstract String staticMethod();
}
