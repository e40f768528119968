export function demand(p) { return 50 / (1 + p); }
