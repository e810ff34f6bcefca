/** For constructs of GFM, by their names in micromark, the lines of a text in which one may begin. */
export type Lines = ReadonlyMap<string, ReadonlySet<number>>;

/** What stands in each line in which an address may begin. */
const ADDRESSES: readonly (readonly [string, RegExp])[] = [
  ['emailAutolink', /[\w+.-]@[\w.-]/],
  ['protocolAutolink', /https?:\/\//i],
  ['wwwAutolink', /www\./i],
];

/** How the line ends that stands below the head of a table: with nothing but its signs. */
const DELIMITERS = /-[-:|\t ]*$/;

/** Some lines more than there are addresses and tables in, and never less. They are counted from 1. */
export function linesOfConstructs(text: string): Lines {
  const lines = text.split(/\r\n|\n|\r/);
  return new Map([
    // No sign goes over the end of a line, and most are nowhere.
    ...ADDRESSES.map(([name, sign]) => [name, linesWith(sign, sign.test(text) ? lines : [])] as const),
    ['table', linesOfTables(lines)],
  ]);
}

function linesWith(sign: RegExp, lines: readonly string[]): Set<number> {
  return new Set(lines.flatMap((line, index) => (sign.test(line) ? [index + 1] : [])));
}

/** Those above a line of delimiters, and from there to the next empty one. */
function linesOfTables(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  let isTable = false;
  for (const [index, line] of lines.entries()) {
    const isDelimiters = DELIMITERS.test(line);
    // Counted from 1, the line above has this number.
    if (isDelimiters) found.add(index);
    isTable = isDelimiters || (isTable && /[^ \t]/.test(line));
    if (isTable) found.add(index + 1);
  }
  return found;
}
