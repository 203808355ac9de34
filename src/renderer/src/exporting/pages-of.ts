/** The pages of a document, by their places from 0. */
export const pagesOf = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
