import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outdatedBackups } from './backup-keeping';
import { backupFileName, byAge, readBackupName } from './backup-names';

const DAY = 86_400_000;
const at = (epoch: number): string =>
  new Date(epoch).toISOString().slice(0, 16).replace('T', ' ').replace(':', '.');
const nameAt = (epoch: number, copy = 1): string => backupFileName({ minute: at(epoch), copy });

describe('the name of a backup', () => {
  it('says when it was made', () => {
    const name = { minute: '2026-11-24 17.05', copy: 1 };
    expect(backupFileName(name)).toBe('Briefing Desk 2026-11-24 17.05.zip');
    expect(readBackupName('Briefing Desk 2026-11-24 17.05.zip')).toEqual(name);
    expect(readBackupName(backupFileName({ ...name, copy: 12 }))).toEqual({ ...name, copy: 12 });
  });

  it.each([
    'Briefing Desk.zip',
    'Briefing Desk 2026-11-24 17.05 (1).zip',
    'Briefing Desk 2026-11-24 17.05 (02).zip',
    'Briefing Desk 2026-11-24 17.05.zip.tmp',
    '.Briefing Desk 2026-11-24 17.05.zip',
    'briefing desk 2026-11-24 17.05.zip',
    'Briefing Desk 2026-13-24 17.05.zip',
    'My Briefing Desk 2026-11-24 17.05.zip',
  ])('is not %s', (name) => {
    expect(readBackupName(name)).toBe(null);
  });
});

describe('keeping backups', () => {
  it('keeps 7 days, 4 weeks and 12 months of daily ones over two years', () => {
    // A Sunday.
    const last = Date.UTC(2026, 10, 29, 9, 30);
    const names = Array.from({ length: 730 }, (_, index) => nameAt(last - index * DAY));
    const outdated = new Set(outdatedBackups(names));
    const kept = names.filter((name) => !outdated.has(name)).map((name) => name.slice(14, 24));
    expect(kept).toEqual([
      ...['2026-11-29', '2026-11-28', '2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23'],
      ...['2026-11-22', '2026-11-15', '2026-11-08'],
      ...['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31'],
      ...['2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
    ]);
  });

  it('counts the days that have one, so that a pause costs nothing', () => {
    const names = [0, 40, 80, 120, 160].map((days) => nameAt(Date.UTC(2026, 10, 29) - days * DAY));
    expect(outdatedBackups(names)).toEqual([]);
  });

  const names = fc.array(
    fc.oneof(
      fc
        .tuple(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2027, 0) }), fc.integer({ min: 1, max: 3 }))
        .map(([epoch, copy]) => nameAt(epoch, copy)),
      fc.string(),
      fc.constantFrom('index.json', 'Briefing Desk.zip', 'Briefing Desk 2026-99-99 00.00.zip', ''),
    ),
    { maxLength: 120 },
  );

  it('never lets go of the newest, of a stranger, or of more than it has to', () => {
    fc.assert(
      fc.property(names, (all) => {
        const unique = [...new Set(all)];
        const outdated = outdatedBackups(unique);
        const ours = unique.flatMap((name) => readBackupName(name) ?? []).sort(byAge);
        const newest = ours.at(-1);
        if (newest) expect(outdated).not.toContain(backupFileName(newest));
        for (const name of outdated) {
          expect(unique).toContain(name);
          expect(readBackupName(name)).not.toBe(null);
        }
        const kept = ours.length - outdated.length;
        const days = new Set(ours.map(({ minute }) => minute.slice(0, 10))).size;
        expect(kept).toBeGreaterThanOrEqual(Math.min(7, days));
        // Thinned again, nothing more goes.
        expect(outdatedBackups(unique.filter((name) => !outdated.includes(name)))).toEqual([]);
      }),
    );
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(names, (all) => {
        expect(outdatedBackups([...all].reverse()).sort()).toEqual(outdatedBackups(all).sort());
      }),
    );
  });
});
