/** What draws a long text bit by bit. */
export interface TextDrawing {
  /** Draws at once all that stands before this offset of the plain text. */
  readonly drawUpTo: (offset: number) => void;
  /** Draws at once what is seen. */
  readonly drawSight: () => void;
}

/** The class of what stands, empty, in the place of what is not drawn yet of a long text: its last child. */
export const AHEAD = 'text-ahead';

/** What stands in the place of what is not drawn yet; null: all is drawn. */
export const aheadIn = (text: Element | null): HTMLElement | null =>
  text?.querySelector<HTMLElement>(`:scope > .${AHEAD}`) ?? null;

let current: TextDrawing | null = null;

/** Makes known what draws the open text. @returns what takes that back */
export function announceDrawing(drawing: TextDrawing): () => void {
  current = drawing;
  return () => {
    if (current === drawing) current = null;
  };
}

/**
 * Draws what is needed of the text as it is read, if it is not drawn yet.
 * @param offset in the plain text, up to which it is needed; left out: all of it
 */
export const drawText = (offset = Number.POSITIVE_INFINITY): void => current?.drawUpTo(offset);

/** Draws what is seen of the text, if it is not drawn yet. */
export const drawSight = (): void => current?.drawSight();
