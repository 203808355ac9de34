import { t } from '../../../shared/text';

/** What stands in the head of a briefing and is asked for where it is exported. */
export const HEAD_FIELDS = ['reference', 'to', 'from', 'date'] as const;
export type HeadField = (typeof HEAD_FIELDS)[number];

export const headFieldName = (field: HeadField): string => t(`window.detail-fields.${field}`);
