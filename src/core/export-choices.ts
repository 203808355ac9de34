import { z } from 'zod';
import { MAX_MARKING } from './kept-choices';
import { choicesName } from './saved-choices';
import {
  ANNOTATION_PLACES,
  CITATIONS,
  EXPORT_FORMATS,
  type ExportChoices,
  KINDS,
  LABEL_LANGUAGES,
  LAYOUTS,
  MAX_EXECUTOR,
  ORIENTATIONS,
  OWN_LAYOUT_ID,
  PAPERS,
  PARTS,
  TRADITIONS,
} from './vocabulary';

export const exportChoicesSchema = z.object({
  format: z.enum(EXPORT_FORMATS),
  layout: z.enum(LAYOUTS),
  ownLayout: z.union([z.literal(''), z.string().regex(OWN_LAYOUT_ID)]),
  paper: z.enum(PAPERS),
  orientation: z.enum(ORIENTATIONS),
  annotations: z.enum(ANNOTATION_PLACES),
  kinds: z.array(z.enum(KINDS)).max(KINDS.length).readonly(),
  resolved: z.boolean(),
  parts: z.array(z.enum(PARTS)).max(PARTS.length).readonly(),
  pdfComments: z.boolean(),
  archive: z.boolean(),
  language: z.enum(LABEL_LANGUAGES),
  citation: z.enum(CITATIONS),
  tradition: z.enum(TRADITIONS),
  executor: z.string().trim().max(MAX_EXECUTOR),
  marking: z.string().trim().max(MAX_MARKING),
}) satisfies z.ZodType<ExportChoices>;

export const choicesNameSchema = z.string().max(1000).transform(choicesName).pipe(z.string().min(1));
