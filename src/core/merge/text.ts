import { align } from './align';
import { lines, textOf, type Unit, type Units, words } from './units';

export interface MergedText {
  readonly text: string;
  /** Both sides changed the same place; both changes are there, but a person should look at it. */
  readonly clash: boolean;
}

/**
 * What two people made of one text, in one text: by lines, and where both changed the same lines by words. A word is gone where either
 * side deleted it; whatever either side inserted is there, and where both inserted at one place both insertions stand there, in an
 * order that does not depend on whose is whose.
 * @param base the text that both began with
 */
export function mergeText(base: string, mine: string, theirs: string): MergedText {
  if (mine === theirs || theirs === base) return { text: mine, clash: false };
  if (mine === base) return { text: theirs, clash: false };
  const [one, other] = mine < theirs ? [mine, theirs] : [theirs, mine];
  const sides = { base: lines.cut(base), one: lines.cut(one), other: lines.cut(other) };
  const { units, clash } = mergeUnits(sides, (region) => mergeLines(region));
  const [first] = units;
  const tail = threeWay(sides.base.tail, sides.one.tail, sides.other.tail);
  return { text: (first?.isFirst ? first.gap : '') + textOf(units, lines) + tail, clash };
}

/** A stretch that both sides changed. */
interface Region {
  readonly base: readonly Unit[];
  readonly one: readonly Unit[];
  readonly other: readonly Unit[];
}

interface Merged {
  readonly units: readonly Unit[];
  readonly clash: boolean;
}

interface MergedUnits extends Merged {
  /** How many units of the base are in it. */
  readonly kept: number;
}

/** Merges what is cut already. @param mergeRegion for what both sides changed, each otherwise */
function mergeUnits(
  sides: { readonly base: Units; readonly one: Units; readonly other: Units },
  mergeRegion: (region: Region) => Merged,
): MergedUnits {
  const [base, one, other] = [sides.base.units, sides.one.units, sides.other.units];
  const inOne = align(contents(base), contents(one));
  const inOther = align(contents(base), contents(other));
  const units: Unit[] = [];
  let clash = false;
  let kept = 0;
  let [fromBase, fromOne, fromOther] = [0, 0, 0];
  const region = (toBase: number, toOne: number, toOther: number): void => {
    const merged = resolve(
      {
        base: base.slice(fromBase, toBase),
        one: one.slice(fromOne, toOne),
        other: other.slice(fromOther, toOther),
      },
      mergeRegion,
    );
    for (const unit of merged.units) units.push(unit);
    clash ||= merged.clash;
    [fromBase, fromOne, fromOther] = [toBase + 1, toOne + 1, toOther + 1];
  };
  base.forEach((unit, index) => {
    const [placeInOne = -1, placeInOther = -1] = [inOne[index], inOther[index]];
    if (placeInOne < 0 || placeInOther < 0) return;
    region(index, placeInOne, placeInOther);
    units.push(keptUnit(unit, one[placeInOne] ?? unit, other[placeInOther] ?? unit));
    kept += 1;
  });
  region(base.length, one.length, other.length);
  return { units, clash, kept };
}

function resolve(region: Region, mergeRegion: (region: Region) => Merged): Merged {
  const { base, one, other } = region;
  if (same(one, other) || same(other, base)) return { units: one, clash: false };
  if (same(one, base)) return { units: other, clash: false };
  return mergeRegion(region);
}

/** By words, unless so little of what was there is left that they would make no sentence: then whole lines stay together. */
function mergeLines(region: Region): Merged {
  const { base, one, other } = region;
  if (base.length === 0) return { units: bothInserted(one, other), clash: false };
  const cut = (units: readonly Unit[]): Units => words.cut(textOf(units, lines));
  const sides = { base: cut(base), one: cut(one), other: cut(other) };
  const merged = mergeUnits(sides, (part) => bySlots(part));
  const isReadable = !merged.clash || merged.kept * 2 >= sides.base.units.length;
  if (isReadable) return { units: asLines(merged.units, region), clash: merged.clash };
  return bySlots(region);
}

/** Merged words as lines, behind what parted the first line of the stretch from the one before it. */
function asLines(merged: readonly Unit[], { base, one, other }: Region): readonly Unit[] {
  const [first, ...rest] = lines.cut(textOf(merged, words)).units;
  const [ofBase, ofOne, ofOther] = [base[0], one[0], other[0]];
  if (!first || !ofBase || !ofOne || !ofOther) return [];
  const { gap, isFirst } = keptUnit(ofBase, ofOne, ofOther);
  return [{ ...first, gap, isFirst }, ...rest];
}

/**
 * Each place between two units of the base has what either side inserted there. None of the units between was kept by both, so that
 * the places say no more than an order.
 */
function bySlots({ base, one, other }: Region): Merged {
  const [inOne, inOther] = [slots(base, one), slots(base, other)];
  const [allOfOne, allOfOther] = [inOne.flat(), inOther.flat()];
  const clash = allOfOne.length + allOfOther.length > 0;
  if (holds(allOfOne, allOfOther)) return { units: allOfOne, clash };
  if (holds(allOfOther, allOfOne)) return { units: allOfOther, clash };
  return { units: inOne.flatMap((units, slot) => bothInserted(units, inOther[slot] ?? [])), clash };
}

/** What a side inserted, by the number of units of the base that it stands behind. */
function slots(base: readonly Unit[], side: readonly Unit[]): Unit[][] {
  const places = align(contents(base), contents(side));
  const found: Unit[][] = Array.from({ length: base.length + 1 }, () => []);
  const baseAt = new Map<number, number>();
  places.forEach((place, index) => {
    if (place >= 0) baseAt.set(place, index);
  });
  let slot = 0;
  side.forEach((unit, index) => {
    const stayed = baseAt.get(index);
    if (stayed === undefined) found[slot]?.push(unit);
    else slot = stayed + 1;
  });
  return found;
}

/** Both insertions, what they begin and end with alike once. */
function bothInserted(one: readonly Unit[], other: readonly Unit[]): readonly Unit[] {
  if (holds(one, other)) return one;
  if (holds(other, one)) return other;
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start]?.content === other[start]?.content) start += 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end)?.content === other.at(-1 - end)?.content) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const ordered = contents(left).join('\0') < contents(right).join('\0') ? [left, right] : [right, left];
  return [...one.slice(0, start), ...ordered.flat(), ...one.slice(one.length - end)];
}

/** Whether all of `part` stands in `whole`, in its order. */
function holds(whole: readonly Unit[], part: readonly Unit[]): boolean {
  let at = 0;
  for (const { content } of whole) if (content === part[at]?.content) at += 1;
  return at === part.length;
}

/** A unit that both kept, behind the white space that either gave it. */
function keptUnit(base: Unit, one: Unit, other: Unit): Unit {
  if (sameGap(one, other) || sameGap(other, base)) return one;
  if (sameGap(one, base)) return other;
  return threeWay(base.gap, one.gap, other.gap) === one.gap ? one : other;
}

/** White space: of two changes the longer one. */
function threeWay(base: string, one: string, other: string): string {
  if (one === other || other === base) return one;
  if (one === base) return other;
  return one.length > other.length || (one.length === other.length && one < other) ? one : other;
}

const contents = (units: readonly Unit[]): string[] => units.map(({ content }) => content);
const sameGap = (a: Unit, b: Unit): boolean => a.gap === b.gap && a.isFirst === b.isFirst;
const same = (a: readonly Unit[], b: readonly Unit[]): boolean =>
  a.length === b.length && a.every(({ content }, index) => content === b[index]?.content);
