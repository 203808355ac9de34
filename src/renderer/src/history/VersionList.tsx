import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { Version } from '../../../core/versions/version';
import { t } from '../../../shared/text';
import { rowOfKey, rowsOfPage } from '../ui/list-keys';
import { causeOf, type Row, rowsOf } from './rows';

const DAY_HEIGHT = 38;
const VERSION_HEIGHT = 54;

interface VersionListProps {
  readonly versions: readonly Version[];
  readonly chosen: string;
  readonly onChoose: (version: string) => void;
}

/** The versions under their days; only the rows in sight are drawn. */
export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const rows = useMemo(() => rowsOf(versions, Date.now()), [versions]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.type === 'day' ? DAY_HEIGHT : VERSION_HEIGHT),
    overscan: 8,
  });
  const at = versions.findIndex(({ version }) => version === chosen);
  const rowOfChosen = rows.findIndex((row) => row.type === 'version' && row.version.version === chosen);
  useEffect(() => {
    if (rowOfChosen >= 0) virtual.scrollToIndex(rowOfChosen, { align: 'auto' });
  }, [rowOfChosen, virtual]);
  // The row that gets the focus may have to be drawn first.
  const wantsFocus = useRef(true);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${rowOfChosen}"]`);
    row?.focus({ preventScroll: true });
    wantsFocus.current = !row;
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = rowsOfPage(scroller.current, VERSION_HEIGHT);
    const target = rowOfKey(event.key, at, versions.length, page);
    if (target === null) return;
    event.preventDefault();
    const version = versions[target];
    if (!version || version.version === chosen) return;
    wantsFocus.current = true;
    onChoose(version.version);
  };

  return (
    <div className="version-list" ref={scroller}>
      <div
        role="listbox"
        tabIndex={-1}
        aria-label={t('history.versions')}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          const style = { transform: `translateY(${start}px)` };
          if (!row) return null;
          if (row.type === 'day')
            return (
              <div key={row.day} aria-hidden className="version-day" style={style}>
                {row.day}
              </div>
            );
          const { version } = row.version;
          return (
            <div
              key={version}
              data-index={index}
              role="option"
              aria-label={nameOf(row)}
              aria-selected={version === chosen}
              aria-posinset={versions.indexOf(row.version) + 1}
              aria-setsize={versions.length}
              tabIndex={version === chosen ? 0 : -1}
              className="version-row"
              style={style}
              onClick={() => onChoose(version)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                onChoose(version);
              }}
            >
              <VersionRow row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

type VersionRowData = Extract<Row, { type: 'version' }>;

function VersionRow({ row: { version, time } }: { row: VersionRowData }) {
  return (
    <>
      <span className="version-time">{time}</span>
      {version.label !== null && <span className="version-label">{version.label}</span>}
      {version.isNow && <span className="version-now">{t('history.now')}</span>}
      <span className="version-cause">{causeOf(version)}</span>
    </>
  );
}

function nameOf({ version, day, time }: VersionRowData): string {
  const words = { day, time, what: causeOf(version) };
  const name =
    version.label === null
      ? t('history.row', words)
      : t('history.row-named', { ...words, label: version.label });
  return version.isNow ? t('history.row-now', { name }) : name;
}
