package org.tidemark.polyglot;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import org.tidemark.api.Program;
import org.tidemark.polyglot.instrument.ScriptNode;

/** Runs a script in the context that is entered; contexts may share it. */
final class ScriptRootNode extends RootNode {
  private final Source source;
  @Child private ScriptNode body;

  ScriptRootNode(TideLanguage language, Source source, Program program, boolean stepping) {
    super(language);
    this.source = source;
    this.body =
        ScriptNode.of(
            language, source, program, run -> TideContext.get().run(source, run), stepping);
  }

  @Override
  public Object execute(VirtualFrame frame) {
    return body.execute(frame);
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
