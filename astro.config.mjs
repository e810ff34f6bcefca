import mdx from '@astrojs/mdx';
import { printPage } from './scripts/print-page.ts';
import { offline } from './src/integrations/offline.ts';
import { series } from './src/integrations/series.ts';
import { parseBooks } from './src/series/books.ts';
import { parseOfflineMode } from './src/offline/offline-mode.ts';
import { parseSiteAddress } from './src/series/site-address.ts';
import { site } from './src/site.ts';

const { origin, base } = parseSiteAddress(process.env, site.origin);

/**
 * The bundler warns of a directive that Astro writes into every article, and acts upon before.
 *
 * @type {import('rolldown').InputOptions['onLog']}
 */
function withoutDirectives(level, log, handle) {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
}

/**
 * Not by `defineConfig`: its module loads what is not used here, for a tenth of a second in each run.
 *
 * @type {import('astro').AstroUserConfig}
 */
export default {
  site: origin,
  base,
  integrations: [
    mdx(),
    offline(parseOfflineMode(process.env, site.offline)),
    series({ books: parseBooks(process.env.BOOKS, site.books), print: printPage }),
  ],
  // A page brings its styles with it: nothing stands between the first byte and the first line.
  build: { inlineStylesheets: 'always' },
  vite: { build: { rolldownOptions: { onLog: withoutDirectives } } },
  devToolbar: { enabled: false },
};
