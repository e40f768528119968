function demand(p) {
  return 100 / (1 + p;
}
