import type { Html } from 'mdast';
import { Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Found } from '../series/article.ts';
import type { Finding, Place } from '../series/problem.ts';
import { DEEPEST, TOO_DEEP } from './nesting.ts';
import { placeIn } from './html-elements.ts';
import { isHtmlElement, needsEndTag } from './html-names.ts';

interface OpenElement {
  readonly name: string;
  readonly place: Place;
}

/**
 * Follows the tags of an article's raw HTML, piece by piece in the order of the text: tells names
 * that HTML does not have, and what is opened and never closed. Browsers say nothing about either,
 * but hide words, or take the rest of the page into an element.
 */
export class HtmlTags {
  readonly #source: string;
  readonly #found: Found[] = [];
  #open: OpenElement[] = [];
  #isTooDeep = false;

  constructor(source: string) {
    this.#source = source;
  }

  /** Returns whether the elements can be read: those that stand too deep are told, once. */
  read(node: Html): boolean {
    const ignore = () => undefined;
    const tokenizer = new Tokenizer(
      { sourceCodeLocationInfo: true },
      {
        onStartTag: (tag) => {
          const from = locationOf(tag).startOffset + 1;
          const typed = node.value.slice(from, from + tag.tagName.length);
          this.#start(tag, typed, this.#place(node, tag));
          // What stands in these is no HTML.
          if (tag.tagName === 'script') tokenizer.state = TokenizerMode.SCRIPT_DATA;
          if (tag.tagName === 'style') tokenizer.state = TokenizerMode.RAWTEXT;
        },
        onEndTag: ({ tagName }) => {
          this.#end(tagName);
        },
        onComment: (comment) => {
          const { startOffset } = locationOf(comment);
          const isClosed = node.value.includes('-->', startOffset);
          const isComment = node.value.startsWith('<!--', startOffset);
          if (isComment && !isClosed) this.#tell(UNCLOSED_COMMENT, this.#place(node, comment));
        },
        onDoctype: ignore,
        onEof: ignore,
        onCharacter: ignore,
        onNullCharacter: ignore,
        onWhitespaceCharacter: ignore,
      },
    );
    tokenizer.write(node.value, true);
    return !this.#isTooDeep;
  }

  /** What was found, once all of the article has been read. */
  found(): readonly Found[] {
    return [...this.#found, ...this.#open.map(({ name, place }) => ({ finding: unclosed(name), place }))];
  }

  #start({ tagName, selfClosing }: Token.TagToken, typed: string, place: Place): void {
    if (this.#isTooDeep) return;
    const isForeign = this.#open.some(({ name }) => name === 'svg' || name === 'math');
    if (!isForeign && !isHtmlElement(tagName)) {
      this.#tell(unknown(typed), place);
      return;
    }
    if (needsEndTag(tagName) && !(isForeign && selfClosing)) this.#open.push({ name: tagName, place });
    if (this.#open.length <= DEEPEST) return;
    this.#isTooDeep = true;
    this.#open = [];
    this.#tell(TOO_DEEP, place);
  }

  /** Ends the innermost element of a name, and with it those inside that are still open. */
  #end(tagName: string): void {
    const index = this.#open.findLastIndex(({ name }) => name === tagName);
    if (index < 0) return;
    for (const { name, place } of this.#open.slice(index + 1)) this.#tell(unclosed(name), place);
    this.#open = this.#open.slice(0, index);
  }

  #tell(finding: Finding, place: Place): void {
    this.#found.push({ finding, place });
  }

  #place(node: Html, token: LocatedToken): Place {
    const { startLine, startCol } = locationOf(token);
    return placeIn(node, this.#source, { line: startLine, column: startCol });
  }
}

type LocatedToken = Token.TagToken | Token.CommentToken;

/** Where a token stands in its piece of HTML. */
function locationOf({ location }: LocatedToken): typeof BEGINNING {
  return location ?? BEGINNING;
}

const BEGINNING = { startLine: 1, startCol: 1, startOffset: 0 };

function unknown(name: string): Finding {
  return {
    rule: 'unknown-element',
    message: `\`<${name}>\` is no element of HTML, and would not be shown.`,
    hint: 'Remove it; or, if it is text, put it between backticks. A component needs an `.mdx` file.',
  };
}

function unclosed(name: string): Finding {
  return {
    rule: 'unclosed-element',
    message: `\`<${name}>\` is never closed, and so takes in what follows.`,
    hint: `Write \`</${name}>\` where it ends; or, if it is text, put it between backticks.`,
  };
}

const UNCLOSED_COMMENT: Finding = {
  rule: 'unclosed-element',
  message: 'The comment is never closed, and so hides the rest of the article.',
  hint: 'Write `-->` where it ends.',
};
