package org.tidemark.grammar.tree;

/** What may stand after a colon or behind {@code as}. */
public sealed interface TypeExpression extends Node permits UnitType, SimpleType, ListType {}
