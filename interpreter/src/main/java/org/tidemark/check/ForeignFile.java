package org.tidemark.check;

import org.tidemark.grammar.source.SourceText;
import org.tidemark.spi.foreign.ForeignEngine;
import org.tidemark.spi.foreign.ForeignProgram;

/**
 * A file of another language that functions are taken from.
 *
 * @param engine what runs it
 * @param name as the script writes it
 * @param beside whose script
 * @param stamp what told, before it was read, whether it is still the same
 * @param text what it says, under its path from the script's folder
 * @param program the same, read by the engine
 */
public record ForeignFile(
    ForeignEngine engine,
    String name,
    String beside,
    String stamp,
    SourceText text,
    ForeignProgram program) {}
