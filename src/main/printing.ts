import type { BrowserWindow } from 'electron';
import { fail, ok, type Result } from '../core/result';

/** Micrometres to a point. */
const MICRONS = 25_400 / 72;

/**
 * Prints what the window's page shows for paper, each sheet as large as the paper and without margins: the page has laid them out.
 * @param sheet in points
 * @returns `cancelled`, `print-failed`
 */
export const printSheets = (
  window: BrowserWindow,
  sheet: { readonly width: number; readonly height: number },
): Promise<Result<void>> =>
  new Promise((resolve) => {
    const isWide = sheet.width > sheet.height;
    const [short, long] = isWide ? [sheet.height, sheet.width] : [sheet.width, sheet.height];
    window.webContents.print(
      {
        printBackground: true,
        landscape: isWide,
        margins: { marginType: 'none' },
        // On its side it is the same paper, turned.
        pageSize: { width: Math.round(short * MICRONS), height: Math.round(long * MICRONS) },
      },
      (done, why) => {
        if (done) resolve(ok());
        // Electron's own words: `Print job canceled`, in older ones `cancelled`.
        else if (/cancel/i.test(why)) resolve(fail('cancelled', { context: 'print' }));
        else resolve(fail('print-failed', { why: why === '' ? '' : `${why}.` }));
      },
    );
  });
