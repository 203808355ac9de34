/** A decimal number, exactly, in its shortest form: `1500000`, `8.2`, `-0.5`. Equal numbers are equal strings. */
export type Decimal = string;

/**
 * Makes a decimal number.
 * @param whole digits before the decimal mark
 * @param fraction digits after it; may be empty
 * @param power of ten that it is multiplied by, 0 or more
 */
export function decimal(whole: string, fraction: string, power = 0): Decimal {
  const digits = whole + fraction.padEnd(power, '0');
  const places = Math.max(0, fraction.length - power);
  const padded = digits.padStart(places + 1, '0');
  const before = padded.slice(0, padded.length - places).replace(/^0+(?=\d)/, '');
  const after = padded.slice(padded.length - places).replace(/0+$/, '');
  return after === '' ? before : `${before}.${after}`;
}

/** A decimal number, not below zero, times a power of ten. */
export function timesTen(number: Decimal, power: number): Decimal {
  const [whole = '', fraction = ''] = number.split('.');
  return decimal(whole, fraction, power);
}

/** The sum of two decimal numbers, neither below zero. */
export function sum(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(placesOf(a), placesOf(b));
  return fromScaled(scaled(a, places) + scaled(b, places), places);
}

/** Whether `a` is less than `b`, neither below zero. */
export function isLess(a: Decimal, b: Decimal): boolean {
  const places = Math.max(placesOf(a), placesOf(b));
  return scaled(a, places) < scaled(b, places);
}

/** Without its sign. */
export const magnitude = (number: Decimal): Decimal => number.replace(/^-/, '');

/** With the other sign; zero has none. */
export const negative = (number: Decimal): Decimal => (number === '0' ? number : `-${number}`);

const placesOf = (number: Decimal): number => number.split('.')[1]?.length ?? 0;

const scaled = (number: Decimal, places: number): bigint => {
  const [whole = '', fraction = ''] = number.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
};

const fromScaled = (value: bigint, places: number): Decimal => {
  const digits = value.toString().padStart(places + 1, '0');
  return decimal(digits.slice(0, digits.length - places), digits.slice(digits.length - places));
};
