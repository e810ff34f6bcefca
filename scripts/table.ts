import stringWidth from 'string-width';

/** A column of a table: its heading, and whether it has numbers, which stand at the right. */
export interface Column {
  readonly heading: string;
  readonly isNumber?: boolean;
}

/** A table of text, as wide as it must be; letters of every script have the width that terminals give them. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const all = [columns.map(({ heading }) => heading), ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => stringWidth(row[at] ?? ''))));
  return all.map((row) =>
    columns
      .map(({ isNumber }, at) => {
        const text = row[at] ?? '';
        const space = ' '.repeat((widths[at] ?? 0) - stringWidth(text));
        return isNumber ? space + text : text + space;
      })
      .join('  ')
      .trimEnd(),
  );
}
