package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import org.tidemark.polyglot.TideLanguage;

/** The frame of a definition, a declaration, a field or a function, under its name. */
final class StepsRootNode extends RootNode {
  private final String name;
  private final SourceSection section;
  @Child private StepsNode body;

  StepsRootNode(TideLanguage language, String name, SourceSection section, StepsNode body) {
    super(language);
    this.name = name;
    this.section = section;
    this.body = body;
  }

  @Override
  public Object execute(VirtualFrame frame) {
    return body.execute(frame);
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public SourceSection getSourceSection() {
    return section;
  }
}
