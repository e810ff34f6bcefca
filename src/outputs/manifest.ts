import { PAGE_COLOUR } from '../styles/page-colour.ts';
import { APP_ICONS, ICON } from './icons.ts';
import type { Output } from './output.ts';

/** The web manifest, for a reader who keeps the site among their apps. Its addresses are relative to it. */
export const manifest: Output = ({ site }) => {
  const content = {
    name: site.title,
    description: site.description,
    lang: site.language,
    start_url: './',
    scope: './',
    // With the buttons to go back and to load again, which a text of many pages needs.
    display: 'minimal-ui',
    background_color: PAGE_COLOUR.light,
    theme_color: PAGE_COLOUR.light,
    icons: [
      { src: ICON, sizes: 'any', type: 'image/svg+xml' },
      ...APP_ICONS.map(({ path, size, purpose }) => ({
        src: path,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose,
      })),
    ],
  };
  return [
    { path: 'site.webmanifest', content: `${JSON.stringify(content, undefined, 2)}\n`, mayBeReplaced: true },
  ];
};
