import { z } from 'zod';
import { ANNOTATION_PLACES, EXPORT_FORMATS, type ExportChoices, LAYOUTS, PAPERS } from './vocabulary';

export const exportChoicesSchema = z.object({
  format: z.enum(EXPORT_FORMATS),
  layout: z.enum(LAYOUTS),
  paper: z.enum(PAPERS),
  annotations: z.enum(ANNOTATION_PLACES),
  marking: z.string().trim().max(200),
}) satisfies z.ZodType<ExportChoices>;
