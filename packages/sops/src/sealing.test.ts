import {
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import fc from 'fast-check';
import {
  AgeIdentities,
  isLocked,
  MAX_SECRET_BYTES,
  openSopsText,
  sealForRecipients,
  sealingRecipients,
  unseal,
  type SopsMetadata,
} from '.';
import {
  errorOf,
  exampleIdentities,
  exampleKey,
  exampleText,
} from './__fixtures__/example';

const secret = 'glpat-canary-sealed';
const ours = { identities: exampleIdentities() };
const recipient = /age1\w+/.exec(exampleText)![0];

async function otherKey(generate = generateX25519Identity) {
  const identity = await generate();
  const identities = AgeIdentities.parse(identity, 'other.txt');
  return { identities, recipient: await identityToRecipient(identity) };
}

describe('a secret sealed for the recipients of a file', () => {
  it('is opened by their keys', async () => {
    const { metadata } = await openSopsText(exampleText, ours);
    const recipients = sealingRecipients(metadata);
    expect(recipients).toEqual([recipient]);
    const sealed = await sealForRecipients(secret, recipients);
    expect(sealed).toMatch(
      /^-----BEGIN AGE ENCRYPTED FILE-----\n[^]*\n-----END AGE ENCRYPTED FILE-----\n?$/,
    );
    expect(sealed).not.toContain('canary');
    expect(await unseal(sealed, ours)).toBe(secret);
    expect(await sealForRecipients(secret, recipients)).not.toBe(sealed);
  });

  it('is opened by any one of several, of both kinds', async () => {
    const others = [await otherKey(), await otherKey(generateHybridIdentity)];
    const sealed = await sealForRecipients(secret, [
      recipient,
      ...others.map(other => other.recipient),
      recipient,
    ]);
    for (const { identities } of [ours, ...others]) {
      expect(await unseal(sealed, { identities })).toBe(secret);
    }
  });

  it('comes back as it was, whatever text it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async text => {
        const sealed = await sealForRecipients(text, [recipient]);
        expect(await unseal(sealed, ours)).toBe(text);
      }),
      { numRuns: 20 },
    );
    const largest = 'x'.repeat(MAX_SECRET_BYTES);
    const sealed = await sealForRecipients(largest, [recipient]);
    expect(await unseal(sealed, ours)).toBe(largest);
  });

  it('stays shut for other keys, and says where it looked', async () => {
    const sealed = await sealForRecipients(secret, [recipient]);
    const { identities } = await otherKey();
    const error = await errorOf(unseal(sealed, { identities }));
    expect(error.code).toBe('WRONG_KEY');
    expect(isLocked(error)).toBe(true);
    expect(error.message).toContain('other.txt: 1 key');
    const none = AgeIdentities.parse('', 'SOPS_AGE_KEY');
    const missing = await errorOf(unseal(sealed, { identities: none }));
    expect(missing.code).toBe('NO_KEY');
    expect(isLocked(missing)).toBe(true);
  });

  it('is refused when anything of it was changed', async () => {
    const sealed = await sealForRecipients(secret, [recipient]);
    const lines = sealed.trim().split('\n');
    const bytes = Buffer.from(lines.slice(1, -1).join(''), 'base64');
    const armored = (data: Buffer) =>
      [
        lines[0],
        ...data.toString('base64').match(/.{1,64}/g)!,
        lines.at(-1),
        '',
      ].join('\n');
    expect(await unseal(armored(bytes), ours)).toBe(secret);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] ^= 1;
      const error = await errorOf(unseal(armored(changed), ours));
      // In the line that is for our key, it may look like one for another.
      expect(['SEALED_TEXT_INVALID', 'WRONG_KEY']).toContain(error.code);
    }
    for (const text of [
      '',
      'x',
      'x'.repeat(1_000_000),
      sealed.slice(0, -60),
      armored(bytes.subarray(0, -1)),
    ]) {
      const error = await errorOf(unseal(text, ours));
      expect(error.code).toBe('SEALED_TEXT_INVALID');
      expect(isLocked(error)).toBe(false);
    }
  });
});

describe('sealing is refused', () => {
  it.each([
    ['for nobody', [], 'NO_SEALING_RECIPIENT'],
    ['for an ssh key', [recipient, 'ssh-ed25519 AAAA'], 'NO_SEALING_RECIPIENT'],
    ['for a plugin', ['age1yubikey1qqqq'], 'NO_SEALING_RECIPIENT'],
    [
      'for a private key',
      [exampleKey.match(/AGE-SECRET.*/)![0]],
      'NO_SEALING_RECIPIENT',
    ],
    [
      'for a mistyped key',
      [recipient.replace(/.$/, 'q')],
      'NO_SEALING_RECIPIENT',
    ],
  ] as const)('%s', async (_who, recipients, code) => {
    const error = await errorOf(sealForRecipients(secret, recipients));
    expect(error.code).toBe(code);
    expect(isLocked(error)).toBe(false);
  });

  it('for what is larger than a secret', async () => {
    const text = 'ü'.repeat(MAX_SECRET_BYTES / 2 + 1);
    const error = await errorOf(sealForRecipients(text, [recipient]));
    expect(error.code).toBe('SECRET_TOO_LARGE');
  });

  it('for so many recipients that nobody could open it again', async () => {
    const recipients = await Promise.all(
      Array.from({ length: 210 }, async () =>
        identityToRecipient(await generateHybridIdentity()),
      ),
    );
    const large = 'x'.repeat(MAX_SECRET_BYTES);
    const error = await errorOf(sealForRecipients(large, recipients));
    expect(error.code).toBe('SECRET_TOO_LARGE');
    expect(error.message).toContain('so many recipients');
  }, 60_000);
});

describe('the recipients of a file to seal for', () => {
  const metadata = (more: Partial<SopsMetadata>): SopsMetadata => ({
    version: '3.12.2',
    lastModified: '2026-01-02T03:04:05Z',
    rule: { kind: 'encrypted_regex', pattern: '^token$' },
    macOnlyEncrypted: false,
    shamirThreshold: 1,
    recipients: [
      { kind: 'age', name: recipient, keyGroup: 0 },
      { kind: 'age', name: 'ssh-ed25519 AAAA', keyGroup: 0 },
      { kind: 'age', name: 'age1yubikey1qqqq', keyGroup: 0 },
      {
        kind: 'pgp',
        name: 'FBC7B9E2A4F9289AC0C1D4843D16CEE4A27381B4',
        keyGroup: 0,
      },
    ],
    ...more,
  });

  it('are those with an age key', () => {
    expect(sealingRecipients(metadata({}))).toEqual([recipient]);
    expect(sealingRecipients(metadata({ recipients: [] }))).toEqual([]);
  });

  it('are none where no key opens the file alone', () => {
    expect(sealingRecipients(metadata({ shamirThreshold: 2 }))).toEqual([]);
  });
});
