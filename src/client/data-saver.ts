/** Whether the reader asked to load as little as can be. */
export const savesData = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection
  ?.saveData;
