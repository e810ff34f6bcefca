import type { Output, OutputFile } from './output.ts';
import { drawIcon, edgeColour } from './icon-drawing.ts';
import { icoOf } from './ico.ts';

/** Under this name in `public/`, the icon that all others are drawn from. */
export const ICON = 'favicon.svg';

/** Icons for a screen of apps; a maskable one may be cut to a circle of 80 % of its width. */
export const APP_ICONS = [
  { path: 'icon-192.png', size: 192, purpose: 'any' },
  { path: 'icon-512.png', size: 512, purpose: 'any' },
  { path: 'icon-maskable-512.png', size: 512, purpose: 'maskable' },
] as const;
const MASKABLE_PART = 0.75;
const FAVICON_SIZES = [16, 32, 48] as const;

/** The site's icon for all who show no SVG. */
export const icons: Output = async ({ publicFile }) => {
  const svg = publicFile(ICON);
  if (!svg) return [];
  const background = await edgeColour(svg);
  const forApps = APP_ICONS.map(async ({ path, size, purpose }) => {
    const isWhole = purpose === 'any';
    return file(path, await drawIcon(svg, isWhole ? { size } : { size, background, part: MASKABLE_PART }));
  });
  // iOS rounds the corners itself, and paints black what is transparent.
  const touch = await drawIcon(svg, { size: 180, background });
  const favicons = await Promise.all(
    FAVICON_SIZES.map(async (size) => ({ size, png: await drawIcon(svg, { size }) })),
  );
  return [
    ...(await Promise.all(forApps)),
    file('apple-touch-icon.png', touch),
    file('favicon.ico', icoOf(favicons)),
  ];
};

function file(path: string, content: Uint8Array): OutputFile {
  return { path, content, mayBeReplaced: true };
}
