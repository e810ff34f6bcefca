/** One article of the benchmark's series, the same in every run. */
export interface CorpusArticle {
  readonly slug: string;
  readonly text: string;
}

const SUBJECTS = [
  'A token',
  'The mask',
  'Each head',
  'The cache',
  'A layer',
  'The sampler',
  'An embedding',
  'The router',
];
const VERBS = ['reads', 'weighs', 'keeps', 'forgets', 'copies', 'scales', 'compares', 'projects'];
const OBJECTS = [
  'the state before it',
  'one row of a matrix',
  'what came earlier',
  'half of the weights',
  'a few numbers',
];
const SECTIONS = ['Shape', 'Cost', 'Example', 'Memory', 'Failure', 'History', 'Measure', 'Summary'];

/** Numbers that look random and are the same for the same seed: mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A part of a series of `count`: about 1,200 words in eight sections, with code, a table, a note and links. */
export function corpusArticle(number: number, count: number): CorpusArticle {
  const next = random(number + 1);
  const pick = (words: readonly string[]) => words[Math.floor(next() * words.length)] ?? '';
  const sentence = () =>
    `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}, and then *${pick(OBJECTS)}* once more.`;
  const paragraph = () => Array.from({ length: 6 }, sentence).join(' ');
  const link = () => `It goes on in [another part](./llm${Math.floor(next() * count)}).`;
  const code = `\`\`\`python\ndef part_${number}(rows, scale=${Math.floor(next() * 9) + 1}):\n    return [sum(row) / scale for row in rows]\n\`\`\``;
  const table = `| layer | size |\n| :-- | --: |\n| \`a.${number}\` | ${number * 3} |\n| \`b\` | 2 |`;
  const sections = SECTIONS.map((title, index) =>
    [`## ${title} of part ${number}`, paragraph(), `${paragraph()} ${link()}`, [code, table][index]]
      .filter(Boolean)
      .join('\n\n'),
  );
  const text = `# Part ${number}\n\n${paragraph()}[^1]\n\n${sections.join('\n\n')}\n\n[^1]: ${sentence()}\n`;
  return { slug: `llm${number}`, text };
}
