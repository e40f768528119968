package org.tidemark.grammar.tree;

/** Anything that has a value. */
public sealed interface Expression extends Node
    permits NumberLiteral,
        QuantityLiteral,
        TextLiteral,
        BoolLiteral,
        NameReference,
        ThisReference,
        MemberAccess,
        IndexAccess,
        Call,
        TableLiteral,
        WithExpression,
        UnaryOperation,
        BinaryOperation,
        RangeExpression,
        ApproximateEquality,
        Conversion,
        Pipe,
        Conditional,
        Lambda,
        ListLiteral,
        Comprehension,
        RecordLiteral,
        Block {}
