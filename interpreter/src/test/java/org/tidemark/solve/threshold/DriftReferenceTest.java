package org.tidemark.solve.threshold;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.SharedReference;
import org.tidemark.solve.SymmetricGame;

/** Every value of the reference drifts, computed elsewhere to twenty-five digits. */
class DriftReferenceTest {
  private static final double CLOSE = 1e-12;

  /** What is left where the speed of the threshold has to be found by differentiating it. */
  private static final double CLOSE_AS_FUNCTION = 1e-10;

  /** Of the derivatives by differences that the substitution takes. */
  private static final double DIFFERENCES = 1e-8;

  private final List<String> wrong = new ArrayList<>();

  private void close(JsonNode node, String field, double found, String where) {
    if (!node.has(field)) {
      return;
    }
    double expected = node.get(field).asDouble();
    double error = Math.abs(found - expected) / Math.max(Math.abs(expected), 1e-30);
    if (!(error <= (where.contains("as a function") ? CLOSE_AS_FUNCTION : CLOSE)
        || Math.abs(expected) < 1e-40)) {
      wrong.add(
          "%s %s: %s, expected %s, off by %.2g".formatted(where, field, found, expected, error));
    }
  }

  private static MovingThreshold game(JsonNode node) {
    SymmetricGame game =
        new SymmetricGame(
            node.get("N").asInt(),
            node.get("a").asDouble(),
            node.get("b").asDouble(),
            node.get("r").asDouble(),
            node.get("S").asDouble());
    double distance = node.get("D").asDouble();
    return MovingThreshold.of(
        game,
        node.get("kind").asText().equals("exp")
            ? new ExponentialDrift(distance, node.get("eta").asDouble())
            : new ConstantDrift(-distance));
  }

  @Test
  void everyCase() {
    for (JsonNode node : SharedReference.read("drift_public.json").get("cases")) {
      check(node, game(node), "");
      if (node.get("kind").asText().equals("exp")) {
        double distance = node.get("D").asDouble();
        double decay = node.get("eta").asDouble();
        MovingThreshold closed = game(node);
        check(
            node,
            MovingThreshold.of(
                closed.game(),
                new FunctionThreshold(
                    t -> 3 * distance + distance * StrictMath.exp(-decay * t), 1 / decay)),
            " as a function");
      }
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  private void check(JsonNode node, MovingThreshold moving, String how) {
    String name = node.get("name").asText() + how;
    double initial = node.get("x0").asDouble();
    MovingSolution nash = moving.exact(Conduct.COMPETITIVE, initial);
    MovingSolution joint = moving.exact(Conduct.COOPERATIVE, initial);
    treatment(node.get("exact"), nash, joint, name + " exact");
    close(node.get("exact"), "tau_N0", nash.initially().label(), name);
    MovingSolution stillNash = moving.quasiStatic(Conduct.COMPETITIVE, initial);
    MovingSolution stillJoint = moving.quasiStatic(Conduct.COOPERATIVE, initial);
    treatment(node.get("quasi_static"), stillNash, stillJoint, name + " quasi-static");
    MovingThreshold rest = MovingThreshold.of(moving.game(), ThresholdPath.still());
    for (MovingSolution still :
        List.of(
            rest.exact(Conduct.COMPETITIVE, initial),
            rest.quasiStatic(Conduct.COMPETITIVE, initial))) {
      close(node.get("no_drift"), "T_N", still.crossingTime(), name + " at rest");
    }
    for (MovingSolution still :
        List.of(
            rest.exact(Conduct.COOPERATIVE, initial),
            rest.quasiStatic(Conduct.COOPERATIVE, initial))) {
      close(node.get("no_drift"), "T_C", still.crossingTime(), name + " at rest");
    }
    for (JsonNode point : node.get("points")) {
      double x = point.get("x").asDouble();
      double t = point.get("t").asDouble();
      MovingOutcome apart = nash.at(x, t);
      close(point, "V_N", apart.value(), name);
      close(point, "Vx_N", apart.userCost(), name);
      close(point, "q_N", apart.output(), name);
      close(point, "Q_N", apart.aggregateOutput(), name);
      close(point, "tau_N", apart.label(), name);
      MovingOutcome together = joint.at(x, t);
      close(point, "V_C", together.value(), name);
      close(point, "Q_C", together.aggregateOutput(), name);
      close(point, "tau_C", together.label(), name);
    }
    JsonNode mid = node.get("mid");
    double then = mid.get("t").asDouble();
    double left = nash.remainingAfter(then);
    close(mid, "x", left, name + " mid");
    close(mid, "q_N", nash.at(left, then).output(), name + " mid");
  }

  private void treatment(JsonNode node, MovingSolution nash, MovingSolution joint, String where) {
    close(node, "T_N", nash.crossingTime(), where);
    close(node, "V_N", nash.initially().value(), where);
    close(node, "q_N", nash.initially().output(), where);
    close(node, "Q_N", nash.initially().aggregateOutput(), where);
    close(node, "T_C", joint.crossingTime(), where);
    close(node, "V_C", joint.initially().value(), where);
    close(node, "Q_C", joint.initially().aggregateOutput(), where);
    double loss = 1 - nash.initially().value() / joint.initially().value();
    if (nash.of().game().firms() > 1) {
      close(node, "welfare_loss", loss, where);
    }
    if (nash.residual() > DIFFERENCES || joint.residual() > DIFFERENCES) {
      wrong.add(where + " residuals " + nash.residual() + ", " + joint.residual());
    }
  }
}
