package org.tidemark.polyglot.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.source.SourceSection;
import java.util.List;
import org.tidemark.api.TideException;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.polyglot.TideLanguage;

/**
 * What is wrong with a script, or with what is asked of it, as guests and embedders see it: the
 * diagnostics as the command prints them, and the place of the first.
 */
@ExportLibrary(InteropLibrary.class)
public final class TideFailure extends AbstractTruffleException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;
  private final transient SourceSection place;
  private final ExceptionType type;
  private final boolean incomplete;

  private TideFailure(
      TideException wrong, SourceSection place, ExceptionType type, boolean incomplete) {
    super(wrong.getMessage());
    this.diagnostics = wrong.diagnostics();
    this.place = place;
    this.type = type;
    this.incomplete = incomplete;
  }

  /**
   * A script that is no program.
   *
   * @param incomplete whether more text might make it one
   */
  public static TideFailure unsound(TideException wrong, Sources sources, boolean incomplete) {
    return new TideFailure(wrong, sources.firstOf(wrong), ExceptionType.PARSE_ERROR, incomplete);
  }

  /** Something that has no value, or was asked for in a wrong way. */
  public static TideFailure of(TideException wrong, Sources sources) {
    return new TideFailure(wrong, sources.firstOf(wrong), ExceptionType.RUNTIME_ERROR, false);
  }

  /** Something that was asked for in a wrong way, at no place in a script. */
  public static TideFailure of(String code, String message, String help) {
    return new TideFailure(
        new TideException(List.of(Diagnostic.error(code, message).withHelp(help))),
        null,
        ExceptionType.RUNTIME_ERROR,
        false);
  }

  /** What is wrong, each with its stable code and its place. */
  public List<Diagnostic> diagnostics() {
    return diagnostics == null ? List.of() : diagnostics;
  }

  @ExportMessage
  ExceptionType getExceptionType() {
    return type;
  }

  @ExportMessage
  boolean isExceptionIncompleteSource() {
    return incomplete;
  }

  @ExportMessage
  boolean hasSourceLocation() {
    return place != null;
  }

  @ExportMessage
  SourceSection getSourceLocation() throws UnsupportedMessageException {
    if (place == null) {
      throw UnsupportedMessageException.create();
    }
    return place;
  }

  @ExportMessage
  boolean hasLanguage() {
    return true;
  }

  @ExportMessage
  Class<? extends TruffleLanguage<?>> getLanguage() {
    return TideLanguage.class;
  }

  @ExportMessage
  boolean hasMetaObject() {
    return true;
  }

  @ExportMessage
  Object getMetaObject() {
    return TypeObject.ERROR;
  }

  @ExportMessage
  @TruffleBoundary
  Object toDisplayString(boolean allowSideEffects) {
    return getMessage();
  }
}
