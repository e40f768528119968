/** The commands of the prompt, each a class of its own. */
package org.tidemark.session.command;
