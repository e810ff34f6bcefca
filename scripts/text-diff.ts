import { styleText } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import type { FileChange } from '../src/markdown/renaming.ts';

/** What changes in a file, as `diff -u` shows it, with a line around each change; for a new name alone, that. */
export function textDiff({ from, to, before, after }: FileChange): string {
  if (before === after) return `rename ${from} → ${to}`;
  const patch = createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 1 });
  const lines = patch.split('\n').filter((line) => !/^(Index:|=====)/.test(line));
  return lines
    .map((line) => coloured(line.replace(/[\r\t]+$/, '')))
    .join('\n')
    .trimEnd();
}

function coloured(line: string): string {
  if (/^(\+\+\+|---)/.test(line)) return styleText('bold', line);
  if (line.startsWith('+')) return styleText('green', line);
  return line.startsWith('-') ? styleText('red', line) : line;
}
