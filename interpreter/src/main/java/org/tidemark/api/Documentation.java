package org.tidemark.api;

/**
 * Documentation of something that has a name.
 *
 * @param title its name, with its parameters where it has some
 * @param sort what it is, {@code "function"}
 * @param markdown the text
 */
public record Documentation(String title, String sort, String markdown) {}
