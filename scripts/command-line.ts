import { resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { nearest } from '../src/series/nearest.ts';
import { parseSiteAddress, type SiteAddress } from '../src/series/site-address.ts';
import { site } from '../src/site.ts';

/** What an option takes: nothing, any text, or one of some choices. */
export interface OptionRule {
  readonly type: 'boolean' | 'string';
  readonly choices?: readonly string[];
}

export type Options = Readonly<Record<string, OptionRule>>;

/** The options that were given, by name. */
export type Given<O extends Options> = {
  readonly [Name in keyof O]?: O[Name]['type'] extends 'boolean' ? boolean : string;
};

/** A command: how it is called, what it takes, and what it does. */
export interface Command<O extends Options> {
  /** As an author calls it: `npm run check`. */
  readonly name: string;
  readonly help: string;
  readonly options: O;
  /** How many arguments without a name it takes at most; none where this is left out. */
  readonly most?: number;
  /** Does the work, and gives the exit code. */
  readonly run: (given: Given<O>, rest: readonly string[]) => number | Promise<number>;
}

/** What is wrong with how a command was called: it ends with 2, all other errors with 1. */
export class WrongCall extends Error {}

export const ROOT_OPTION = { root: { type: 'string' } } as const;

/** The root of the project that a command is about: `--root`, else the one that it belongs to. */
export function rootOf({ root }: Given<typeof ROOT_OPTION>): string {
  return resolve(root ?? resolve(import.meta.dirname, '..'));
}

/** A value of the environment or the command line; what is wrong with it is a wrong call. */
export function setting<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof Error ? new WrongCall(error.message) : error;
  }
}

/** Where the site is published, as `SITE_URL` and `BASE_PATH` say. */
export function siteSettings(): SiteAddress {
  return setting(() => parseSiteAddress(process.env, site.origin));
}

/** Runs a command with the arguments of this process, and ends the process where it fails. */
export async function runCommand<const O extends Options>(command: Command<O>): Promise<void> {
  // Astro sends anonymous usage data unless told not to; nobody's machine sends anything.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // What the shell has run: Astro would write it into the code that makes pages, and all would be made again.
  delete process.env['_'];
  // Who reads no further, as `head` does, has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    const { given, rest } = readArguments(process.argv.slice(2), command);
    if (given === 'help') say(command.help.trimEnd());
    else process.exitCode = await command.run(given, rest);
  } catch (error) {
    const isWrongCall = error instanceof WrongCall;
    const advice = isWrongCall ? `\n\n\`${command.name} -- --help\` says what it takes.` : '';
    process.stderr.write(`${wordsOf(error)}${advice}\n`, () => process.exit(isWrongCall ? 2 : 1));
  }
}

/** An error's message, and what it was made from where it has none: some of Astro's have a title only. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message !== '') return error.message;
  const title = 'title' in error ? String(error.title) : error.name;
  return error.cause === undefined ? title : `${title} ${wordsOf(error.cause)}`;
}

/**
 * Reads arguments: what is unknown, too much, or without its value is refused in words, with the
 * nearest that there is. `help` where it is asked for, whatever else is said.
 */
export function readArguments<const O extends Options>(
  args: readonly string[],
  { name, options, most = 0 }: Pick<Command<O>, 'name' | 'options' | 'most'>,
): { readonly given: Given<O> | 'help'; readonly rest: readonly string[] } {
  const all = { ...options, help: { type: 'boolean' } } as const satisfies Options;
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: { ...all, help: { type: 'boolean', short: 'h' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  if (values['help'] === true) return { given: 'help', rest: [] };
  for (const token of tokens) {
    if (token.kind === 'option') checkOption(token, all);
  }
  const extra = positionals[most];
  if (extra !== undefined) throw new WrongCall(tooMuch(extra, name, { options: all, most }));
  return { given: values as Given<O>, rest: positionals };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkOption({ name, rawName, value, inlineValue }: OptionToken, options: Options): void {
  const rule = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!rule) {
    const near = nearest(name, Object.keys(options));
    const known = Object.keys(options).map((option) => `\`--${option}\``);
    throw new WrongCall(
      `There is no option \`${rawName}\`${near === undefined ? `; there are ${known.join(', ')}.` : `; did you mean \`--${near}\`?`}`,
    );
  }
  if (rule.type === 'boolean') {
    if (value === undefined) return;
    throw new WrongCall(`\`${rawName}\` takes no value, and was given \`${value}\`.`);
  }
  const isMissing = value === undefined || value === '' || (!inlineValue && value.startsWith('-'));
  if (isMissing) throw new WrongCall(`\`${rawName}\` needs a value after it.`);
  if (rule.choices) chosen(value, rule.choices, `\`${rawName}\` must be`);
}

/** One of some choices; any other value is refused in words, which begin with `subject`. */
export function chosen<Choice extends string>(
  value: string,
  choices: readonly Choice[],
  subject: string,
): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  const near = nearest(value, choices);
  const listed = choices.map((candidate) => `\`${candidate}\``).join(', ');
  throw new WrongCall(
    `${subject} one of ${listed}, not \`${value}\`${near === undefined ? '.' : `; did you mean \`${near}\`?`}`,
  );
}

function tooMuch(extra: string, name: string, { options, most }: { options: Options; most: number }): string {
  const near = nearest(extra.replace(/^-*/, ''), Object.keys(options));
  const meant = near === undefined ? '' : ` Did you mean \`--${near}\`?`;
  const count = most === 0 ? 'no arguments' : most === 1 ? 'one argument' : `${most} arguments`;
  return `\`${name}\` takes ${count} besides its options; \`${extra}\` is too much.${meant}`;
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Whether a stream shows colours: a terminal does, unless NO_COLOR or FORCE_COLOR say otherwise. */
export function hasColours(stream: NodeJS.WriteStream): boolean {
  return styleText('bold', 'x', { stream }) !== 'x';
}
