import { describe, expect, it } from 'vitest';
import { checkFigures } from './check';
import { figureSource } from './source';

/** What is said of the figures of a comment on one sentence: `found`, `different`, `not-in-source`. */
function said(sentence: string, comment: string): string {
  const language = /[ўіІ]/u.test(sentence) ? 'be' : /\p{Script=Cyrillic}/u.test(sentence) ? 'ru' : 'en';
  const passage = { start: 0, end: sentence.length };
  const checks = checkFigures(figureSource(sentence, language), comment, passage);
  return checks.map(({ state }) => state).join(', ');
}

type Row = readonly [sentence: string, comment: string, expected: string];
const table = (rows: readonly Row[]): void => {
  it.each(rows)('%s | %s: %s', (sentence, comment, expected) => {
    expect(said(sentence, comment)).toBe(expected);
  });
};

describe('numbers in digits', () => {
  table([
    ['They sold 1,000.5 tonnes.', '1 000,5 т', 'found'],
    ['Продано 1 000,5 т.', '1,000.5 tonnes', 'found'],
    ['They paid 1,500 euros.', '1.5 thousand euros', 'found'],
    ['Выплачено 1,500 рублей.', '1,5 рублей', 'found'],
    ['Доход 1,5 млн рублей.', '1 500 000 рублей', 'found'],
    ['Income was 1.5 million roubles.', '1,5 млн рублей', 'found'],
    ['Income was 1.5 million roubles.', '1,5 млрд рублей', 'different'],
    ['There were 18 000 people.', '18 people', 'different'],
    ['There were 12 500 people.', '500 people', 'different'],
    ['Prices rose .5 per cent.', '5 per cent', 'not-in-source'],
    ['Минск выиграл 3:1.', '3 победы', 'not-in-source'],
    ['In 2024 it fell.', '2024 tonnes', 'not-in-source'],
  ]);
});

describe('numbers in words', () => {
  table([
    ['There were twelve ministers.', '12 ministers', 'found'],
    ['Не менее двенадцати министров.', '12 министров', 'found'],
    ['С двенадцатью министрами.', '13 министров', 'different'],
    ['Пятеро министров прибыли.', '5 министров', 'found'],
    ['Прыбылі пяцёра міністраў.', '5 міністраў', 'found'],
    ['There were twenty-one ministers.', '20 ministers', 'different'],
    ['One hundred ministers came.', '100 ministers', 'found'],
    ['A hundred ministers came.', '100 ministers', 'found'],
    ['Two hundred and fifty ministers came.', '250 ministers', 'found'],
    ['Two hundred and fifty ministers came.', '200 ministers', 'different'],
    ['Two hundred and fifty ministers came.', '50 ministers', 'different'],
    ['One hundred and two ministers came.', '2 ministers', 'different'],
    ['Two hundred thousand people came.', '200 people', 'different'],
    ['Two hundred thousand people came.', '200,000 people', 'found'],
    ['Five hundred million dollars were paid.', '$500m', 'found'],
    ['Two thousand five hundred ministers came.', '2,000 ministers', 'different'],
    ['Two thousand five hundred ministers came.', '2,500 ministers', 'found'],
    ['Between one hundred and two hundred people came.', '100–200 people', 'found'],
    ['Прибыли две тысячи пятьсот человек.', '2000 человек', 'different'],
    ['Прибыли две тысячи пятьсот человек.', '2,5 тыс. человек', 'found'],
    ['Прибыли тысяча двести человек.', '200 человек', 'different'],
    ['Прибыли тысяча двести человек.', '1200 человек', 'found'],
    ['Выплачен миллион рублей.', '1 млн рублей', 'found'],
    ['Четверть миллиона рублей.', '1 млн рублей', 'not-in-source'],
    ['Half a million people came.', '1 million people', 'not-in-source'],
    ['Две с половиной тысячи человек.', '2 человека', 'different'],
    ['Две с половиной тысячи человек.', '2500 человек', 'found'],
    ['Two and a half million people came.', '2.5 million people', 'found'],
    ['Two and a half million people came.', '2 million people', 'different'],
    ['Восьми процентам.', '8 %', 'found'],
    ['Дваццаць адзін працэнт.', '21 %', 'found'],
    ['Дваццаць адзін працэнт.', '20 %', 'different'],
  ]);
});

describe('units', () => {
  table([
    ['Exports grew 12 per cent.', '12 percentage points', 'different'],
    ['Экспорт вырос на 12 п.п.', '12 процентных пунктов', 'found'],
    ['Экспорт вырос на 12 п.п.', '12 %', 'different'],
    ['A 25-basis-point cut.', '25 basis points', 'found'],
    ['A 2-percentage-point cut.', '2 %', 'different'],
    ['12-процентный рост.', '12 %', 'found'],
    ['It is 5 km/h.', '5 km', 'different'],
    ['Скорость 5 км/ч.', '5 километров в час', 'found'],
    ['12 кВт·ч.', '12 кВт', 'different'],
    ['12 square kilometres.', '12 kilometres', 'different'],
    ['The deficit was $5bn.', '5 billion dollars', 'found'],
    ['The deficit was $5bn.', '€5bn', 'different'],
    ['The deficit was A$5bn.', '$5bn', 'not-in-source'],
    ['Цена 12 рублей 50 копеек.', '12 рублей', 'different'],
    ['Цена 12 рублей 50 копеек.', '12,5 рубля', 'found'],
    ['Цана 12 рублёў 5 капеек.', '12,05 рубля', 'found'],
    ['It costs 12 dollars and 50 cents.', '$12.50', 'found'],
    ['On 12 and 15 per cent of farms.', '12 per cent', 'found'],
    ['Рост на 8, 12 и 15 процентов.', '8 %', 'found'],
    ['Рост на 8, 12 и 15 процентов.', '9 %', 'different'],
    ['In 2024 and 15 per cent more.', '2024 %', 'different'],
  ]);
});

describe('below zero', () => {
  table([
    ['Temperature was −5 °C.', '5 °C', 'different'],
    ['Temperature was minus 5 degrees.', '5 degrees', 'different'],
    ['Температура минус 5 градусов.', '−5 градусов', 'found'],
    ['Тэмпература мінус 5 градусаў.', '5 градусаў', 'different'],
    ['GDP fell by 5%.', '-5%', 'found'],
    ['GDP changed by minus 5%.', 'down 5%', 'found'],
    ['GDP rose 5%.', '−5%', 'different'],
  ]);
});

describe('ranges', () => {
  table([
    ['Between 10 and 12 ministers came.', '10 ministers', 'different'],
    ['Some 10 to 12 ministers came.', '12 ministers', 'different'],
    ['Some 10 to 12 ministers came.', '10–12 ministers', 'found'],
    ['A two-to-three per cent rise.', '3 per cent', 'different'],
    ['Рост от 10 до 12 %.', '10–12 %', 'found'],
    ['Рост 10–12 %.', 'от 10 до 12 %', 'found, found'],
    ['Рост 10–12 %.', 'от 10 до 13 %', 'different, different'],
    ['Between 2019 and 2024 it fell.', '2019', 'found'],
    ['They won 10 to 3 there.', '10', 'found'],
  ]);
});

describe('dates and times', () => {
  table([
    ['It happened on 3 March 2026.', '3 марта 2026 г.', 'found'],
    ['It happened on 3 March 2026.', '03.03.2026', 'found'],
    ['Это было 3 марта 2026 года.', '03.03.26', 'found'],
    ['Это было 3 марта 2026 года.', '03.04.26', 'different'],
    ['Гэта было 3 сакавіка 2026 года.', '3 красавіка 2026 года', 'different'],
    ['It happened on 3 March.', '3 March 2026', 'not-in-source'],
    ['Growth in Q1 2025.', 'first quarter of 2025', 'found'],
    ['Growth in Q1 2025.', 'Q2 2025', 'different'],
    ['Growth in Q1 2025.', 'January–March 2025', 'found'],
    ['Growth in Q1 2025.', 'in 2025', 'different'],
    ['Рост в I квартале 2025 года.', 'в 1-м квартале 2025 г.', 'found'],
    ['Рост в I квартале 2025 года.', 'во втором квартале 2025 года', 'different'],
    ['Рост у чацвёртым квартале 2025 года.', '4-ы квартал 2025 года', 'found'],
    ['Рост в первом полугодии 2025 года.', 'first half of 2025', 'found'],
    ['Рост в первом полугодии 2025 года.', 'второе полугодие 2025 года', 'different'],
    ['Рост за 2 квартала подряд.', 'за 2 квартала', 'found'],
    ['Рост в 2 квартале 2025 года.', 'Q2 2025', 'found'],
    ['It opens at 5 p.m. today.', '5 a.m.', 'different'],
    ['It opens at 5 p.m. today.', '17:00', 'found'],
    ['It opens at 10.30 am.', '10:30', 'found'],
  ]);
});
