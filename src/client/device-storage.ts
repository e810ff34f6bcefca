/** How far a part was read, and where; kept on the reader's device and nowhere else. */
export interface Place {
  /** The id of the heading above the line that was read last. */
  readonly heading: string;
  /** From 0, unread, to 1, read to the end. */
  readonly share: number;
}

const READING = 'reading';
/** `HeadScript.astro` reads it, too. */
const THEME = 'theme';

/** The places in all parts, by slug. Empty where the browser keeps nothing. */
export function readPlaces(): Record<string, Place> {
  try {
    return (JSON.parse(localStorage.getItem(READING) ?? '{}') ?? {}) as Record<string, Place>;
  } catch {
    return {};
  }
}

/** The theme that the reader has chosen; undefined where it is the system's. */
export function readTheme(): string | undefined {
  try {
    return localStorage.getItem(THEME) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepTheme(theme: string | undefined): void {
  keep(THEME, theme);
}

/** Keeps a value, or forgets it where it is undefined; does nothing where the browser forbids it. */
function keep(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A private window, or a reader who wants nothing kept.
  }
}

export function keepPlace(slug: string, place: Place): void {
  keep(READING, JSON.stringify({ ...readPlaces(), [slug]: place }));
}

export function forgetPlaces(): void {
  keep(READING, undefined);
}
