import { CircleHelp, MessageSquare, SquareCheckBig, Star, TriangleAlert } from 'lucide-react';
import type { Kind } from '../../../core/vocabulary';
import { t } from '../../../shared/text';

const ICONS = {
  'key-fact': Star,
  question: CircleHelp,
  action: SquareCheckBig,
  risk: TriangleAlert,
  remark: MessageSquare,
} as const;

export function KindIcon({ kind, size = 14 }: { kind: Kind; size?: number }) {
  const Icon = ICONS[kind];
  return <Icon size={size} strokeWidth={1.75} aria-hidden />;
}

export const kindName = (kind: Kind): string => t(`window.kind.${kind}`);
