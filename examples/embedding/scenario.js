// JavaScript that asks a model of Tide, amends it and reads what follows.
const model = Polyglot.eval('tide', `
param r: 1/year = 5 %/year
doubling = log(2) / r
`);

print(`${model.doubling}`);
for (const rate of [0.01, 0.02]) {
  const scenario = model.with({ r: rate });
  print(`${100 * rate} %/year: ${scenario.doubling.value.toFixed(3)} ${scenario.doubling.unit}`);
}
