/** A text whose every character knows where it stood before the edits: the truth about what became of a passage. */
export class Story {
  /** @param {string} text */
  constructor(text) {
    /** @type {string[]} */
    this.units = text.split('');
    /** Offset in the first text; -1: new. */
    this.origin = this.units.map((_, at) => at);
  }

  get text() {
    return this.units.join('');
  }

  /**
   * @param {number} start
   * @param {number} end
   */
  cut(start, end) {
    return {
      units: this.units.splice(start, end - start),
      origin: this.origin.splice(start, end - start),
    };
  }

  /**
   * @param {number} at
   * @param {{units: string[], origin: number[]}} piece
   */
  paste(at, piece) {
    this.units.splice(at, 0, ...piece.units);
    this.origin.splice(at, 0, ...piece.origin);
  }

  /**
   * @param {number} at
   * @param {string} words
   */
  insert(at, words) {
    const units = words.split('');
    this.paste(at, { units, origin: units.map(() => -1) });
  }

  /**
   * @param {number} start
   * @param {number} end
   * @param {string} words
   */
  replace(start, end, words) {
    this.cut(start, end);
    this.insert(start, words);
  }

  /** Other characters for the same words; each stays itself. @param {(unit: string) => string} change */
  respell(change) {
    const units = [];
    const origin = [];
    this.units.forEach((unit, at) => {
      for (const next of change(unit).split('')) {
        units.push(next);
        origin.push(this.origin[at]);
      }
    });
    this.units = units;
    this.origin = origin;
  }

  /**
   * What became of a passage of the first text: where its own characters stand, and `widest` with what replaced those at its
   * ends, which may be counted to it or not.
   * @param {number} start
   * @param {number} end
   * @returns {{fate: 'kept' | 'altered', start: number, end: number, inserted: number, widest: {start: number, end: number}} | {fate: 'gone'} | {fate: 'unclear'}}
   */
  fate(start, end) {
    const places = [];
    const seen = new Set();
    let ordered = true;
    let last = -1;
    this.origin.forEach((from, at) => {
      if (from < start || from >= end) return;
      if (from < last) ordered = false;
      last = from;
      places.push(at);
      seen.add(from);
    });
    const share = seen.size / (end - start);
    if (share <= 0.2) return { fate: 'gone' };
    if (share < 0.8 || !ordered) return { fate: 'unclear' };
    const first = places[0];
    const behind = places[places.length - 1] + 1;
    const between = this.origin.slice(first, behind);
    if (between.some((from) => from >= 0 && (from < start || from >= end))) return { fate: 'unclear' };
    const inserted = between.filter((from) => from < 0).length;
    const fate = share === 1 && inserted === 0 && places.length === end - start ? 'kept' : 'altered';
    const widest = { start: first, end: behind };
    if (!seen.has(start)) while (this.origin[widest.start - 1] === -1) widest.start -= 1;
    if (!seen.has(end - 1)) while (this.origin[widest.end] === -1) widest.end += 1;
    return { fate, start: first, end: behind, inserted, widest };
  }
}
