import type { Span } from '../highlight';
import type { Decimal } from './decimal';
import type { Unit } from './units';

/** A figure of a text: where it stands, and what it says. */
export interface Figure extends Span {
  /** As it is written, with its unit. */
  readonly written: string;
  readonly value: FigureValue;
  /** Whether the words beside it say that something rose or fell by it; null: they do not, or it is not a change. */
  readonly direction: Direction | null;
}

export type Direction = 'up' | 'down';

export type FigureValue =
  /** A number with its unit; `to`: the upper end of a range, which is one figure. */
  | {
      readonly kind: 'quantity';
      readonly unit: Unit;
      readonly amount: Decimal;
      readonly to: Decimal | null;
    }
  | { readonly kind: 'date'; readonly from: PartialDate; readonly to: PartialDate | null }
  /** What has no value that could be compared otherwise: only the same signs are the same. */
  | { readonly kind: 'written'; readonly form: 'clock' | 'fraction' | 'day'; readonly signs: string };

/** A calendar date of which parts may be open. */
export interface PartialDate {
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  readonly day: number | null;
}

/** What a reader of one kind of figure has read: its value and where it ends. */
export interface Reading {
  readonly end: number;
  readonly value: FigureValue;
}
