/** Pixels; what draws text takes the same. */
export const FONT_SIZE = 15;
export const LINE_HEIGHT = 20;

/** A label longer than this goes on in another line, where it has a space. */
const WIDEST = 210;

/** The lines of a label, and the room that they take. */
export interface DiagramLabel {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Reads a label as Mermaid has it: `<br>` ends a line, `#quot;` and `&amp;` are characters. */
export function diagramLabel(typed: string): DiagramLabel {
  const lines = typed
    .trim()
    .split(/\s*<br\s*\/?>\s*|\\n/i)
    .flatMap((line) => wrapped(unescaped(line)));
  const isEmpty = lines.every((line) => line === '');
  if (isEmpty) return { lines: [], width: 0, height: 0 };
  return { lines, width: Math.max(...lines.map(textWidth)), height: lines.length * LINE_HEIGHT };
}

const CHARACTERS: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: '\u00A0',
};

function unescaped(text: string): string {
  return text.replace(/[#&]#?(\w+);/g, (typed, name: string) => {
    if (/^\d{1,6}$/.test(name)) return String.fromCodePoint(Number(name));
    return CHARACTERS[name] ?? typed;
  });
}

function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(/[ \t]+/)) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer) > WIDEST) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60\p{Extended_Pictographic}]/u;
const NARROW = /[iIjl.,:;'|!()[\]{}frt/\\ -]/;
const BROAD = /[mwMW@%]/;

/** About as wide as the widest of the faces that readers have would set it. */
function textWidth(text: string): number {
  const ems = [...text].map((letter) => {
    if (/\p{M}/u.test(letter)) return 0;
    if (/\p{Extended_Pictographic}/u.test(letter) && !/[\d#*]/.test(letter)) return 1.3;
    if (WIDE.test(letter)) return 1.02;
    if (NARROW.test(letter)) return 0.36;
    if (BROAD.test(letter)) return 0.9;
    return /[\p{Lu}\d]/u.test(letter) ? 0.68 : 0.58;
  });
  return ems.reduce<number>((sum, width) => sum + width, 0) * FONT_SIZE;
}
