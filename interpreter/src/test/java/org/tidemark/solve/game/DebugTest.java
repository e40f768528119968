package org.tidemark.solve.game;
import org.junit.jupiter.api.Test;
import java.util.*;
class DebugTest {
  @Test void go() throws Exception {
    for (String sd : System.getenv("SEEDS").split(",")) {
    int seed = Integer.parseInt(sd);
    SplittableRandom random = new SplittableRandom(seed);
    List<Firm> firms = new ArrayList<>();
    InverseDemand demand = RandomGamesTest.draw(random, firms);
    double x0 = RandomGamesTest.remaining(random, demand, firms);
    UnequalGame game = new UnequalGame(demand, firms);
    LinearDynamics d = new LinearDynamics(new ScaledFirms((LinearDemand) demand, new FirmGroups(firms)));
    ScaledFirms f = new ScaledFirms((LinearDemand) demand, new FirmGroups(firms));
    System.out.println("seed "+seed+" n="+f.count());
    for (int i=0;i<Math.min(f.count(),8);i++) System.out.printf("  a=%.4g r=%.4g k=%.4g S=%.4g w=%d%n", f.margin(i), f.rate(i), f.capacity(i), f.continuation(i), f.size(i));
    Trajectory t = new Trajectory(d);
    double x = x0/f.scales().distance();
    int c=0; double prev=0;
    List<Piece> ps=t.upTo(x);
    System.out.println(" pieces "+ps.size()+" x0 "+x);
    GameSolution sol = new GameSolution(game,new FirmGroups(firms),d);
    for (Piece p : ps) { double at=Math.min(x,p.to()); double r=sol.residual(p,at); if (r>1e-9 && c++<3) {
      double[] s=new double[d.size()], sl=new double[d.size()], s2=new double[d.size()], o=new double[f.count()];
      p.evaluate(at,s,sl); d.slopes(at,s,p.regime(),s2); double q=d.outputs(at,s,p.regime(),o);
      System.out.printf(" piece from %.6g to %.6g kind %s res %.3g Q=%.6g%n",p.from(),p.to(),p.getClass().getSimpleName(),r,q);
      for (int i=0;i<Math.min(12,f.count());i++) System.out.printf("    %s V=%.17g dV=%.6g formula=%.6g q=%.6g%n",p.regime()[i],s[i],sl[i],s2[i],o[i]);
    } }
    }
  }
}
