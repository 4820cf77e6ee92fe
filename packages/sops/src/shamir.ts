/** Multiplication in GF(2^8) with the polynomial of AES, as HashiCorp's Shamir implementation uses it. */
function multiply(left: number, right: number): number {
  let product = 0;
  for (let a = left, b = right; b > 0; b >>= 1) {
    if (b & 1) product ^= a;
    a = (a << 1) ^ (a & 0x80 ? 0x11b : 0);
  }
  return product;
}

/** The inverse is the 254th power, because the multiplicative group has 255 elements. */
function invert(value: number): number {
  let power = 1;
  for (let i = 0; i < 254; i++) power = multiply(power, value);
  return power;
}

/**
 * Puts a secret together from shares: bytes of the secret's length followed by the share's x coordinate. `undefined`
 * if the shares cannot belong together. Too few shares give a wrong secret, which nothing here can notice.
 */
export function combineShares(shares: readonly Buffer[]): Buffer | undefined {
  const length = shares[0]?.length ?? 0;
  const xs = shares.map(share => share[length - 1]);
  if (length < 2 || shares.some(share => share.length !== length)) {
    return undefined;
  }
  if (xs.includes(0) || new Set(xs).size !== xs.length) return undefined;

  // Lagrange's basis polynomials at x = 0; subtraction is XOR in this field.
  const weights = xs.map((x, i) =>
    xs.reduce(
      (weight, other, j) =>
        i === j ? weight : multiply(weight, multiply(other, invert(x ^ other))),
      1,
    ),
  );
  const secret = Buffer.alloc(length - 1);
  shares.forEach((share, i) => {
    for (let at = 0; at < secret.length; at++) {
      secret[at] ^= multiply(share[at], weights[i]);
    }
  });
  return secret;
}
