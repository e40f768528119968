package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.GenerateWrapper;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.instrumentation.ProbeNode;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.util.Set;
import org.tidemark.api.Program;
import org.tidemark.polyglot.TideLanguage;

/**
 * What a script does. As long as no tool wants to see its steps, it has none: then formulas are
 * compiled and several threads share long work.
 */
@GenerateWrapper
public class ScriptNode extends Node implements InstrumentableNode {
  private static final Set<Class<?>> STEPS =
      Set.of(
          StandardTags.StatementTag.class, StandardTags.RootTag.class, StandardTags.CallTag.class);

  private final Origin origin;

  /** How a script is run. */
  @FunctionalInterface
  public interface Runner {
    /**
     * Runs it; what comes of it is a value for guests.
     *
     * @param traced whether it tells tools of its steps
     */
    Object run(Program program, boolean traced);
  }

  /** What is run. */
  record Origin(TideLanguage language, Source source, Program program, Runner runner) {
    SourceSection section() {
      return source.hasCharacters() ? source.createSection(0, source.getLength()) : null;
    }
  }

  ScriptNode(Origin origin) {
    this.origin = origin;
  }

  /** For the wrapper. */
  ScriptNode(ScriptNode wrapped) {
    this(wrapped.origin);
  }

  /**
   * The node of a script.
   *
   * @param stepping whether its steps are wanted by somebody who does not say so, as those do that
   *     only look now and then what is under way
   */
  public static ScriptNode of(
      TideLanguage language, Source source, Program program, Runner runner, boolean stepping) {
    Origin origin = new Origin(language, source, program, runner);
    return stepping ? new SteppingScriptNode(origin) : new ScriptNode(origin);
  }

  final Origin origin() {
    return origin;
  }

  /** Runs the script. */
  public Object execute(@SuppressWarnings("unused") VirtualFrame frame) {
    return run();
  }

  @TruffleBoundary
  private Object run() {
    return origin.runner().run(origin.program(), false);
  }

  @Override
  public InstrumentableNode materializeInstrumentableNodes(Set<Class<? extends Tag>> wanted) {
    return wanted.stream().anyMatch(STEPS::contains) ? new SteppingScriptNode(origin) : this;
  }

  @Override
  public boolean isInstrumentable() {
    return origin.source().hasCharacters();
  }

  @Override
  public WrapperNode createWrapper(ProbeNode probe) {
    return new ScriptNodeWrapper(this, this, probe);
  }

  @Override
  public boolean hasTag(Class<? extends Tag> tag) {
    return tag == StandardTags.RootTag.class;
  }

  @Override
  public SourceSection getSourceSection() {
    return origin.section();
  }
}
