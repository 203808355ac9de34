import { PanelLeft, Search, StretchHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { t } from '../../../shared/text';
import { IconButton } from '../ui/Button';
import { NATURAL, step, type Zoom } from './zoom';

interface PreviewBarProps {
  /** From 0. */
  readonly page: number;
  readonly count: number;
  readonly isBusy: boolean;
  /** CSS pixels to a point. */
  readonly scale: number;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly listShown: boolean;
  readonly onList: () => void;
  readonly onFind: () => void;
}

/** What can be done with the pages. */
export function PreviewBar(props: PreviewBarProps) {
  const { page, count, isBusy, scale, zoom, onZoom, listShown, onList, onFind } = props;
  const zoomed = (by: 1 | -1): void => onZoom(step(scale, by));
  return (
    <div className="preview-bar">
      {count > 1 && (
        <IconButton
          label={t('export.show-pages')}
          icon={<PanelLeft size={17} aria-hidden />}
          aria-pressed={listShown}
          onClick={onList}
        />
      )}
      <span className="preview-page">
        {count > 0 && t('export.page-of', { page: page + 1, pages: count })}
      </span>
      <span className={`preview-busy ${isBusy ? 'on' : ''}`}>{isBusy && t('export.setting')}</span>
      <IconButton
        label={t('export.zoom-out')}
        icon={<ZoomOut size={17} aria-hidden />}
        onClick={() => zoomed(-1)}
      />
      <span className="preview-zoom">
        {t('export.percent', { percent: Math.round((scale / NATURAL) * 100) })}
      </span>
      <IconButton
        label={t('export.zoom-in')}
        icon={<ZoomIn size={17} aria-hidden />}
        onClick={() => zoomed(1)}
      />
      <IconButton
        label={t('export.fit-width')}
        icon={<StretchHorizontal size={17} aria-hidden />}
        aria-pressed={zoom === 'fit'}
        onClick={() => onZoom('fit')}
      />
      <IconButton label={t('export.find')} icon={<Search size={17} aria-hidden />} onClick={onFind} />
    </div>
  );
}
