import { type DefaultTreeAdapterMap, InsertionMode, type Parser, Token, Tokenizer } from 'parse5';

/** Ends what is taken as it is written. */
const TEXT_END = /[<&\0\r\uD800-\uDFFF]/g;
const VALUE_END = /["&\0\r\uD800-\uDFFF]/g;
const RETURN = 0x0d;

/** Where a space within a text goes where the text goes; elsewhere, as between frames, it may not. */
const WITH_TEXT: ReadonlySet<InsertionMode> = new Set([
  InsertionMode.IN_BODY,
  InsertionMode.IN_CELL,
  InsertionMode.TEXT,
]);

/**
 * Reads what parse5 reads letter by letter in runs: texts up to their next tag, quoted values, names. It gives
 * the same tree, of which it does not know where anything stood in the text, nor what was wrong there.
 */
export class RunTokenizer extends Tokenizer {
  readonly #parser: Parser<DefaultTreeAdapterMap>;

  constructor(parser: Parser<DefaultTreeAdapterMap>) {
    super(parser.options, parser);
    this.#parser = parser;
  }

  protected override _stateData(letter: number): void {
    super._stateData(letter);
    this.#extendText();
  }

  protected override _stateRcdata(letter: number): void {
    super._stateRcdata(letter);
    this.#extendText();
  }

  protected override _stateRawtext(letter: number): void {
    super._stateRawtext(letter);
    this.#extendText();
  }

  protected override _stateScriptData(letter: number): void {
    super._stateScriptData(letter);
    this.#extendText();
  }

  protected override _stateAttributeValueDoubleQuoted(letter: number): void {
    super._stateAttributeValueDoubleQuoted(letter);
    this.#extendTo(VALUE_END);
  }

  protected override _stateTagName(letter: number): void {
    const { currentToken } = this;
    const isName = isSmall(letter) && currentToken && 'tagName' in currentToken;
    if (isName) currentToken.tagName += this.#name();
    else super._stateTagName(letter);
  }

  protected override _stateAttributeName(letter: number): void {
    if (isSmall(letter)) this.currentAttr.name += this.#name();
    else super._stateAttributeName(letter);
  }

  /** Spaces at the beginning of a text are not always part of it: they are read one by one. */
  #extendText(): void {
    const isText = this.currentCharacterToken?.type === Token.TokenType.CHARACTER;
    if (isText && WITH_TEXT.has(this.#parser.insertionMode)) this.#extendTo(TEXT_END);
  }

  /** Takes what follows the letter that was just taken, if one was. */
  #extendTo(end: RegExp): void {
    const { preprocessor } = this;
    const { html, pos } = preprocessor;
    // Behind a return, the end of a line is none of its own.
    if (this.runEnd !== pos + 1 || html.charCodeAt(pos) === RETURN) return;
    end.lastIndex = this.runEnd;
    this.runEnd = end.test(html) ? end.lastIndex - 1 : html.length;
    preprocessor.pos = this.runEnd - 1;
  }

  /** What follows of a name that needs no change. */
  #name(): string {
    const { preprocessor } = this;
    const { html, pos } = preprocessor;
    let end = pos + 1;
    while (isSmall(html.charCodeAt(end))) end++;
    preprocessor.pos = end - 1;
    return html.slice(pos, end);
  }
}

/** Whether it is a letter from a to z. */
function isSmall(letter: number): boolean {
  return letter >= 0x61 && letter <= 0x7a;
}
