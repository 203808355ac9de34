/** Where a marking stands, and how it looks. */
export interface MarkingLook {
  /**
   * `centre` and `right`: at the top and the bottom of every page; `right-above`: at the top right of every page; `first-page`: at the
   * top right of the first page, and of that of an annex.
   */
  readonly place: 'centre' | 'right' | 'right-above' | 'first-page';
  /** RRGGBB. */
  readonly colour: string;
  /** In a black box: on white such a colour could not be read. */
  readonly onBlack: boolean;
  /** A second line, to be filled in by hand; empty: none. */
  readonly below: string;
}

/** The markings of one authority. */
export interface MarkingSet {
  readonly id: 'uk' | 'eu' | 'nato' | 'australia' | 'new-zealand' | 'canada' | 'russia-belarus' | 'tlp';
  readonly markings: readonly (readonly [text: string, look: MarkingLook])[];
}

const INK = '211F1C';
const RED = 'A3301F';

const look = (place: MarkingLook['place'], colour = INK): MarkingLook => ({
  place,
  colour,
  onBlack: false,
  below: '',
});
const traffic = (colour: string): MarkingLook => ({ ...look('right', colour), onBlack: true });
const all = (texts: readonly string[], as: MarkingLook): MarkingSet['markings'] =>
  texts.map((text) => [text, as]);

/** Markings in use, with the places and colours that their authorities publish. Words that two have are the first one's. */
export const MARKING_SETS: readonly MarkingSet[] = [
  {
    id: 'uk',
    markings: all(['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET', 'TOP SECRET'], look('centre')),
  },
  {
    id: 'eu',
    markings: [
      ['LIMITE', look('first-page')],
      ...all(
        [
          'RESTREINT UE/EU RESTRICTED',
          'CONFIDENTIEL UE/EU CONFIDENTIAL',
          'SECRET UE/EU SECRET',
          'TRES SECRET UE/EU TOP SECRET',
        ],
        look('centre'),
      ),
    ],
  },
  {
    id: 'nato',
    markings: all(
      ['NATO UNCLASSIFIED', 'NATO RESTRICTED', 'NATO CONFIDENTIAL', 'NATO SECRET', 'COSMIC TOP SECRET'],
      look('centre'),
    ),
  },
  { id: 'australia', markings: all(['OFFICIAL: Sensitive', 'PROTECTED'], look('centre', RED)) },
  {
    id: 'new-zealand',
    markings: all(['IN-CONFIDENCE', 'SENSITIVE', 'RESTRICTED', 'CONFIDENTIAL'], look('centre')),
  },
  {
    id: 'canada',
    markings: all(
      ['PROTECTED A', 'PROTECTED B', 'PROTECTED C', 'PROTÉGÉ A', 'PROTÉGÉ B', 'PROTÉGÉ C'],
      look('right-above'),
    ),
  },
  {
    id: 'russia-belarus',
    markings: [['Для служебного пользования', { ...look('first-page'), below: 'Экз. № ____' }]],
  },
  {
    id: 'tlp',
    markings: [
      ['TLP:RED', traffic('FF2B2B')],
      ['TLP:AMBER', traffic('FFC000')],
      ['TLP:AMBER+STRICT', traffic('FFC000')],
      ['TLP:GREEN', traffic('33FF00')],
      ['TLP:CLEAR', traffic('FFFFFF')],
    ],
  },
];

/** How a marking is printed: as its authority has it, or in the app's own way for any other text. */
export function markingLook(text: string): MarkingLook {
  const given = text.replace(/\s+/g, ' ').trim();
  const known = MARKING_SETS.flatMap(({ markings }) => markings).find(([each]) => each === given);
  return known?.[1] ?? look('centre', RED);
}
