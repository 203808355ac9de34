/** Names of the months, January first, each with its short forms, as wires print them (Slavic languages in the genitive). */
const NAMES: readonly string[] = [
  'january jan января янв студзеня студ січня січ enero ene janvier janv gennaio gen januar jänner stycznia',
  'february feb февраля фев лютага лют лютого лют febrero février févr fevr febbraio februar lutego',
  'march mar марта мар сакавіка сак березня бер marzo mars marzo märz marca',
  'april apr апреля апр красавіка крас квітня квіт abril abr avril avr aprile april kwietnia',
  'may мая мая травня трав mayo mai maggio mag maja',
  'june jun июня июн чэрвеня чэрв червня черв junio juin giugno giu juni czerwca',
  'july jul июля июл ліпеня ліп липня лип julio juillet juil luglio lug juli lipca',
  'august aug августа авг жніўня жнів серпня серп agosto ago août aout agosto sierpnia',
  'september sept sep сентября сен верасня вер вересня вер septiembre set septembre settembre września',
  'october oct октября окт кастрычніка кастр жовтня жовт octubre octobre ottobre ott oktober okt października',
  'november nov ноября ноя лістапада ліст листопада лист noviembre novembre listopada',
  'december dec декабря дек снежня снеж грудня груд diciembre dic décembre déc dicembre dezember dez grudnia',
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/**
 * The number of a month.
 * @param name in any case, full or short, with or without a full stop
 * @returns 1 to 12, or null
 */
export const monthNumber = (name: string): number | null =>
  NUMBERS.get(name.normalize('NFC').toLowerCase().replace(/\.$/, '')) ?? null;

/** A calendar day in ISO 8601, or null where there is no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
