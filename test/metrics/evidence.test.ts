import { describe, expect, it } from 'vitest';
import { EVIDENCE_KEYS } from '../../src/metrics/evidence.ts';

describe('evidence keys', () => {
  it('can be message names in every browser', () => {
    expect(EVIDENCE_KEYS.length).toBeGreaterThan(0);
    for (const key of EVIDENCE_KEYS) expect(key).toMatch(/^evidence_[a-z0-9_]+$/);
  });
});
