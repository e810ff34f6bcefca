/** Another has the file. */
export const BUSY = 5;

/** Why SQLite refused, without what an extended code adds: https://www.sqlite.org/rescode.html. Undefined for other errors. */
export function resultCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
}
