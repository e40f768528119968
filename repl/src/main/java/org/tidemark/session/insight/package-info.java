/**
 * What an editor wants to know of an entry that is being typed: how it may go on, what its parts
 * are, what is being called, what belongs somewhere. Nothing here evaluates anything.
 */
package org.tidemark.session.insight;
