/** The longest image address kept: an image of about 15 MB as a data URI. */
const MAX_IMAGE_ADDRESS = 20_000_000;

/**
 * The address of a link that a person may follow, or null.
 * @param address as written in a note; not trusted
 * @returns its normal form if it is an absolute http, https or mailto address
 */
export function safeLink(address: string): string | null {
  try {
    const url = new URL(address);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * What tells pages of the web apart: where they are, however they are reached and whatever part is meant.
 * @returns null: it is no address of a page
 */
export function pageOf(address: string): string | null {
  try {
    const { protocol, hostname, port, pathname, search } = new URL(address);
    if (protocol !== 'http:' && protocol !== 'https:') return null;
    return `${hostname.replace(/^www\./, '')}:${port}${pathname.replace(/\/$/, '')}${search}`;
  } catch {
    return null;
  }
}

/**
 * The bytes of an image that stands in the note itself, or null. Images from elsewhere are never fetched.
 * @param address a `data:image/…;base64,…` address of a raster format
 */
export function embeddedImage(
  address: string,
): { format: 'png' | 'jpg' | 'gif' | 'webp'; base64: string } | null {
  if (address.length > MAX_IMAGE_ADDRESS) return null;
  const match = /^data:image\/(png|jpe?g|gif|webp);base64,([A-Za-z0-9+/]+={0,2})$/.exec(address);
  if (!match?.[1] || !match[2]) return null;
  const format = match[1] === 'jpeg' ? 'jpg' : (match[1] as 'png' | 'jpg' | 'gif' | 'webp');
  return { format, base64: match[2] };
}
