// Tide, as the parser sees it: behind the layout pass, which has applied the newline rule, marked
// juxtaposition, told braces apart and relabelled words by their place. Each decision below needs
// one token, but for `[k in xs]` which needs two.
parser grammar Tide;

options { tokenVocab = TideTokens; }

oneStatement: statement EOF;
oneExpression: expression EOF;

statement
  : importStatement
  | unitDeclaration
  | exchangeDeclaration
  | definition
  | functionDeclaration
  | declaration
  | correlateStatement
  | whenStatement
  | showStatement
  | plotStatement
  | exportStatement
  | assertStatement
  | expression
  ;

importStatement: IMPORT (NAME (DOT NAME)* | text) (AS NAME)?;
unitDeclaration: UNIT NAME (ASSIGN expression)?;
exchangeDeclaration: EXCHANGE NAME ASSIGN expression;

definition
  : (PARAM | LET) (NAME | LABEL) definitionRest
  | (DEFINES | LABEL) definitionRest
  ;
definitionRest: (COLON type)? ASSIGN expression (IN bounds)? annotation*;
bounds: sum RANGE sum;

functionDeclaration
  : FN NAME parameters (ARROW type)? ASSIGN expression annotation*
  | FOREIGN FN NAME parameters (ARROW type)? FROM text annotation*
  ;
parameters: OPEN_PAREN (parameter (COMMA parameter)* TRAILING_COMMA?)? CLOSE_PAREN;
parameter: (NAME | LABEL) (COLON type)? (ASSIGN expression)?;

declaration
  : KIND ((NAME | LABEL) text? | text) repetition? (EXTENDS postfix)? (ON postfix)? (WHEN expression)?
    (COLON type)? (ASSIGN expression)? (IN bounds)? body? annotation*
  ;
repetition: OPEN_BRACKET (NAME IN)? expression CLOSE_BRACKET;
body: OPEN_BODY statement? (separator statement?)* CLOSE_BRACE;
separator: SEMICOLON | NEWLINE;
annotation: AT NAME (OPEN_PAREN arguments CLOSE_PAREN)?;

correlateStatement: CORRELATE postfix (COMMA postfix)* ASSIGN expression;
whenStatement: ONCE? WHEN expression ONCE? body;
showStatement: SHOW item (COMMA item)*;
plotStatement: PLOT item (COMMA item)* (OVER NAME IN expression)? annotation*;
item: (LABEL COLON)? expression;
exportStatement: EXPORT text ASSIGN (plotStatement | expression);
assertStatement: ASSERT expression (COMMA expression)?;

// Loosest first.
expression
  : IF expression THEN expression ELSE expression
  | lambda
  | disjunction
  ;
lambda
  : LAMBDA_NAME MAPS_TO expression
  | OPEN_LAMBDA (NAME (COMMA NAME)* TRAILING_COMMA?)? CLOSE_PAREN MAPS_TO expression
  ;
disjunction: conjunction (OR conjunction)*;
conjunction: negation (AND negation)*;
negation: NOT* comparison;
comparison
  : conversion
    ( (EQUAL | NOT_EQUAL | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL | TILDE) conversion
    | APPROXIMATELY conversion (WITHIN conversion)?
    )?
  ;
// A stage that is a lambda takes brackets: without them its body would swallow the next stage.
conversion: spread (AS type | PIPE postfix)*;
spread: sum ((TO | PLUS_MINUS) sum | RANGE sum (BY sum)?)?;
sum: product ((PLUS | MINUS) product)*;
product: negative ((STAR | SLASH) negative)*;
negative: MINUS* (quantity | power);
quantity: MAGNITUDE JUXTAPOSE (NAME | PERCENT) (CARET exponent)?;
power: postfix (CARET exponent)*;
exponent: MINUS* postfix;
postfix
  : primary
    ( DOT NAME
    | OPEN_PAREN arguments CLOSE_PAREN
    | OPEN_BRACKET expression CLOSE_BRACKET
    | WITH OPEN_WITH override? (overrideSeparator override?)* CLOSE_BRACE
    )*
  ;
arguments: (argument (COMMA argument)* TRAILING_COMMA?)?;
argument: (LABEL COLON)? expression;
override: NAME (DOT NAME)* ASSIGN expression;
overrideSeparator: COMMA | SEMICOLON | NEWLINE | TRAILING_COMMA;

primary
  : NUMBER
  | NAME
  | PERCENT
  | TRUE
  | FALSE
  | THIS
  | text
  | OPEN_PAREN expression CLOSE_PAREN
  | list
  | record
  | block
  | table
  ;
// A list and a comprehension share their first element, so they share a rule.
list
  : OPEN_BRACKET
    (expression (FOR NAME IN expression (IF expression)? | (COMMA expression)* TRAILING_COMMA?))?
    CLOSE_BRACKET
  ;
record: OPEN_RECORD (entry (COMMA entry)* TRAILING_COMMA?)? CLOSE_BRACE;
entry: LABEL COLON expression | NAME;
block: OPEN_BLOCK statement? (separator statement?)* CLOSE_BRACE;
table: TABLE OPEN_PAREN arguments CLOSE_PAREN OPEN_TABLE row? (separator row?)* CLOSE_BRACE;
row: expression (COMMA expression)* TRAILING_COMMA?;
text: TEXT_OPEN (TEXT_CHUNK | TEXT_ESCAPE | hole)* TEXT_CLOSE;
hole: TEXT_HOLE expression CLOSE_BRACE;

type: OPEN_BRACKET type CLOSE_BRACKET | unit;
unit: unitPower ((STAR | SLASH) unitPower)*;
unitPower: unitAtom (CARET unitExponent)?;
unitAtom: NAME | NUMBER | PERCENT | OPEN_PAREN unit CLOSE_PAREN;
unitExponent: MINUS* (NUMBER | OPEN_PAREN MINUS* NUMBER (SLASH NUMBER)? CLOSE_PAREN);
