import type { Finding } from '../series/problem.ts';

/** The lines of a block that a list such as `{1,3-5}` names, and what is wrong with it. */
export interface MarkedLines {
  readonly lines: readonly number[];
  readonly finding?: Finding;
}

/** Reads a list of lines, counted from 1. Undefined for what is none: `{.class}`, `{r echo=FALSE}`. */
export function readMarkedLines(list: string, count: number): MarkedLines | undefined {
  if (!/^\{[\s,.-]*\d[\d\s,.-]*\}?$/.test(list)) return undefined;
  const pieces = list.replace(/[{}\s]/g, '').split(',');
  const ranges = pieces.map((piece) => /^(\d+)(?:-(\d+))?$/.exec(piece));
  if (!list.endsWith('}') || ranges.includes(null)) {
    const mended = pieces.map(mend).filter((piece) => piece !== '');
    const message = `\`${list}\` is no list of lines.`;
    return { lines: [], finding: finding(message, `Write \`{${mended.join(',')}}\`.`) };
  }
  const lines: number[] = [];
  for (const range of ranges) {
    const [from, to] = [Number(range?.[1]), Number(range?.[2] ?? range?.[1])];
    const beyond = [from, to].find((line) => line < 1 || line > count);
    if (beyond !== undefined) return { lines, finding: noLine(beyond, count) };
    if (from > to) {
      const message = `The lines \`${from}-${to}\` end before they begin.`;
      return { lines, finding: finding(message, `Write \`${to}-${from}\`.`) };
    }
    for (let line = from; line <= to; line++) lines.push(line);
  }
  return { lines };
}

function mend(piece: string): string {
  const [from, to] = piece.match(/\d+/g) ?? [];
  return from === undefined || to === undefined ? (from ?? '') : `${from}-${to}`;
}

function noLine(line: number, count: number): Finding {
  const has = count === 1 ? 'one line' : `${count} lines`;
  const hint = count === 1 ? 'Write `{1}`.' : `Choose from \`{1-${count}}\`: lines count from 1.`;
  return finding(`The code block has ${has}, and so no line \`${line}\`.`, hint);
}

function finding(message: string, hint: string): Finding {
  return { rule: 'code-meta', message, hint };
}
