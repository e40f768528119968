package org.tidemark.api;

/**
 * What keeps a plugin, or a part of it, from being used.
 *
 * @param code stable, {@code "E0741"}
 * @param message what is wrong, in one line
 */
public record PluginProblem(String code, String message) {}
