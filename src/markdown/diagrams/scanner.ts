/** What is wrong in one statement; readers of statements throw it, and it is caught for each line. */
export class DiagramMistake extends Error {
  readonly hint: string;
  /** Counted from 0, within the statement. */
  readonly column: number;

  constructor(message: string, hint: string, column = 0) {
    super(message);
    this.hint = hint;
    this.column = column;
  }
}

/** Reads a statement piece by piece. */
export class DiagramScanner {
  readonly #text: string;
  #column = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get column(): number {
    return this.#column;
  }

  get rest(): string {
    return this.#text.slice(this.#column);
  }

  get isAtEnd(): boolean {
    return this.rest.trim() === '';
  }

  /** Takes what a pattern that begins with `^` finds here, spaces before it left out. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const space = /^\s*/.exec(this.rest)?.[0].length ?? 0;
    const found = pattern.exec(this.#text.slice(this.#column + space));
    if (!found) return undefined;
    this.#column += space + found[0].length;
    return found;
  }

  /** A mistake at the next piece. */
  mistake(message: (piece: string) => string, hint: string): DiagramMistake {
    const space = /^\s*/.exec(this.rest)?.[0].length ?? 0;
    const [piece = ''] = this.rest.trim().split(/\s/);
    const shown = piece === '' ? 'the end of the line' : `\`${piece}\``;
    return new DiagramMistake(message(shown), hint, this.#column + (piece === '' ? 0 : space));
  }
}
