import type { Grammar } from 'shiki';
import { EncodedTokenMetadata, INITIAL, type StateStackImpl } from 'shiki/textmate';

/** A piece of a line of code, and its class; undefined where it is plain text. */
interface CodePiece {
  readonly text: string;
  readonly className: string | undefined;
}

export type CodeLine = readonly CodePiece[];

/** Plain text. */
export function plainLines(code: string): CodeLine[] {
  return linesOf(code).map(plainLine);
}

function linesOf(code: string): string[] {
  return code.split(/\r?\n/);
}

function plainLine(text: string): CodeLine {
  return text === '' ? [] : [{ text, className: undefined }];
}

/** In characters: from here on it is data or minified, and a word of 20,000 would take half a minute. */
export const LONGEST_LINE = 2000;

/**
 * How many characters of a language are remembered, in pieces of code that had a new line and in the names of states. The
 * strings of its lines keep the whole of a piece in memory, and dense code takes forty bytes a character.
 */
const REMEMBERED = 1_000_000;

/** What a grammar is in between two lines, such as a text of several lines, and the lines that were read there. */
interface State {
  readonly number: number;
  readonly stack: StateStackImpl;
  readonly lines: Map<string, ReadLine>;
}

interface ReadLine {
  readonly line: CodeLine;
  readonly next: State;
}

/**
 * Reads code line by line, as Shiki does. The same lines stand in most pieces of code of a series, if only the
 * empty ones, those of a bracket, and imports: what a grammar says of a line in one of its states is remembered. What
 * is read depends on nothing that was read before.
 */
export class CodeReader {
  readonly #grammar: Grammar;
  /** By the numbers that the theme gives its colours. */
  readonly #classes: readonly (string | undefined)[];
  #states = new Map<string, State>();
  #stateOf = new WeakMap<StateStackImpl, State>();
  #remembered = 0;

  constructor(grammar: Grammar, classes: readonly (string | undefined)[]) {
    this.#grammar = grammar;
    this.#classes = classes;
  }

  read(code: string): CodeLine[] {
    if (this.#remembered > REMEMBERED) this.#forget();
    let state = this.#at(INITIAL as StateStackImpl);
    let isNew = false;
    const lines = linesOf(code).map((text) => {
      if (text === '' || text.length >= LONGEST_LINE) return plainLine(text);
      const known = state.lines.get(text);
      isNew ||= known === undefined;
      const { line, next } = known ?? this.#readLine(text, state);
      state = next;
      return line;
    });
    if (isNew) this.#remembered += code.length;
    return lines;
  }

  #readLine(text: string, { stack, lines }: State): ReadLine {
    // With a limit of time, a busy machine would leave the rest of a line without its colours.
    const { tokens, ruleStack } = this.#grammar.tokenizeLine2(text, stack, 0);
    const read = { line: this.#piecesOf(text, tokens), next: this.#at(ruleStack as StateStackImpl) };
    lines.set(text, read);
    return read;
  }

  /** `tokens` are pairs: where a piece begins, and what is known of it. White space goes with what follows it. */
  #piecesOf(line: string, tokens: Uint32Array): CodeLine {
    const pieces: { text: string; className: string | undefined }[] = [];
    let from = 0;
    for (let at = 0; at < tokens.length; at += 2) {
      const end = tokens[at + 2] ?? line.length;
      const text = line.slice(from, end);
      if (end < line.length && text.trim() === '') continue;
      const className = this.#classes[EncodedTokenMetadata.getForeground(tokens[at + 1] ?? 0)];
      const last = pieces.at(-1);
      if (last?.className === className && last) last.text += text;
      else if (text) pieces.push({ text, className });
      from = end;
    }
    return pieces;
  }

  /**
   * The state of a stack, the same for all stacks that hold the same: a grammar makes a new one where it enters a state in
   * which it was before. `equals` of stacks does not tell all apart: it leaves out whether a rule has taken the end of
   * a line.
   */
  #at(stack: StateStackImpl): State {
    const known = this.#stateOf.get(stack);
    if (known) return known;
    const outer = stack.parent ? this.#at(stack.parent).number : -1;
    const key = `${outer} ${JSON.stringify(stack.toStateStackFrame())}`;
    const state = this.#states.get(key) ?? this.#begin(key, stack);
    this.#stateOf.set(stack, state);
    return state;
  }

  #begin(key: string, stack: StateStackImpl): State {
    const state: State = { number: this.#states.size, stack, lines: new Map() };
    this.#states.set(key, state);
    this.#remembered += key.length;
    return state;
  }

  #forget(): void {
    this.#states = new Map();
    this.#stateOf = new WeakMap();
    this.#remembered = 0;
  }
}
