import { z } from 'zod';

export const EXPORT_FORMATS = ['pdf', 'md'] as const;
export const LAYOUTS = ['briefing-note', 'annotated-article'] as const;
export const PAPERS = ['A4', 'Letter'] as const;
export const ANNOTATION_PLACES = ['margin', 'endnotes', 'none'] as const;

/** What a person chooses for an export. */
export const exportChoicesSchema = z.object({
  format: z.enum(EXPORT_FORMATS),
  layout: z.enum(LAYOUTS),
  paper: z.enum(PAPERS),
  annotations: z.enum(ANNOTATION_PLACES),
  /** Printed at the top and bottom of every page; empty: none. */
  marking: z.string().trim().max(200),
});

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type LayoutId = (typeof LAYOUTS)[number];
export type Paper = (typeof PAPERS)[number];
export type AnnotationPlace = (typeof ANNOTATION_PLACES)[number];
export type ExportChoices = z.infer<typeof exportChoicesSchema>;

export const defaultChoices: ExportChoices = {
  format: 'pdf',
  layout: 'briefing-note',
  paper: 'A4',
  annotations: 'margin',
  marking: '',
};
