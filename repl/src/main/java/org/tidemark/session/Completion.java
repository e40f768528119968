package org.tidemark.session;

/**
 * A way in which an entry may go on.
 *
 * @param from where what it replaces begins, in the entry
 * @param to where that ends
 * @param text what to put there
 * @param sort what it is: {@code "unit"}, {@code "field"}, {@code "command"}
 * @param description a few words about it; may be empty
 * @param whole whether a space or the next token may follow, rather than more of the same word
 */
public record Completion(
    int from, int to, String text, String sort, String description, boolean whole) {}
