import { expect, test } from 'vitest';
import { lostFrom, readLedger, recorded, withoutEntry, writeLedger } from '../../../src/series/ledger.ts';
import { addresses, fc } from '../../support/properties.ts';

const anchors = fc.uniqueArray(addresses, { maxLength: 4 });
const ledgers = fc
  .uniqueArray(fc.tuple(addresses, anchors), { maxLength: 6, selector: ([address]) => address })
  .map((entries) => new Map(entries));

const sorted = (ledger: ReadonlyMap<string, readonly string[]>) =>
  new Map([...ledger].map(([address, list]) => [address, list.toSorted()]));

test('any ledger is read as it was written', () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const text = writeLedger(ledger);
      expect(readLedger(text)).toEqual(sorted(ledger));
      expect(writeLedger(readLedger(text))).toBe(text);
    }),
  );
});

test('its text does not depend on the order in which it came', () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const reversed = new Map([...ledger].reverse().map(([address, list]) => [address, list.toReversed()]));
      expect(writeLedger(reversed)).toBe(writeLedger(ledger));
    }),
  );
});

test('nothing that is recorded is lost, and nothing that was is forgotten', () => {
  fc.assert(
    fc.property(ledgers, ledgers, (before, now) => {
      const { ledger, added } = recorded(before, now);
      expect(lostFrom(before, ledger)).toEqual([]);
      expect(lostFrom(now, ledger)).toEqual([]);
      expect(recorded(ledger, now)).toEqual({ ledger, added: [] });
      if (added.length === 0) expect(sorted(ledger)).toEqual(sorted(before));
    }),
  );
});

test('an address is taken out alone', () => {
  const plain = fc.stringMatching(/^[a-z/.]{0,5}$/);
  const plainLedgers = fc
    .dictionary(plain, fc.constant([]))
    .map((entries) => new Map(Object.entries(entries)));
  fc.assert(
    fc.property(plainLedgers, plain, (ledger, address) => {
      const without = withoutEntry(ledger, address);
      if (!ledger.has(address)) return without === undefined;
      expect(without).toEqual(new Map([...ledger].filter(([other]) => other !== address)));
      return true;
    }),
  );
});
