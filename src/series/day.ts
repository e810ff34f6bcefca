/** A day of the calendar as `YYYY-MM-DD`, without time or zone. */
export type Day = string & { readonly __day: unique symbol };

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const NUMERIC = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const MONTH_FIRST = /^(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,9})\.?,? (\d{4})$/u;

/**
 * Parses `2024-08-21`, `Aug 21, 2024`, `August 21 2024`, `21 August 2024`.
 * Returns 'impossible' for a date that the calendar does not have, undefined for other text.
 */
export function parseDay(text: string): Day | 'impossible' | undefined {
  const [, year, month, day] = NUMERIC.exec(text) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  const [, monthName, dayOfMonth, inYear] = MONTH_FIRST.exec(text) ?? reorder(DAY_FIRST.exec(text));
  const index = monthIndex(monthName);
  return index === undefined ? undefined : dayOf(Number(inYear), index, Number(dayOfMonth));
}

/** The same day for a reader: `21 August 2024`. */
export function formatDay(day: Day, language: string): string {
  return formatFor(language === 'en' ? 'en-GB' : language).format(new Date(`${day}T00:00:00Z`));
}

/** By locale: making one takes half a millisecond, and each page shows days. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: string): Intl.DateTimeFormat {
  const format =
    formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(locale, format);
  return format;
}

function reorder(match: RegExpExecArray | null): readonly (string | undefined)[] {
  return match ? [match[0], match[2], match[1], match[3]] : [];
}

function monthIndex(name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  const full = new Date(Date.UTC(2000, index)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  const known = index >= 0 && (full.toLowerCase().startsWith(name.toLowerCase()) || /^sept$/i.test(name));
  return known ? index + 1 : undefined;
}

function dayOf(year: number, month: number, day: number): Day | 'impossible' {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
  return real ? (date.toISOString().slice(0, 10) as Day) : 'impossible';
}
