package org.tidemark.grammar.tree;

/** One statement of a script or a body. */
public sealed interface Statement extends Node
    permits ImportStatement,
        UnitDeclaration,
        ExchangeDeclaration,
        Definition,
        FunctionDeclaration,
        Declaration,
        CorrelateStatement,
        WhenStatement,
        ShowStatement,
        ExpressionStatement,
        PlotStatement,
        ExportStatement,
        AssertStatement,
        InvalidStatement {}
