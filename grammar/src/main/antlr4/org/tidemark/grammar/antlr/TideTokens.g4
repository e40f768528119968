// The words and signs of Tide. Everything a text may hold is some token, so the lexer never fails:
// what no script may hold is UNKNOWN, and the reader explains it.
lexer grammar TideTokens;

// Given out by the layout pass between lexer and parser, never by the lexer. Each stands in the
// place of a real token, or (NEWLINE, JUXTAPOSE) copies its source. They let the parser decide
// with one token of lookahead.
tokens {
  NEWLINE,        // a line end that ends a statement
  JUXTAPOSE,      // between a number and the one name behind it
  MAGNITUDE,      // a number with a name behind it
  LABEL,          // any word right before a colon
  DEFINES,        // a name right before `=`, at the start of a statement
  LAMBDA_NAME,    // a name right before `=>`
  KIND,           // the first of two names at the start of a statement
  PARAM, UNIT, EXCHANGE, FOREIGN, CORRELATE, ONCE, EXTENDS, ON, FROM, OVER, TABLE,
  OPEN_LAMBDA,    // `(` of the parameters of a lambda
  OPEN_BODY, OPEN_BLOCK, OPEN_RECORD, OPEN_WITH, OPEN_TABLE,
  TRAILING_COMMA, // a comma right before a closing bracket
  INVALID         // something that has been reported already
}

IF: 'if';
THEN: 'then';
ELSE: 'else';
FOR: 'for';
IN: 'in';
TO: 'to';
BY: 'by';
AS: 'as';
WITH: 'with';
WITHIN: 'within';
OR: 'or';
AND: 'and';
NOT: 'not';
TRUE: 'true';
FALSE: 'false';
THIS: 'this';
WHEN: 'when';
FN: 'fn';
IMPORT: 'import';
SHOW: 'show';
PLOT: 'plot';
EXPORT: 'export';
ASSERT: 'assert';
LET: 'let';

NAME: LETTER (LETTER | DIGIT)*;
NUMBER: DIGITS ('.' DIGITS)? EXPONENT?;
BAD_NUMBER
  : '0' [xXbBoO] [0-9a-fA-F_]+
  | DIGITS ('.' DIGITS) ('.' DIGITS)+
  | [0-9_]* DIGIT '_'+ ('.' DIGITS)?
  | DIGIT [0-9_]* '__' [0-9_]* ('.' DIGITS)?
  | '.' DIGITS EXPONENT?
  ;

TEXT_OPEN: '"' -> pushMode(TEXT);

PLUS_MINUS: '+-' | '±';
PLUS: '+';
ARROW: '->';
MINUS: '-';
STAR: '*';
SLASH: '/';
CARET: '^';
PERCENT: '%';
EQUAL: '==';
NOT_EQUAL: '!=';
LESS_EQUAL: '<=';
GREATER_EQUAL: '>=';
LESS: '<';
GREATER: '>';
APPROXIMATELY: '~=' | '≈';
TILDE: '~';
PIPE: '|>';
MAPS_TO: '=>';
ASSIGN: '=';
RANGE: '..';
DOT: '.';
COMMA: ',';
COLON: ':';
SEMICOLON: ';';
AT: '@';
OPEN_PAREN: '(';
CLOSE_PAREN: ')';
OPEN_BRACKET: '[';
CLOSE_BRACKET: ']';
// A hole in a text returns to the text at its `}`; all braces push a mode so that the right one does.
OPEN_BRACE: '{' -> pushMode(DEFAULT_MODE);
CLOSE_BRACE: '}' -> popMode;

// What other languages have and Tide writes otherwise; there to be explained.
FOREIGN_OPERATOR
  : '&&' | '||' | '!' | '**' | ':=' | '+=' | '-=' | '*=' | '/=' | '^=' | '===' | '!==' | '<>' | '//='
  ;
SINGLE_QUOTED: '\'' ~['\r\n]* '\'';

RULE_COMMENT: '////' ~[\r\n]* -> type(LINE_COMMENT), channel(HIDDEN);
DOC_COMMENT: '///' ~[\r\n]* -> channel(HIDDEN);
LINE_COMMENT: '//' ~[\r\n]* -> channel(HIDDEN);
BLOCK_COMMENT: '/*' .*? '*/' -> channel(HIDDEN);
UNCLOSED_COMMENT: '/*';
LINE_END: ('\r' '\n'? | '\n') -> channel(HIDDEN);
SPACE: [ \t\f\u000B\u00A0\u2007\u202F\uFEFF]+ -> channel(HIDDEN);
UNKNOWN: .;

fragment DIGIT: [0-9];
fragment DIGITS: [0-9]+ ('_' [0-9]+)*;
fragment EXPONENT: [eE] [+-]? DIGITS;
fragment LETTER
  : [a-zA-Z_\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0370-\u0373\u0376\u0377\u037B-\u037D\u0386\u0388-\u03FF\u1E00-\u1FFF]
  ;

mode TEXT;
TEXT_CLOSE: '"' -> popMode;
TEXT_HOLE: '{' -> pushMode(DEFAULT_MODE);
TEXT_ESCAPE: '\\' ~[\r\n];
TEXT_CHUNK: ~["\\{\r\n]+;
TEXT_END_OF_LINE: ('\r' '\n'? | '\n') -> type(LINE_END), channel(HIDDEN);
TEXT_BACKSLASH: '\\' -> type(TEXT_CHUNK);
