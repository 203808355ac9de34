export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of an image in dots, from its first bytes.
 * @param format as its bytes are said to be; they may be something else
 * @returns null: it is no image of this format
 */
export function imageSize(bytes: Uint8Array, format: 'png' | 'jpg' | 'gif'): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = READERS[format](view);
  return size && size.width > 0 && size.height > 0 ? size : null;
}

const READERS: Readonly<Record<'png' | 'jpg' | 'gif', (view: DataView) => ImageSize | null>> = {
  png: (view) =>
    view.byteLength >= 24 && view.getUint32(0) === 0x89504e47
      ? { width: view.getUint32(16), height: view.getUint32(20) }
      : null,
  gif: (view) =>
    view.byteLength >= 10 && view.getUint32(0) === 0x47494638
      ? { width: view.getUint16(6, true), height: view.getUint16(8, true) }
      : null,
  jpg: (view) => {
    if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
    for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
      const marker = view.getUint16(at);
      if (marker < 0xff00) return null;
      // A start of frame; C4, C8 and CC are tables.
      const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
      if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    return null;
  },
};
