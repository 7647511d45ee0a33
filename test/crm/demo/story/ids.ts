const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** An 18-character Salesforce id: prefix, a made-up instance, a number, and the platform's own checksum. */
export function salesforceId(prefix: string, n: number): string {
  const id = `${prefix}gK00000${(n * 61 + 30_011).toString(36).padStart(5, '0')}`.slice(0, 15);
  const checksum = [0, 5, 10].map((from) => {
    const upper = [...id.slice(from, from + 5)].map((c, i) => (/[A-Z]/.test(c) ? 1 << i : 0));
    return LETTERS[upper.reduce((a, b) => a + b, 0)];
  });
  return id + checksum.join('');
}

const base = {
  contact: 86_150_400_000,
  company: 21_900_100_000,
  deal: 34_710_200_000,
  activity: 70_300_500_000,
  user: 61_200_000,
};

export const hubspotId = (kind: keyof typeof base, n: number): string => String(base[kind] + n * 337 + 51);
