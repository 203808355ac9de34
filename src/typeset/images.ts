import type { Compiler } from './compiler';

/**
 * Puts the briefing's images into the workspace. Each is tried by itself, so that one that is broken does not cost the pages.
 * @param images base64 by name
 * @returns the names of those that cannot be shown
 */
export function mapImages(compiler: Compiler, images: ReadonlyMap<string, string>): Set<string> {
  const unreadable = new Set<string>();
  for (const [name, base64] of images) {
    compiler.map(`/images/${name}`, Buffer.from(base64, 'base64'));
    compiler.map('/image.typ', Buffer.from(`#image(${JSON.stringify(`/images/${name}`)}, alt: "")`));
    if (!compiler.compile('/image.typ').ok) unreadable.add(name);
  }
  return unreadable;
}
