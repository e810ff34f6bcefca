import * as z from 'zod';
import { type Day, parseDay } from './day.ts';
import type { FrontMatter } from './article.ts';
import { FRONT_MATTER_KEYS, type FrontMatterKey } from './front-matter-keys.ts';
import { isLanguage } from './language.ts';
import { nearest } from './nearest.ts';
import type { Finding } from './problem.ts';

// Astro's own YAML parser makes a Date of an unquoted date; ours leaves it as text.
const day = z
  .preprocess(
    (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
    z.custom<Day>(
      (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && parseDay(value) === value,
    ),
  )
  // What an editor is told of it, which knows no more than JSON Schema.
  .meta({ type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const text = z.string().trim().min(1);

function withoutSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}

/** A path below the site, of segments that every host and every configuration takes as they are. */
function isAlias(path: string): boolean {
  return path.split('/').every((segment) => /^[\p{L}\p{M}\p{N}_~-][\p{L}\p{M}\p{N}_.~-]*$/u.test(segment));
}

/** The front matter of an article: every key is optional, no other key is allowed. */
export const frontMatterSchema = z.strictObject({
  title: text.optional(),
  date: day.optional(),
  updated: day.optional(),
  description: text.optional(),
  image: text.optional(),
  draft: z.boolean().optional(),
  upcoming: z.array(text).optional(),
  lang: text.refine(isLanguage).optional(),
  aliases: z.array(text.transform(withoutSlashes).refine(isAlias)).optional(),
});

/** What an item of a list must be. */
const ITEM: Readonly<Partial<Record<FrontMatterKey, string>>> = {
  upcoming: 'a text',
  aliases: 'an address below the site, of letters, digits, `-`, `_`, `.` and `/`',
};

/** A finding and the path to the key or value that it is about. */
export interface FrontMatterFinding extends Finding {
  readonly path: readonly (string | number)[];
  readonly about: 'key' | 'value';
}

export interface ReadFrontMatter {
  /** The values that are as they should be; the others are left out. */
  readonly values: FrontMatter;
  readonly findings: readonly FrontMatterFinding[];
}

/** Checks the values that a YAML parser read; `undefined` and `null` stand for no front matter. */
export function readFrontMatter(data: unknown): ReadFrontMatter {
  if (data === undefined || data === null) return { values: {}, findings: [] };
  const parsed = frontMatterSchema.safeParse(data);
  if (parsed.success) return { values: parsed.data, findings: [] };
  const findings = parsed.error.issues.flatMap((issue) => describe(issue, data));
  const wrong = new Set(findings.map(({ path: [key] }) => key));
  if (!isRecord(data)) return { values: {}, findings };
  const right = Object.entries(data).filter(([key]) => !wrong.has(key));
  return { values: frontMatterSchema.parse(Object.fromEntries(right)), findings };
}

function describe(issue: z.core.$ZodIssue, data: unknown): FrontMatterFinding[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map(unknownKey);
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const [key] = path;
  if (!isKey(key)) {
    const message = 'The front matter is not a list of keys and values.';
    return [
      {
        rule: 'front-matter-syntax',
        path: [],
        about: 'value',
        message,
        hint: 'Write one `key: value` a line.',
      },
    ];
  }
  const value = path.reduce<unknown>(
    (at, step) => (isRecord(at) || Array.isArray(at) ? Reflect.get(at, step) : at),
    data,
  );
  const { what, example } = FRONT_MATTER_KEYS[key];
  const isEmpty = value === null || value === undefined || value === '';
  const kind = key === 'draft' && typeof value === 'string' ? 'the text ' : '';
  const is = isEmpty ? 'has no value' : `is ${kind}${quote(value)}`;
  const message = `\`${path.join('.')}\` ${is}; it must be ${path.length > 1 ? ITEM[key] : what}.`;
  const hint = `Write it as \`${exampleFor(value, example)}\`.`;
  return [{ rule: 'front-matter-value', path, about: 'value', message, hint }];
}

function unknownKey(key: string): FrontMatterFinding {
  const near = nearest(key, Object.keys(FRONT_MATTER_KEYS));
  const known = Object.keys(FRONT_MATTER_KEYS).map((name) => `\`${name}\``);
  const hint = near === undefined ? `The keys are ${known.join(', ')}.` : `Did you mean \`${near}\`?`;
  return {
    rule: 'front-matter-key',
    path: [key],
    about: 'key',
    message: `There is no key \`${key}\`.`,
    hint,
  };
}

/** A date that is only written in another way is suggested as it should be. */
function exampleFor(value: unknown, example: string): string {
  const meant = typeof value === 'string' ? parseDay(value.trim()) : undefined;
  const isDate = example.endsWith('2024-08-21');
  if (isDate && meant && meant !== 'impossible') return example.replace('2024-08-21', meant);
  if (/^(title|description)/.test(example) && /^(number|boolean)$/.test(typeof value))
    return example.replace(/".*"/, `"${String(value)}"`);
  const isNo = typeof value === 'string' && /^(false|no|off)$/i.test(value.trim());
  return isNo ? example.replace('draft: true', 'draft: false') : example;
}

function quote(value: unknown): string {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return `\`${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}\``;
}

function isKey(key: unknown): key is FrontMatterKey {
  return typeof key === 'string' && Object.hasOwn(FRONT_MATTER_KEYS, key);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
