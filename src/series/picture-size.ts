import type { Picture } from './article.ts';

export type Size = NonNullable<Picture['size']>;

/** The largest box, in CSS pixels, that a picture fills: the measure of the text, and a laptop's screen. */
const BOX: Size = { width: 704, height: 800 };

/** Formats that have lighter copies; SVG scales by itself, GIF may move. */
const RASTER = /\.(?:avif|jpe?g|png|webp)$/i;

/** Whether lighter copies are made of a picture with this name, unless it moves or is as light as they are. */
export function mayHaveCopies(name: string): boolean {
  return RASTER.test(name);
}

/** The size at which a picture is shown where there is room, in CSS pixels: never larger than it is. */
export function shownSize({ width, height }: Size): Size {
  const scale = Math.min(1, BOX.width / width, BOX.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * The widths, in pixels, in which a picture is offered: for one and for two device pixels a CSS pixel,
 * which are for phones, too; never more than it has, and no two nearly the same.
 */
export function offeredWidths(size: Size): readonly number[] {
  const shown = shownSize(size).width;
  const most = Math.min(shown * 2, size.width);
  return most / shown > 1.2 ? [shown, most] : [most];
}
