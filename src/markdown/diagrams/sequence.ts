import { type DiagramLabel, diagramLabel } from './label.ts';
import type { DiagramLine } from './lines.ts';
import { DiagramMistake, DiagramScanner } from './scanner.ts';

export interface Participant {
  readonly id: string;
  readonly label: DiagramLabel;
}

/** What happens, from top to bottom. */
export type SequenceStep =
  | {
      readonly type: 'message';
      readonly from: string;
      readonly to: string;
      readonly isDashed: boolean;
      readonly head: 'none' | 'filled' | 'open' | 'cross';
      readonly label: DiagramLabel;
    }
  | {
      readonly type: 'note';
      readonly side: 'left' | 'right' | 'over';
      readonly first: string;
      readonly last: string;
      readonly label: DiagramLabel;
    }
  | { readonly type: 'frame' | 'part'; readonly word: string; readonly label: DiagramLabel }
  | { readonly type: 'end' };

export interface Sequence {
  readonly kind: 'sequence';
  readonly participants: readonly Participant[];
  readonly steps: readonly SequenceStep[];
}

export const SEQUENCE = /^sequenceDiagram(?=\s|$)/;

/** The words that divide a frame. */
const PARTS: Readonly<Record<string, string>> = { alt: 'else', par: 'and', critical: 'option' };

const NAME = String.raw`[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_ ]*[\p{L}\p{M}\p{N}_])?`;
const PARTICIPANT = new RegExp(`^(?:participant|actor)\\s+(${NAME}?)(?:\\s+as\\s+(.+))?$`, 'u');
const MESSAGE = new RegExp(
  String.raw`^(${NAME})\s*(-?-(?:>>|>|x|\)))\s*([+-]?)\s*(${NAME})\s*:\s*(.*)$`,
  'u',
);
const NOTE = new RegExp(
  String.raw`^note\s+(left of|right of|over)\s+(${NAME})(?:\s*,\s*(${NAME}))?\s*:\s*(.+)$`,
  'iu',
);

/** Takes in the statements of a sequence diagram one by one; each throws the first mistake in it. */
export class SequenceReader {
  readonly #participants = new Map<string, Participant>();
  readonly #steps: SequenceStep[] = [];
  readonly #open: { readonly word: string; readonly at: DiagramLine }[] = [];
  #isNumbered = false;
  #number = 0;

  statement(at: DiagramLine): void {
    const { text } = at;
    const [, word = '', words = ''] = /^(\w+)(?:\s+(.*))?$/.exec(text) ?? [];
    const [, id, label] = PARTICIPANT.exec(text) ?? [];
    const message = MESSAGE.exec(text);
    const note = NOTE.exec(text);
    if (id !== undefined) this.#participant(id, label);
    else if (text === 'autonumber') this.#isNumbered = true;
    else if (note) this.#note(note);
    else if (message) this.#message(message);
    else if (/^(?:loop|alt|opt|par|critical|break)$/.test(word)) {
      this.#open.push({ word, at });
      this.#steps.push({ type: 'frame', word, label: diagramLabel(words) });
    } else if (/^(?:else|and|option)$/.test(word)) this.#part(word, words);
    else if (text !== 'end') throw unknown(text);
    else if (this.#open.pop()) this.#steps.push({ type: 'end' });
    else throw new DiagramMistake('There is nothing that ends here.', 'Remove it.');
  }

  /** A frame that is never closed is a mistake of the line that opens it. */
  unclosed(): DiagramLine | undefined {
    return this.#open.at(-1)?.at;
  }

  sequence(): Sequence {
    return { kind: 'sequence', participants: [...this.#participants.values()], steps: this.#steps };
  }

  #participant(id: string, label = id): void {
    this.#participants.set(id, { id, label: diagramLabel(label) });
  }

  #known(id: string): string {
    if (!this.#participants.has(id)) this.#participant(id);
    return id;
  }

  #message([, from = '', arrow = '', activation = '', to = '', text = '']: readonly string[]): void {
    if (activation !== '') throw new DiagramMistake('Bars of activity are not drawn.', NO_BARS);
    const number = this.#isNumbered ? `${++this.#number}. ` : '';
    this.#steps.push({
      type: 'message',
      from: this.#known(from),
      to: this.#known(to),
      isDashed: arrow.startsWith('--'),
      head: headOf(arrow),
      label: diagramLabel(number + text),
    });
  }

  #note([, side = '', first = '', last = first, text = '']: readonly (string | undefined)[]): void {
    const [where] = side.toLowerCase().split(' ');
    this.#steps.push({
      type: 'note',
      side: where === 'left' || where === 'right' ? where : 'over',
      first: this.#known(first),
      last: this.#known(last),
      label: diagramLabel(text),
    });
  }

  #part(word: string, words: string): void {
    const frame = Object.keys(PARTS).find((name) => PARTS[name] === word);
    if (this.#open.at(-1)?.word !== frame)
      throw new DiagramMistake(
        `\`${word}\` stands in no \`${frame ?? ''}\`.`,
        `Write \`${frame ?? ''}\` before it.`,
      );
    this.#steps.push({ type: 'part', word, label: diagramLabel(words) });
  }
}

function headOf(arrow: string): Extract<SequenceStep, { type: 'message' }>['head'] {
  if (arrow.endsWith('>>')) return 'filled';
  if (arrow.endsWith('x')) return 'cross';
  return arrow.endsWith(')') ? 'open' : 'none';
}

const NO_BARS = 'Remove the `+` or `-` after the arrow, and lines with `activate`.';

/** Says what a line lacks that is none of the statements. */
function unknown(text: string): DiagramMistake {
  if (/^(?:de)?activate\s/.test(text)) return new DiagramMistake('Bars of activity are not drawn.', NO_BARS);
  const scanner = new DiagramScanner(text);
  const from = scanner.take(new RegExp(`^${NAME}`, 'u'));
  const arrow = from && scanner.take(/^-?-(?:>>|>|x|\))/);
  const to = arrow && scanner.take(new RegExp(`^${NAME}`, 'u'));
  if (to)
    return scanner.mistake((piece) => `A text must stand here, not ${piece}.`, 'Write `A->>B: Some text`.');
  if (arrow) return scanner.mistake((piece) => `A participant must stand here, not ${piece}.`, STATEMENTS);
  return new DiagramMistake(`\`${text}\` is no step of a sequence.`, STATEMENTS);
}

const STATEMENTS =
  'There are `participant A as Name`, `A->>B: text`, `A-->>B: text`, `Note over A,B: text`, and `loop`, `alt`, `opt`, `par` up to `end`.';
