import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { takeBuildTurn } from '../../../src/integrations/build-turn.ts';

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'turn-')), 'cache');

test('whoever comes second waits until the first ends, and says so once', async () => {
  const folder = newFolder();
  const order: string[] = [];
  const first = await takeBuildTurn(folder, () => order.push('first waits'));
  const waits = vi.waitUntil(() => order.includes('second waits'));
  const second = takeBuildTurn(folder, () => order.push('second waits')).then((turn) => {
    order.push('second begins');
    return turn;
  });
  await waits;
  order.push('first ends');
  first.end();
  (await second).end();
  expect(order).toEqual(['second waits', 'first ends', 'second begins']);
});

test('in another folder nobody waits', async () => {
  const onWait = vi.fn();
  const turns = [await takeBuildTurn(newFolder(), onWait), await takeBuildTurn(newFolder(), onWait)];
  for (const turn of turns) turn.end();
  expect(onWait).not.toHaveBeenCalled();
});

test('where no file can be made, or the file is another one, nobody waits', async () => {
  const onWait = vi.fn();
  const folder = newFolder();
  writeFileSync(folder, 'a file where the folder should be');
  (await takeBuildTurn(folder, onWait)).end();
  const damaged = mkdtempSync(join(tmpdir(), 'turn-'));
  writeFileSync(join(damaged, 'turn.db'), 'this is no database, and longer than a page '.repeat(100));
  (await takeBuildTurn(damaged, onWait)).end();
  expect(onWait).not.toHaveBeenCalled();
});
