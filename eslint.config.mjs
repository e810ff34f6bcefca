import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Forbids imports in a room, beside what the whole project forbids. */
function room(files, ...patterns) {
  return {
    files,
    rules: { 'no-restricted-imports': ['error', { patterns: [...patterns, ...ONLY_BESIDE_CONTENT_CONFIG] }] },
  };
}

function forbid(message, ...group) {
  return { group, message };
}

const ONLY_BESIDE_CONTENT_CONFIG = [
  forbid('Only compiled-article.ts imports astro:content.', 'astro:content'),
];
const NO_ASTRO = forbid(
  'This room knows nothing of Astro.',
  'astro',
  'astro/*',
  'astro:*',
  '@astrojs/*',
  'virtual:*',
);
const NO_NODE = forbid('This room knows nothing of Node.', 'node:*');
const NO_UNIFIED = forbid(
  'series/ knows nothing of unified.',
  'unified',
  'unist-*',
  'remark-*',
  'rehype-*',
  'mdast*',
  'hast*',
  'vfile*',
);
const above = (...rooms) =>
  forbid('Imports point one way: see CONTRIBUTING.md.', ...rooms.flatMap((name) => [`**/${name}/**`]));

export default defineConfig(
  { ignores: ['dist/', '.dist-*/', '.astro/', '.fixtures/', 'coverage/', 'test-results/', 'articles/'] },
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  astro.configs.recommended,
  {
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: {
      'max-params': ['error', { max: 3 }],
      'max-lines': ['error', { max: 200, skipBlankLines: false }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }],
    },
  },
  {
    files: ['*.config.{mjs,ts}', 'tests/e2e/serve-sites.ts', 'bench/peer.mjs', 'bench/minimal/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['tests/**'], rules: { 'max-lines': 'off', 'max-params': 'off' } },
  room(
    ['src/series/**'],
    NO_ASTRO,
    NO_NODE,
    NO_UNIFIED,
    above('markdown', 'integrations', 'outputs', 'components', 'layouts', 'pages', 'client'),
  ),
  room(
    ['src/markdown/**'],
    NO_ASTRO,
    NO_NODE,
    above('integrations', 'outputs', 'components', 'layouts', 'pages', 'client'),
  ),
  room(['src/integrations/**'], above('components', 'layouts', 'pages', 'client')),
  room(
    ['src/finishing/**'],
    NO_ASTRO,
    above('markdown', 'integrations', 'outputs', 'components', 'layouts', 'pages', 'client'),
  ),
  room(['src/outputs/**'], NO_ASTRO, above('markdown', 'integrations', 'components', 'layouts', 'pages')),
  room(['src/components/**'], above('layouts', 'pages', 'integrations', 'markdown')),
  room(['src/layouts/**'], above('pages', 'integrations', 'markdown')),
  room(['src/pages/**'], above('integrations', 'markdown')),
  {
    files: ['src/compiled-article.ts', 'src/rendered-article.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
);
