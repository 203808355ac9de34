import { newNote } from '../core/note';
import { annotationOn } from '../core/samples';
import type { Annotation, Note } from '../core/schema';
import type { Kind } from '../core/vocabulary';

/** The words of the article that the tests and the benchmark set, as a note. */
export const ARTICLE = [
  'MINSK, 30 January (BelTA) – Belarus’ trade and economic cooperation with Russia’s Vologda Oblast is vibrant. In January-November 2024 mutual trade increased by 8%. Belarusian exports to the Russian region rose 21%, Chairman of the Belarusian timber, woodworking, pulp and paper industry concern Bellesbumprom Aleksandr Pshenny told BelTA.',
  'Belarus’ main exports to the Russian region include products of the enterprises of the Industry Ministry.',
  '“We have agreed to expand cooperation with Amkodor. Now we are mulling over the ways to resume supplies of logging machines to the region. Specialists are exploring the needs of Vologda Oblast in grain drying complexes and elevator equipment, preparing applications,” Aleksandr Pshenny said. “In 2025 MAZ will continue to participate in competitive procedures announced in Vologda Oblast for the purchase of special equipment for the needs of public utilities, road maintenance and logging industry.”',
  'Minsk Tractor Plant [MTZ trademark] also has ambitious plans. In addition to developing its assembly production at the Cherepovets Foundry and Mechanical Plant, is also working out the issues of supplying agricultural, road-building, municipal and special equipment under its own brand to Vologda Oblast. Mogilevliftmash will continue to ship its elevators in 2025 within as part of the announced auctions for the supply and installation of elevator equipment.',
  '“In addition to cooperation in industry, Belarus and Vologda Oblast are developing relations in education, science and culture. There are 18 direct inter-university agreements, and today we can say that their number will increase in 2025,” the Bellesbumprom chairman said. “The parties also plan joint cultural events to mark the 80th anniversary of the Victory in the Great Patriotic War. We are also discussing organization of the Days of Belarusian Cinema in Vologda Oblast.”',
];

/** A note with nothing in it but what is given. */
export function makeNote(given: Partial<Note> = {}): Note {
  const note = newNote('00000000000000000001', '2025-01-31T08:00:00.000Z', { title: 'Note' });
  return { ...note, updated: '2025-01-31T09:00:00.000Z', ...given };
}

/** An annotation of the first passage with these words. */
export function annotate(
  text: string,
  quote: string,
  kind: Kind,
  comment: string,
  given: Partial<Annotation> = {},
): Annotation {
  return annotationOn(text, quote, kind, { comment, ...given });
}

/** The article with its six annotations. */
export function articleNote(given: Partial<Note> = {}): Note {
  const text = ARTICLE.map((paragraph) => paragraph.replace(/[[\]]/g, '\\$&')).join('\n\n');
  const to = (quote: string, kind: Kind, comment: string, more: Partial<Annotation> = {}): Annotation =>
    annotate(text, quote, kind, comment, more);
  return makeNote({
    title: 'Belarus–Vologda Oblast: trade up 8 %, exports up 21 %',
    text,
    source: { agency: 'BelTA', place: 'Minsk', date: '2025-01-30', dateline: 'MINSK, 30 January (BelTA) –' },
    details: {
      reference: 'MT-2025/014',
      to: 'The Minister',
      from: 'Trade unit',
      date: '2025-01-31',
      for: 'decision',
      by: '12 February',
      purpose: 'To agree the line on machinery supplies before the visit to Cherepovets.',
    },
    tags: ['region/vologda-oblast', 'trade/exports'],
    annotations: [
      to(
        'Belarusian exports to the Russian region rose 21%',
        'key-fact',
        'Exports to the region rose **21 %** in January–November 2024; all trade rose **8 %**.',
      ),
      to(
        'resume supplies of logging machines',
        'question',
        'Which logging machines, and from when? Ask Amkodor for a delivery schedule before the visit.',
      ),
      to(
        'MAZ will continue to participate in competitive procedures',
        'action',
        'List the procurement procedures announced for 2025',
        { who: 'Trade unit', by: '12 February' },
      ),
      to(
        'ship its elevators in 2025 within as part of the announced auctions',
        'risk',
        'Elevator deliveries depend on auctions; terms are not in the source.',
      ),
      to(
        'There are 18 direct inter-university agreements',
        'key-fact',
        '**18** agreements between universities are in force; the number will increase in 2025.',
      ),
      to('grain drying complexes', 'action', 'Draft the line on grain drying complexes', {
        who: 'Industry unit',
        by: '14 February',
      }),
    ],
    ...given,
  });
}
