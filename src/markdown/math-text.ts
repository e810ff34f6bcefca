import type { Code, Construct, Effects, State, Token, Tokenizer } from 'micromark-util-types';
import type {} from 'micromark-extension-math';

const DOLLAR = 36;
const BACKTICK = 96;
const BACKSLASH = 92;

/**
 * Formulas in a line of text, by the rule of GitHub and Pandoc, so that money stays text: after the
 * opening `$` stands no white space, before the closing one neither, and no digit follows that. A
 * `\$` in a formula is a dollar. `` $`…`$ `` is a formula, too, and `$$…$$` one that is set apart.
 */
export const mathText: Construct = {
  name: 'mathText',
  tokenize: function (effects, ok, nok) {
    return new MathText(effects, ok, nok).start;
  } satisfies Tokenizer,
  previous(code) {
    // A dollar after a dollar opens nothing, unless the first is escaped.
    return code !== DOLLAR || this.events.at(-1)?.[1].type === 'characterEscape';
  },
};

type Fence = '$' | '$`' | '$$';

class MathText {
  readonly #effects: Effects;
  readonly #ok: State;
  readonly #nok: State;
  #fence: Fence = '$';
  #last: Code = null;
  #sequence: Token | undefined;

  constructor(effects: Effects, ok: State, nok: State) {
    this.#effects = effects;
    this.#ok = ok;
    this.#nok = nok;
  }

  readonly start: State = (code) => {
    this.#effects.enter('mathText');
    this.#effects.enter('mathTextSequence');
    this.#effects.consume(code);
    return this.#opening;
  };

  readonly #opening: State = (code) => {
    if (code === DOLLAR || code === BACKTICK) {
      this.#fence = code === DOLLAR ? '$$' : '$`';
      this.#effects.consume(code);
      return this.#first;
    }
    return this.#first(code);
  };

  readonly #first: State = (code) => {
    if (code === DOLLAR || (this.#fence === '$' && isSpace(code))) return this.#nok(code);
    this.#effects.exit('mathTextSequence');
    return this.#between(code);
  };

  readonly #between: State = (code) => {
    if (code === null) return this.#nok(code);
    if (isLineEnding(code)) {
      this.#effects.enter('lineEnding');
      this.#take(code);
      this.#effects.exit('lineEnding');
      return this.#between;
    }
    if (this.#closes(code)) {
      if (this.#fence === '$' && isSpace(this.#last)) return this.#nok(code);
      this.#sequence = this.#effects.enter('mathTextSequence');
      this.#effects.consume(code);
      return this.#fence === '$' ? this.#end : this.#closing;
    }
    this.#effects.enter('mathTextData');
    return this.#data(code);
  };

  readonly #data: State = (code) => {
    if (code === null || isLineEnding(code) || this.#closes(code)) {
      this.#effects.exit('mathTextData');
      return this.#between(code);
    }
    this.#take(code);
    return code === BACKSLASH ? this.#escaped : this.#data;
  };

  readonly #escaped: State = (code) => {
    if (code !== DOLLAR && code !== BACKSLASH) return this.#data(code);
    this.#take(code);
    return this.#data;
  };

  /** The second sign of a fence that has two; one alone belongs to the formula. */
  readonly #closing: State = (code) => {
    if (code !== DOLLAR) {
      if (this.#sequence) this.#sequence.type = 'mathTextData';
      return this.#data(code);
    }
    this.#effects.consume(code);
    return this.#end;
  };

  readonly #end: State = (code) => {
    if (code === DOLLAR || (this.#fence === '$' && isDigit(code))) return this.#nok(code);
    this.#effects.exit('mathTextSequence');
    this.#effects.exit('mathText');
    return this.#ok(code);
  };

  #closes(code: Code): boolean {
    return code === (this.#fence === '$`' ? BACKTICK : DOLLAR);
  }

  #take(code: Code): void {
    this.#last = code;
    this.#effects.consume(code);
  }
}

/** Micromark has negative codes for tabs and line endings. */
function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === 32 || code === 160;
}

function isLineEnding(code: Code): boolean {
  return code !== null && code < -2;
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}
