import { deflateSync } from 'node:zlib';
import type { Note } from '../core/schema';
import { ARTICLE, annotate, makeNote } from './samples';

const RUSSIAN =
  'В январе–ноябре 2024 года взаимная торговля выросла на 8 %, экспорт белорусских товаров в регион — на 21 %. Стороны договорились расширять кооперацию в машиностроении, деревообработке и лифтостроении.';
const BELARUSIAN =
  'У студзені–лістападзе 2024 года ўзаемны гандаль вырас на 8 %, экспарт беларускіх тавараў у рэгіён — на 21 %. Бакі дамовіліся пашыраць кааперацыю ў машынабудаванні, дрэваапрацоўцы і ліфтабудаванні.';

/** A note of many pages: chapters with headings, prose in three languages, lists, quotations, tables, pictures and footnotes. */
export function longNote(chapters: number, given: Partial<Note> = {}): Note {
  const text = Array.from({ length: chapters }, (_, index) => chapter(index + 1)).join('\n\n');
  return makeNote({
    title: 'Trade and cooperation with the regions',
    text,
    source: {
      agency: 'BelTA',
      place: 'Minsk',
      date: '2025-01-30',
      address: 'https://example.org/reports/2025',
    },
    details: { reference: 'MT-2025/031', to: 'The Minister', from: 'Trade unit', date: '2025-01-31' },
    tags: ['trade/exports'],
    annotations: [
      annotate(text, 'expand cooperation with Amkodor', 'question', 'By **how much**?'),
      annotate(text, 'Товар 3', 'remark', 'A cell'),
      annotate(text, 'взаимная торговля выросла', 'key-fact', 'По сведениям агентства'),
      annotate(text, 'дамовіліся пашыраць кааперацыю', 'action', 'Падрыхтаваць ліст', { who: 'Аддзел' }),
    ],
    ...given,
  });
}

function chapter(number: number): string {
  const prose = ARTICLE.map((paragraph) => paragraph.replace(/[[\]]/g, '\\$&'));
  return [
    `## ${number}. Region ${number}`,
    ...prose,
    RUSSIAN,
    `### Figures of region ${number}`,
    table(number),
    `![Exports of region ${number} by month](data:image/png;base64,${chart(number)} "Exports by month, region ${number}")`,
    BELARUSIAN,
    '- First point with **strong** words\n- Second point with a [link](https://example.org/a)\n  1. One below\n  2. And another',
    '> Quoted words of the chairman on the plans for the year.',
    `The figures are those of the customs committee.[^${number}]`,
    `[^${number}]: Committee, bulletin ${number} of 2025.`,
  ].join('\n\n');
}

const table = (number: number): string =>
  [
    '| Goods | Товар | 2023 | 2024 | Change |',
    '|---|---|--:|--:|--:|',
    ...Array.from({ length: 14 }, (_, row) => {
      const before = 100 + ((number * 37 + row * 53) % 400);
      return `| Product ${row + 1} | Товар ${row + 1} | ${before} | ${before + 21} | ${Math.round(2100 / before)} % |`;
    }),
  ].join('\n');

const WIDTH = 480;
const HEIGHT = 200;

/** A bar chart of its own for each number, PNG in base64. */
function chart(number: number): string {
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const row = Buffer.alloc(1 + WIDTH * 3, 0xff);
    row[0] = 0;
    for (let x = 0; x < WIDTH; x += 1) {
      const bar = Math.floor(x / 40);
      const height = 40 + ((number * 29 + bar * 47) % 150);
      if (x % 40 < 28 && HEIGHT - y < height) row.set([0x1d, 0x5a + ((x * y) % 7), 0x6c], 1 + x * 3);
    }
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    piece('IHDR', header),
    piece('IDAT', deflateSync(Buffer.concat(rows))),
    piece('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]).toString('base64');
}

function piece(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(8 + named.length);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), 4 + named.length);
  return framed;
}

/** As PNG wants it (ISO/IEC 15948, annex D). */
function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
