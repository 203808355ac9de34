import { describe, expect, it } from 'vitest';
import { readDateline } from './datelines';

/** Forms as the agencies print them (docs/note-format.md), with what they say. */
const PRINTED: readonly (readonly [start: string, agency: string, place: string | null, date: string])[] = [
  ['5 марта, Минск /Корр. БЕЛТА/.', 'БелТА', 'Минск', '3-5'],
  ['14 мая, Гродно /ИМЯ ФАМИЛИЯ - БЕЛТА/.', 'БелТА', 'Гродно', '5-14'],
  ['MINSK, 6 April (BelTA) -', 'BelTA', 'Minsk', '4-6'],
  ['MINSK, 30 January (BelTA) –', 'BelTA', 'Minsk', '1-30'],
  ['МОСКВА, 7 марта. /ТАСС/.', 'ТАСС', 'Москва', '3-7'],
  ['НЬЮ-ЙОРК, 9 мая. /ТАСС/.', 'ТАСС', 'Нью-Йорк', '5-9'],
  ['GENEVA, October 8. /TASS/.', 'TASS', 'Geneva', '10-8'],
  ['Москва. 11 ноября. INTERFAX.RU -', 'Interfax', 'Москва', '11-11'],
  ['30 июня. INTERFAX.RU -', 'Interfax', null, '6-30'],
  ['MOSCOW. Sept 3 (Interfax) -', 'Interfax', 'Moscow', '9-3'],
  ['МОСКВА, 6 фев - РИА Новости.', 'РИА Новости', 'Москва', '2-6'],
  ['НЬЮ-ЙОРК, 3 июн - РИА Новости.', 'РИА Новости', 'Нью-Йорк', '6-3'],
  ['OSLO (Reuters) -', 'Reuters', 'Oslo', '-'],
  ['KYIV, Aug 4 (Reuters) -', 'Reuters', 'Kyiv', '8-4'],
  ['PARIS/ROME, Oct 9 (Reuters) -', 'Reuters', 'Paris/Rome', '10-9'],
  ['BERLIN (AP) —', 'AP', 'Berlin', '-'],
  ['LODZ, Poland (AP) —', 'AP', 'Lodz, Poland', '-'],
  ['ATHENS, Ga. (AP) —', 'AP', 'Athens, Ga.', '-'],
  ['Riga, March 2, 2026 (AFP) -', 'AFP', 'Riga', '2026-3-2'],
  ['Paris, 5 août 2025 (AFP) -', 'AFP', 'Paris', '2025-8-5'],
  ['MADRID (AFP) -', 'AFP', 'Madrid', '-'],
  ['BEIJING, May 7 (Xinhua) --', 'Xinhua', 'Beijing', '5-7'],
  ['PARIS, 6 août (Xinhua) --', 'Xinhua', 'Paris', '8-6'],
  ['新华社上海4月2日电', '新华社', '上海', '4-2'],
  ['Warszawa (PAP) -', 'PAP', 'Warszawa', '-'],
  ['4.11.2026, Kraków (PAP) -', 'PAP', 'Kraków', '2026-11-4'],
  ['Berlin (dpa) -', 'dpa', 'Berlin', '-'],
  ['BERLIN (dpa) —', 'dpa', 'Berlin', '-'],
  ['Frankfurt/Main (dpa) –', 'dpa', 'Frankfurt/Main', '-'],
  ['ANKARA (AA) -', 'AA', 'Ankara', '-'],
  ['İSTANBUL (AA) -', 'AA', 'İstanbul', '-'],
  ['ŞANLIURFA (AA) -', 'AA', 'Şanlıurfa', '-'],
  ['Madrid, 7 abr (EFE).-', 'EFE', 'Madrid', '4-7'],
  ['Nueva Delhi, 2 ene (EFE).-', 'EFE', 'Nueva Delhi', '1-2'],
  ['Tokyo, Nov 3 (EFE).-', 'EFE', 'Tokyo', '11-3'],
  ['(ANSA) - ROMA, 2 MAR -', 'ANSA', 'Roma', '3-2'],
  ['(ANSA) - FASANO (BRINDISI), 6 LUG -', 'ANSA', 'Fasano (Brindisi)', '7-6'],
  ['ROMA, 9 NOV (ANSA) -', 'ANSA', 'Roma', '11-9'],
  ['TOKYO (Kyodo) --', 'Kyodo', 'Tokyo', '-'],
  ['HUALIEN, Taiwan (Kyodo) --', 'Kyodo', 'Hualien, Taiwan', '-'],
  ['【パリ共同】', '共同通信', 'パリ', '-'],
  ['SEOUL, Aug. 9 (Yonhap) --', 'Yonhap', 'Seoul', '8-9'],
  ['SEJONG, May 3 (Yonhap) --', 'Yonhap', 'Sejong', '5-3'],
  ['(서울=연합뉴스) 홍길동 기자 =', '연합뉴스', '서울', '-'],
];

describe('a dateline', () => {
  it.each(PRINTED)('is read: %s', (start, agency, place, date) => {
    const dateline = readDateline(`${start} Words of the report (and a bracket) - and more.`);
    expect(dateline).toMatchObject({ printed: start, agency, place });
    const { year, month, day } = dateline ?? {};
    expect([year, month, day].filter((part) => part !== null && part !== undefined).join('-') || '-').toBe(
      date,
    );
  });

  it('may stand behind marks of the wire, and hold no-break spaces', () => {
    expect(readDateline('(2nd LD) SEOUL, Aug. 9 (Yonhap) -- Words')).toMatchObject({
      place: 'Seoul',
      day: 9,
    });
    expect(readDateline('MINSK, 30\u00a0January (BelTA)\u00a0– Words')).toMatchObject({
      printed: 'MINSK, 30\u00a0January (BelTA)\u00a0–',
    });
  });

  it.each([
    'The Australian Federal Police (AFP) - which is larger - said so.',
    'Contrast (Minimum) (AA) - of the guidelines.',
    'A report by the agency (Reuters) - said so.',
    'On 5 March, Minsk was quiet.',
    'Words, 45 January (BelTA) – that is no day.',
    'Words, 5 Januember (BelTA) – that is no month.',
    'MINSK - a city.',
    '',
  ])('is not seen in: %s', (paragraph) => {
    expect(readDateline(paragraph)).toBeNull();
  });
});

it('takes no name that every object has for the spelling of an agency', () => {
  expect(readDateline('MINSK, 30 January (constructor) - Words.')?.agency).toBe('constructor');
});
