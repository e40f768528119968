package org.tidemark.polyglot;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;

/** Runs a script in the context that is entered; contexts may share it. */
final class ScriptRootNode extends RootNode {
  private final Source source;

  ScriptRootNode(TideLanguage language, Source source) {
    super(language);
    this.source = source;
  }

  @Override
  public Object execute(VirtualFrame frame) {
    return run();
  }

  @TruffleBoundary
  private Object run() {
    return TideContext.get().run(source);
  }

  @Override
  public String getName() {
    return source.getName();
  }

  @Override
  public SourceSection getSourceSection() {
    return source.hasCharacters() ? source.createSection(0, source.getLength()) : null;
  }
}
