/** How often it is asked whether npm is still there, in milliseconds. */
const INTERVAL = 500;

/**
 * Ends this process once what started it is gone. Who ends `npm start` by the id of its process ends
 * npm and its shell alone: neither passes a signal on to this process, which would keep its port.
 */
export function endWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, INTERVAL).unref();
}
