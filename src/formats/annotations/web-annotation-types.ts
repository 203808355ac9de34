import { type Fields, listOf } from './values';

/** The classes of a thing, as the model's context names them or with the prefix of its vocabulary. */
export const typesOf = (fields: Fields): string[] =>
  [...listOf(fields.type), ...listOf(fields['@type'])].flatMap((type) =>
    typeof type === 'string' ? [type.replace(/^oa:/, '')] : [],
  );

/** Deeper than this the model's parts are not followed. */
export const MAX_DEPTH = 10;

/** A set of several bodies or targets. */
export const isSet = (fields: Fields): boolean =>
  typesOf(fields).some((type) => ['Choice', 'Composite', 'List', 'Independents'].includes(type));
