/** Whether pages that were visited can be read without a network: see `offline` in `src/site.ts`. */
export type OfflineMode = 'on' | 'off' | 'kill';

const MODES: readonly OfflineMode[] = ['on', 'off', 'kill'];

/** Reads `OFFLINE`, which wins over what the site says; `on` where neither does. Throws an Error that says what it may be. */
export function parseOfflineMode(
  environment: { readonly OFFLINE?: string | undefined },
  fallback: OfflineMode = 'on',
): OfflineMode {
  const text = environment.OFFLINE?.trim() || fallback;
  const mode = MODES.find((one) => one === text);
  if (!mode) throw new Error(`OFFLINE is \`${text}\`; it must be \`on\`, \`off\` or \`kill\`.`);
  return mode;
}
