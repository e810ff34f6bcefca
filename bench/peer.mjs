/**
 * This project as a contestant in a benchmark of site generators that lays the same series into each
 * of them: where its articles go, how it is built, and where its pages are.
 */
export default {
  site: '..',
  packages: ['astro', '@astrojs/mdx', 'shiki', 'pagefind'],
  build: 'BASE_PATH=/blog/ node scripts/run.mjs site build',
  out: 'dist',
  caches: ['.astro', 'node_modules/.astro', 'node_modules/.vite', 'node_modules/.cache'],
  // The ledger is of this project's own addresses, which another series has lost.
  content: ['articles', 'articleimages', 'ledger.json'],
  images: 'articleimages',
  article: ({ slug, title, description, date, body }) => [
    `articles/${slug}.mdx`,
    `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\ndate: ${date}\n---\n\n${body}`,
  ],
  page: (slug) => `${slug}/`,
  search: ['site-search a', '.search input', '[role="option"]'],
};
