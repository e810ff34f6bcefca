import fc from 'fast-check';

/**
 * How a property is tried: a few times and always alike in a test run, and as often as `PROPERTY_RUNS`
 * says, each time otherwise, when somebody searches for mistakes.
 */
const runs = Number(process.env['PROPERTY_RUNS'] ?? 0);

fc.configureGlobal(runs > 0 ? { numRuns: runs } : { numRuns: 100, seed: 20_240_821 });

export { fc };

/** Pieces that addresses and names are made of, some of them with a meaning. */
export const PIECES = [
  ...['.', '..', '/', '//', '\\', '#', '?', '%', '%2e', '%2F', '%00', '%zz', '%E0%A4%A', ':', '@', '&', ' '],
  ...['llm0', 'llm1', 'LLM1', 'about', 'draft', 'articles', 'articleimages', 'public', 'cat.png', 'a.pdf'],
  ...[
    '.md',
    '.mdx',
    '.html',
    'index.html',
    'http:',
    'https://',
    'javascript:',
    'mailto:',
    'data:',
    'file:///',
  ],
  ...[
    'https://site.example/blog/',
    '/blog/',
    'one',
    'top',
    'é',
    'e\u0301',
    'あ',
    '👩‍💻',
    '\u202e',
    '\u200b',
    '\0',
    '\n',
    '\ud800',
  ],
  ...['__proto__', 'constructor', '<', '>', '"', "'", ';', ',', '~', '*', '(', ')', 'x'.repeat(300)],
] as const;

/** Any text, and often one that is nearly an address. */
export const addresses = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join('')),
);
