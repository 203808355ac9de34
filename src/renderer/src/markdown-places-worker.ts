import { mapMarkdown } from '../../core/markdown-map';
import type { PlacesWanted } from './markdown-places';

addEventListener('message', ({ data: { markdown, spans } }: MessageEvent<PlacesWanted>) => {
  const map = mapMarkdown(markdown);
  postMessage(spans.map((span) => map.toMarkdown(span)));
});
