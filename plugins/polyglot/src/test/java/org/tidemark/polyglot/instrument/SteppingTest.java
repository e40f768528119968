package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebugScope;
import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.DebugValue;
import com.oracle.truffle.api.debug.Debugger;
import com.oracle.truffle.api.debug.DebuggerSession;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Test;

/** Going through a script with the debugger of Truffle. */
class SteppingTest {
  private static final String SCRIPT =
      """
      param r = 5 %/year
      param N = 5
      fn twice(x) = {
        let y = x + x
        y
      }
      growth = twice(r)
      span = N * 2
      unread = 1 / 0
      total = growth
        * span
      """;

  @Test
  void x() throws Exception {
    Source source = Source.newBuilder("tide", SCRIPT, "growth.tide").build();
    try (Context context =
        Context.newBuilder("tide").option("engine.WarnInterpreterOnly", "false").build()) {
      Debugger debugger =
          context.getEngine().getInstruments().get("debugger").lookup(Debugger.class);
      try (DebuggerSession session =
          debugger.startSession(
              event -> {
                System.out.println(
                    "at "
                        + event.getSourceSection()
                        + " "
                        + event.getSuspendAnchor()
                        + " ret "
                        + event.getReturnValue()
                        + " bp "
                        + event.getBreakpoints()
                        + " ex "
                        + event.getException());
                for (DebugStackFrame f : event.getStackFrames()) {
                  System.out.println("   frame " + f.getName() + " " + f.getSourceSection());
                  DebugScope sc = f.getScope();
                  while (sc != null) {
                    System.out.print("     scope " + sc.getName() + ":");
                    for (DebugValue v : sc.getDeclaredValues())
                      System.out.print(" " + v.getName() + "=" + v.toDisplayString());
                    System.out.println();
                    sc = sc.getParent();
                  }
                }
                try {
                  System.out.println(
                      "   eval " + event.getTopStackFrame().eval("N + 1").toDisplayString());
                } catch (Exception e) {
                  System.out.println("   eval ! " + e);
                }
                event.prepareStepInto(1);
              })) {
        session.install(Breakpoint.newBuilder(source.getURI()).lineIs(7).build());
        var v = context.eval(source);
        System.out.println(v.getMemberKeys());
        System.out.println(v.getMember("total"));
      }
    }
  }
}
