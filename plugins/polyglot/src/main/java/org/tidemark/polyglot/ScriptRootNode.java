package org.tidemark.polyglot;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tidemark.api.Program;
import org.tidemark.model.Defined;
import org.tidemark.model.Watch;
import org.tidemark.polyglot.interop.ModelObject;
import org.tidemark.spi.value.Value;

/** Runs a script. */
final class ScriptRootNode extends RootNode {
  private final Source source;
  private final Program program;

  ScriptRootNode(TideLanguage language, Source source, Program program) {
    super(language);
    this.source = source;
    this.program = program;
  }

  @Override
  public Object execute(VirtualFrame frame) {
    return run();
  }

  @TruffleBoundary
  private Object run() {
    Map<String, Value> members = new LinkedHashMap<>();
    for (Defined defined : program.definitions(Watch.none())) {
      defined.value().ifPresent(value -> members.put(defined.name(), value));
    }
    return new ModelObject(members);
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
