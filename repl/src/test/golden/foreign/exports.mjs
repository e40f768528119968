const invert = b => !b;
export { invert as not_so };
export const half = x => x / 2;
