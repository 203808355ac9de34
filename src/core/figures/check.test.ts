import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFigures } from './check';
import { figureSource } from './source';

const ARTICLE = readFileSync('fixtures/vologda-trade/input.txt', 'utf8').split('\n').slice(0, 5).join('\n');
const WIRE = [
  'Exports of potash reached 1,000.5 thousand tonnes, worth $1.5 billion, up 12.4% from 2023; imports fell 3.2 per cent to €940 million.',
  'Inflation will be between 5 and 6 per cent in 2025, the bank said on March 4. The rate went from 9.5% to 10.25%.',
  'The plant sold 2025 tractors in January–November 2024. Two million people live there; output doubled.',
].join('\n');
const RUSSIAN = [
  'МИНСК, 30 января. Товарооборот с Вологодской областью за январь–ноябрь 2024 года вырос на 8,2 %, экспорт — на 21 процент.',
  'Поставки составили 1 000,5 тыс. тонн на 1,5 млрд российских рублей. Подписано восемнадцать прямых договоров между университетами.',
  'В 2025 году планируется снизить потери на 3–5 %. Завод поставил 2 025 тракторов.',
].join('\n');
const BELARUSIAN =
  'Тавараабарот з вобласцю за студзень–лістапад 2024 года павялічыўся на 8,2 працэнта, экспарт — на 21 %. Падпісана дванаццаць дагавораў на 1,5 мільёна рублёў.';

/** What is said of each figure: `21% found passage`, `12% different passage: 21%`, `35 not-in-source`. */
function said(text: string, language: string, comment: string, words: string | null): string[] {
  const source = figureSource(text, language, '2025-01-30');
  const start = words === null ? 0 : text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  const passage = words === null ? null : { start, end: start + words.length };
  return checkFigures(source, comment, passage).map((check) => {
    const { state, figure } = check;
    if (state === 'not-in-source')
      return `${figure.written} ${state}${check.other ? ` (${check.other.written})` : ''}`;
    if (state === 'found') return `${figure.written} ${state} ${check.where}`;
    return `${figure.written} ${state} ${check.where}: ${check.there.map(({ written }) => written).join(', ')}`;
  });
}

const rose = 'Belarusian exports to the Russian region rose 21%';
const agreements = 'There are 18 direct inter-university agreements';

describe('a comment on the article', () => {
  it.each<[comment: string, passage: string | null, expected: string[]]>([
    ['Up 21 %.', rose, ['21 % found passage']],
    ['Up 21 per cent, on last year', rose, ['21 per cent found passage']],
    ['Рост на 21 процент', rose, ['21 процент found passage']],
    ['Up by twenty-one percent', rose, ['twenty-one percent found passage']],
    ['Up 12%', rose, ['12% different passage: 21%']],
    ['Exports fell 21%', rose, ['21% different passage: 21%']],
    ['21 million', rose, ['21 million not-in-source']],
    ['21 percentage points', rose, ['21 percentage points different passage: 21%']],
    ['21', rose, ['21 not-in-source (21%)']],
    ['Trade as a whole only 8%', rose, ['8% found paragraph']],
    ['Exports up 8%', rose, ['8% different passage: 21%']],
    ['Not 21% but 12% without timber', rose, ['21% found passage', '12% not-in-source']],
    ['In January–November 2024', rose, ['January–November 2024 found paragraph']],
    ['In January–October 2024', rose, ['January–October 2024 not-in-source']],
    ['All of 2024', rose, ['2024 not-in-source']],
    ['Compare with 2023', rose, ['2023 not-in-source']],
    ['About 20%', rose, ['20% different passage: 21%']],
    ['18 agreements', agreements, ['18 found passage']],
    ['Eighteen of them', agreements, ['Eighteen found passage']],
    ['81 agreements', agreements, ['81 different passage: 18']],
    ['18 elevators', agreements, ['18 not-in-source (18)']],
    ['35', agreements, ['35 not-in-source']],
    ['80 agreements', agreements, ['80 different passage: 18']],
    ['18 договоров', agreements, ['18 found passage']],
    ['More in 2025, the 80th anniversary', agreements, ['2025 found sentence', '80th found paragraph']],
    ['80-летие', agreements, ['80-летие found paragraph']],
    ['2025 tonnes', agreements, ['2025 tonnes not-in-source']],
    ['As of 30 January the agreements are many', agreements, ['30 January found text']],
    ['There were agreements in 2024', agreements, ['2024 different sentence: 2025']],
    ['As of 30 January.', agreements, ['30 January found text']],
    ['Later than in January. 25 are new.', agreements, ['25 not-in-source']],
    ['Printed on 30 January', agreements, ['30 January found text']],
    ['Printed on 30 January 2025', agreements, ['30 January 2025 found head']],
    ['Printed on 31 January 2025', agreements, ['31 January 2025 not-in-source']],
    ['Trade up 8 %, exports up 21 %', null, ['8 % found text', '21 % found text']],
    ['Trade up 8 %, exports up 12 %', null, ['8 % found text', '12 % different text: 21%']],
    ['Exports up 8 %', null, ['8 % different text: 21%']],
    ['One question', rose, []],
    ['See https://example.org/2025/12 and МТЗ-82', rose, []],
  ])('“%s” on “%s”', (comment, passage, expected) => {
    expect(said(ARTICLE, 'en', comment, passage)).toEqual(expected);
  });
});

describe('a comment on a wire report in English', () => {
  const potash = 'Exports of potash reached 1,000.5 thousand tonnes, worth $1.5 billion, up 12.4%';
  const bank = 'Inflation will be between 5 and 6 per cent in 2025';
  it.each<[comment: string, passage: string | null, expected: string[]]>([
    ['1,000,500 tonnes', potash, ['1,000,500 tonnes found passage']],
    [
      '1 000,5 тыс. тонн на 1,5 млрд долларов',
      potash,
      ['1 000,5 тыс. тонн found passage', '1,5 млрд долларов found passage'],
    ],
    ['1,000.5 tonnes', potash, ['1,000.5 tonnes different passage: 1,000.5 thousand tonnes']],
    ['USD 1,500m', potash, ['USD 1,500m found passage']],
    ['€1.5 billion', potash, ['€1.5 billion different passage: $1.5 billion']],
    ['$1.6 billion', potash, ['$1.6 billion different passage: $1.5 billion']],
    ['+12.4 %', potash, ['12.4 % found passage']],
    ['12 %', potash, ['12 % different passage: 12.4%']],
    ['Imports: −3.2 %', potash, ['−3.2 % found sentence']],
    ['Imports: 3.2 % up', potash, ['3.2 % different sentence: 3.2 per cent']],
    ['5–6 %', bank, ['5–6 % found passage']],
    ['6 %', bank, ['6 % different passage: 5 and 6 per cent']],
    ['now 10.25 %', bank, ['10.25 % found paragraph']],
    ['4 March', bank, ['4 March found sentence']],
    ['4 May', bank, ['4 May different sentence: March 4']],
    ['sold 2,025 tractors', 'The plant sold', ['2,025 found sentence']],
    ['in 2025', 'The plant sold', ['2025 found text']],
    ['2,000,000 people', 'The plant sold', ['2,000,000 found paragraph']],
    ['two times more', 'The plant sold', ['two times found paragraph']],
  ])('“%s” on “%s”', (comment, passage, expected) => {
    expect(said(WIRE, 'en', comment, passage)).toEqual(expected);
  });
});

describe('a comment in Russian or Belarusian', () => {
  const trade = 'Товарооборот с Вологодской областью';
  const supplies = 'Поставки составили 1 000,5 тыс. тонн на 1,5 млрд российских рублей';
  it.each<[text: string, comment: string, passage: string | null, expected: string[]]>([
    [RUSSIAN, 'Рост на 8,2%', trade, ['8,2% found sentence']],
    [RUSSIAN, 'Growth of 8.2 per cent', trade, ['8.2 per cent found sentence']],
    [RUSSIAN, 'Рост на 8 %', trade, ['8 % different sentence: 8,2 %, 21 процент']],
    [RUSSIAN, 'Экспорт вырос на 12 процентов', trade, ['12 процентов different sentence: 21 процент']],
    [RUSSIAN, 'с января по ноябрь 2024 г.', trade, ['января по ноябрь 2024 г found sentence']],
    [RUSSIAN, 'за январь-ноябрь 2024 г.', trade, ['январь-ноябрь 2024 г found sentence']],
    [RUSSIAN, '30.01.2025', trade, ['30.01.2025 found head']],
    [RUSSIAN, '1,0005 млн т', supplies, ['1,0005 млн т found passage']],
    [RUSSIAN, '1,5 млрд рублей', supplies, ['1,5 млрд рублей different passage: 1,5 млрд российских рублей']],
    [RUSSIAN, '1,5 млн ₽', supplies, ['1,5 млн ₽ different passage: 1,5 млрд российских рублей']],
    [RUSSIAN, '18 договоров', supplies, ['18 found paragraph']],
    [RUSSIAN, '19 договоров', supplies, ['19 different paragraph: восемнадцать']],
    [RUSSIAN, 'снизить на 5 %', 'В 2025 году планируется', ['5 % different sentence: 3–5 %']],
    [RUSSIAN, '2025 год', 'Завод поставил', ['2025 год found paragraph']],
    [RUSSIAN, '2025 тракторов', 'Завод поставил', ['2025 found sentence']],
    [BELARUSIAN, 'Рост на 8,2 %', 'Тавараабарот', ['8,2 % found sentence']],
    [
      BELARUSIAN,
      '12 дагавораў, 1,5 млн рублёў',
      'Падпісана',
      ['12 found sentence', '1,5 млн рублёў found sentence'],
    ],
    [BELARUSIAN, '15 дагавораў', 'Падпісана', ['15 different sentence: дванаццаць']],
  ])('%# “%s”: “%s”', (text, comment, passage, expected) => {
    expect(said(text, text === BELARUSIAN ? 'be' : 'ru', comment, passage)).toEqual(expected);
  });
});
