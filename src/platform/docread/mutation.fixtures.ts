/** The same random numbers in each run, so that a failure can be seen again (Lehmer's generator). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
}

/** Numbers at which programs break: ends of ranges, signs, marks of chains. */
const AWKWARD = [
  '00',
  'ff',
  '7f',
  '80',
  '0000',
  'ffff',
  '00000000',
  'ffffffff',
  'ffffff7f',
  'feffffff',
  '01000080',
];

/** A copy with one to three changes: bytes altered, awkward numbers set, stretches cut out or doubled. */
export function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  let copy = Buffer.from(bytes);
  for (let changes = 1 + (random() % 3); changes > 0; changes--) {
    const at = random() % copy.length;
    const end = Math.min(copy.length, at + 1 + (random() % 64));
    switch (random() % 6) {
      case 0:
      case 1:
        copy[at] = random() & 0xff;
        break;
      case 2:
      case 3: {
        const number = Buffer.from(AWKWARD[random() % AWKWARD.length] ?? '', 'hex');
        number.copy(copy, Math.min(at, Math.max(0, copy.length - number.length)));
        break;
      }
      case 4:
        copy = Buffer.concat([copy.subarray(0, at), copy.subarray(end)]);
        break;
      case 5:
        copy = Buffer.concat([copy.subarray(0, end), copy.subarray(at)]);
        break;
    }
    if (copy.length === 0) return copy;
  }
  return copy;
}
