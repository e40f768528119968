// Demand for inference, as another team models it in JavaScript: three groups of users, each with
// the price at which half of it still buys. Prices are in USD/Mtoken, quantities in Gtoken/year.

const groups = [
  { name: "coding agents", size: 9_000, half: 12, steepness: 2.5 },
  { name: "search", size: 30_000, half: 3, steepness: 4 },
  { name: "companions", size: 80_000, half: 0.6, steepness: 3 },
];

// The part of a group that buys at a price: a logistic curve of its logarithm.
const buying = (group, price) => 1 / (1 + (price / group.half) ** group.steepness);

function demand(price) {
  if (!(price > 0)) throw new RangeError("a price above zero is needed");
  return groups.reduce((sum, group) => sum + group.size * buying(group, price), 0);
}

// What each group buys, in the order above.
const byGroup = price => groups.map(group => group.size * buying(group, price));
