import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settled } from '../../../src/integrations/dev-server.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('many calls at once are one, after the last of them', async () => {
  const work = vi.fn(() => Promise.resolve());
  const call = settled(work, () => undefined);
  call();
  await vi.advanceTimersByTimeAsync(50);
  call();
  await vi.advanceTimersByTimeAsync(50);
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(work).toHaveBeenCalledTimes(1);
});

test('work that fails is told, and done again when it is called again', async () => {
  const told: unknown[] = [];
  const work = vi.fn(() => Promise.reject(new Error('gone')));
  const call = settled(work, (error) => told.push(error));
  for (let count = 0; count < 2; count++) {
    call();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(work).toHaveBeenCalledTimes(2);
  expect(told).toHaveLength(2);
});
