/**
 * Tide for programs that know only {@code javax.script}: {@code new
 * ScriptEngineManager().getEngineByName("tide")}.
 *
 * <p>Whoever writes Java against Tidemark is better served by {@link org.tidemark.api}, whose
 * methods say what they take and give.
 */
package org.tidemark.script;
