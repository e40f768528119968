function negative(p) {
  return inner(p);
}

function inner(p) {
  throw new RangeError("a price below zero");
}

const root = p => Math.sqrt(-p);
const over = p => p / 0;
const words = p => "many";
const record = p => ({ value: p });
const nothing = p => { p + 1; };
const later = async p => p;
const lists = p => [1, [2], "three"];
const truth = p => p > 1;
const random = p => Math.random();
const now = p => new Date().getTime();
const reach = p => process.env.HOME;
const two = (a, b) => a + b;
const none = () => 1;
function deep(p) { return deep(p) + 1; }
const number = 3;
