/**
 * Reads the number of a port, as in `PORT`; undefined for an empty text.
 * Throws an Error that says what is wrong with it, by the name of where it was given.
 */
export function parsePort(text: string | undefined, givenAs: string): number | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return undefined;
  const port = /^\d{1,5}$/.test(trimmed) ? Number(trimmed) : 0;
  if (port < 1 || port > 65_535) {
    throw new Error(`${givenAs} is \`${trimmed}\`; it must be a number from 1 to 65535, such as \`4321\`.`);
  }
  return port;
}
