package org.tidemark.session.insight;

import java.util.List;
import java.util.Optional;
import org.tidemark.api.Callee;
import org.tidemark.api.Lookup;
import org.tidemark.session.Signature;

/** Shows the call that is being typed. */
final class Signatures {
  private Signatures() {}

  static Optional<Signature> at(Lookup lookup, Cursor cursor) {
    boolean inCall = false;
    for (Frame at = cursor.frame; at != null; at = at.outer) {
      inCall |= at.kind == Frame.Kind.CALL;
    }
    return inCall
        ? new Marking(lookup, cursor).askAround().callee().map(Signatures::of)
        : Optional.empty();
  }

  private static Signature of(Callee callee) {
    List<String> parameters = callee.parameters().stream().map(Callee.Parameter::shown).toList();
    String description = callee.doc();
    if (callee.current() >= 0) {
      Callee.Parameter current = callee.parameters().get(callee.current());
      String doc = current.doc().isEmpty() ? current.words() : current.doc();
      String name = current.name().isEmpty() ? "" : current.name() + ": ";
      description = doc.isEmpty() ? description : name + doc;
    }
    return new Signature(callee.name(), parameters, callee.current(), description);
  }
}
