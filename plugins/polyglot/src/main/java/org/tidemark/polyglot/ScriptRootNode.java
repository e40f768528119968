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
  private final Program program;
  private final boolean stepping;
  @Child private ScriptNode body;

  ScriptRootNode(TideLanguage language, Source source, Program program, boolean stepping) {
    super(language);
    this.source = source;
    this.program = program;
    this.stepping = stepping;
    this.body =
        ScriptNode.of(
            language,
            source,
            program,
            (run, traced) -> TideContext.get().run(source, run, traced),
            stepping);
  }

  @Override
  public Object execute(VirtualFrame frame) {
    TideLanguage language = TideLanguage.get();
    Program own = TideContext.get().program(source);
    if (own != program) {
      // another context parsed it, which may read other files; or they have changed
      return new ScriptRootNode(language, source, own, stepping).getCallTarget().call();
    }
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
