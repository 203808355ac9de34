import { LETTERS } from './spaces';

/** The months, January first: stems of Russian and Belarusian names with their endings in all cases, English names, short forms. */
const MONTHS: readonly (readonly [names: string, short: string])[] = [
  ['january январ:ь,я,ю,ём,ем,е студзен:ь,я,ю,ем,і', 'jan янв студз'],
  ['february феврал:ь,я,ю,ём,ем,е лют:ы,ага,аму,ым', 'feb фев февр'],
  ['march март:,а,у,ом,е сакавік:,а,у,ом', 'mar сак'],
  ['april апрел:ь,я,ю,ем,е красавік:,а,у,ом', 'apr апр крас'],
  ['may ма:й,я,ю,ем,е,і тра:вень,ўня,ўню,ўнем,ўні', ''],
  ['june июн:ь,я,ю,ем,е чэрвен:ь,я,ю,ем,і', 'jun чэрв'],
  ['july июл:ь,я,ю,ем,е ліпен:ь,я,ю,ем,і', 'jul ліп'],
  ['august август:,а,у,ом,е жні:вень,ўня,ўню,ўнем,ўні', 'aug авг жн'],
  ['september сентябр:ь,я,ю,ём,ем,е верас:ень,ня,ню,нем,ні', 'sep sept сен сент вер'],
  ['october октябр:ь,я,ю,ём,ем,е кастрычнік:,а,у,ам', 'oct окт кастр'],
  ['november ноябр:ь,я,ю,ём,ем,е лістапад:,а,у,ам,зе', 'nov ноя нояб ліст'],
  ['december декабр:ь,я,ю,ём,ем,е снеж:ань,ня,ню,нем,ні', 'dec дек снеж'],
];

const forms = (names: string): string[] =>
  names.split(' ').flatMap((name) => {
    const [stem = '', endings] = name.split(':');
    return endings === undefined ? [stem] : endings.split(',').map((ending) => stem + ending);
  });
const FULL = new Map(
  MONTHS.flatMap(([names], index) => forms(names).map((name) => [name, index + 1] as const)),
);
const SHORT = new Map(
  MONTHS.flatMap(([, names], index) => forms(names).map((name) => [name, index + 1] as const)),
);

const capitalised = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
const shortNames = [...SHORT.keys()].flatMap((name) => [name, capitalised(name)]).join('|');

/** A word that may be a month's name; only a short form has a full stop. A source of regular expressions. */
export const MONTH = `[${LETTERS}]{2,12}(?![${LETTERS}])(?:(?<=(?<![${LETTERS}])(?:${shortNames}))\\.)?`;

/**
 * The number of a month by its name in any case, 1 to 12. In Latin letters it begins with a capital: `may` and `march` are
 * other words.
 */
export function monthOf(written: string): number | null {
  if (/^[a-z]/.test(written)) return null;
  const name = written.toLowerCase().replace(/\.$/, '');
  return FULL.get(name) ?? SHORT.get(name) ?? null;
}
