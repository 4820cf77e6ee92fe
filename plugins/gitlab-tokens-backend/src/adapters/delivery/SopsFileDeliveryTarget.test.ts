import { InputError } from '@backstage/errors';
import {
  DeliveryContext,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { CANARIES } from '../../__testUtils__/gitlab';
import {
  describeWithSops,
  STRANGERS_RECIPIENT,
  writeSopsFile,
} from '../../__testUtils__/sopsFiles';
import { ConnectGitlab } from '../../ports/GitlabGateway';
import {
  DeliveryWorld,
  expectNoSecret,
  failureOf,
  FAULTS,
  FILE,
  NEW,
  newValue,
  OLD,
  OTHER,
  READS,
  untilDone,
} from './__testUtils__/DeliveryWorld';
import { SopsFileDeliveryTarget } from './SopsFileDeliveryTarget';

jest.setTimeout(60_000);

const DELIVERY = { target: 'sops-file' };

describeWithSops('delivering into the SOPS file', () => {
  const world = new DeliveryWorld();
  beforeAll(() => world.start());
  beforeEach(() => world.reset());
  afterEach(() => {
    delete world.environment.host;
    world.clear();
  });
  afterAll(() => world.stop());

  function target(connect: ConnectGitlab = world.connector.connect) {
    return new SopsFileDeliveryTarget({
      directory: world.directory,
      environments: world.environments(),
      leases: world.leases,
      connect,
      patience: 400,
    });
  }

  /** As the engine has it after planning. */
  async function planned(overrides: Partial<DeliveryContext> = {}) {
    const context = world.context(overrides);
    const check = await target().check(DELIVERY, context);
    expect(check).toMatchObject({ place: FILE, problem: null });
    // It is kept as JSON.
    const evidence = JSON.parse(JSON.stringify(check.evidence));
    return { ...context, evidence };
  }

  const token = () => world.decrypted().integrations.gitlab[0].token;

  it('replaces the token, once, and reads it back', async () => {
    const before = world.decrypted();
    const context = await planned();
    const outcome = { state: 'delivered', place: FILE, url: null };
    expect(await target().deliver(DELIVERY, newValue, context)).toEqual(
      outcome,
    );
    expect(token()).toBe(NEW);
    before.integrations.gitlab[0].token = NEW;
    expect(world.decrypted()).toEqual(before);

    const bytes = world.content();
    expect(bytes).not.toMatch(/canary/);
    expect(await target().deliver(DELIVERY, newValue, context)).toEqual(
      outcome,
    );
    expect(world.content()).toBe(bytes);
    const back = await target().readBack(DELIVERY, context);
    expect(back?.equals(newValue)).toBe(true);
    expect(world.requests()).toEqual([]);
    expect(readdirSync(world.directory)).toEqual([FILE]);
  });

  it.each([
    ['no key for the token', undefined],
    ['an empty token', ''],
  ])('fills in a file that has %s', async (_, empty) => {
    world.write({ token: empty });
    const context = await planned({ replaces: null });
    expect(await target().readBack(DELIVERY, context)).toBeUndefined();
    await target().deliver(DELIVERY, newValue, context);
    expect(token()).toBe(NEW);
  });

  it('writes to the entry of the environment’s host among several', async () => {
    const { host } = new URL(world.gitlab.url);
    const other = {
      host: 'gitlab.example.org',
      apiBaseUrl: 'https://gitlab.example.org/api/v4',
      token: OTHER,
    };
    const [own] = world.decrypted().integrations.gitlab;
    writeSopsFile(world.file, {
      integrations: { gitlab: [other, null, own] },
    });
    world.environment.host = host;
    const context = await planned();
    await target().deliver(DELIVERY, newValue, context);
    expect(world.decrypted().integrations.gitlab).toEqual([
      other,
      null,
      { ...own, token: NEW },
    ]);
    const back = await target().readBack(DELIVERY, context);
    expect(back?.equals(newValue)).toBe(true);
  });

  describe('a file that was changed since the plan', () => {
    it('is left alone if it holds the new token already', async () => {
      const context = await planned();
      world.edit('["integrations"]["gitlab"][0]["token"]', NEW);
      const bytes = world.content();
      await target().deliver(DELIVERY, newValue, context);
      expect(world.content()).toBe(bytes);
    });

    it.each([
      ['the old token still, and another broker', OLD],
      ['a token that GitLab does not know', 'glpat-canary-unknown-0000'],
    ])('gets the new token if it holds %s', async (_, value) => {
      const context = await planned();
      world.write({ token: value, broker: OTHER });
      await target().deliver(DELIVERY, newValue, context);
      expect(token()).toBe(NEW);
    });

    it('gets the new token if it holds none', async () => {
      const context = await planned();
      world.write({});
      await target().deliver(DELIVERY, newValue, context);
      expect(token()).toBe(NEW);
      expect(world.requests()).toEqual([]);
    });

    it('gets the new token if what it holds was revoked', async () => {
      const context = await planned();
      world.edit('["integrations"]["gitlab"][0]["token"]', OTHER);
      await world.ask('DELETE', '/groups/10/access_tokens/102');
      await target().deliver(DELIVERY, newValue, context);
      expect(token()).toBe(NEW);
    });

    it('keeps a valid token of somebody else', async () => {
      const context = await planned();
      world.edit('["integrations"]["gitlab"][0]["token"]', OTHER);
      const bytes = world.content();
      const error = await failureOf(
        target().deliver(DELIVERY, newValue, context),
      );
      expect(error).toMatchObject({
        code: 'TARGET_HOLDS_ANOTHER_TOKEN',
        passing: false,
      });
      expect(error.message).toMatch(/number 102/);
      expect(world.content()).toBe(bytes);
    });

    it.each(FAULTS)('waits for GitLab after %j', async fault => {
      const context = await planned();
      world.edit('["gitlabTokens"]["broker"]["token"]', OTHER);
      await world.gitlab.addFault({ times: READS, fault });
      const bytes = world.content();
      const failures = await untilDone(() => {
        expect(world.content()).toBe(bytes);
        return target().deliver(DELIVERY, newValue, context);
      });
      expect(failures).toBe(1);
      expect(token()).toBe(NEW);
    });

    it('is read again when somebody writes it at that very moment', async () => {
      const context = await planned();
      world.edit('["gitlabTokens"]["broker"]["token"]', OTHER);
      let isEdited = false;
      const connect: ConnectGitlab = (...access) => {
        if (!isEdited) {
          isEdited = true;
          world.edit('["gitlabTokens"]["broker"]["token"]', CANARIES.narrow);
        }
        return world.connector.connect(...access);
      };
      await target(connect).deliver(DELIVERY, newValue, context);
      expect(isEdited).toBe(true);
      expect(world.decrypted()).toMatchObject({
        integrations: { gitlab: [{ token: NEW }] },
        gitlabTokens: { broker: { token: CANARIES.narrow } },
      });
    });

    it('is given up, in passing, when that never ends', async () => {
      const context = await planned();
      world.edit('["gitlabTokens"]["broker"]["token"]', OTHER);
      let edits = 0;
      const connect: ConnectGitlab = (...access) => {
        edits += 1;
        world.edit(
          '["gitlabTokens"]["broker"]["token"]',
          `glpat-canary-${edits}`,
        );
        return world.connector.connect(...access);
      };
      const error = await failureOf(
        target(connect).deliver(DELIVERY, newValue, context),
      );
      expect(error).toMatchObject({ code: 'FILE_CHANGED', passing: true });
      expect(token()).toBe(OLD);
    });
  });

  describe('together with others', () => {
    it('waits for another replica that writes the file', async () => {
      const context = await planned();
      const name = `sops-file ${world.file}`;
      expect(await world.leases.take(name, 'elsewhere', 60_000)).toBe(true);
      const error = await failureOf(
        target().deliver(DELIVERY, newValue, context),
      );
      expect(error).toMatchObject({ code: 'FILE_BUSY', passing: true });
      expect(token()).toBe(OLD);

      const waiting = target().deliver(DELIVERY, newValue, context);
      await world.leases.release(name, 'elsewhere');
      expect(await waiting).toMatchObject({ state: 'delivered' });
      expect(token()).toBe(NEW);
      expect(await world.leases.take(name, 'elsewhere', 1)).toBe(true);
      await world.leases.release(name, 'elsewhere');
    });

    it('stops waiting when it is told to', async () => {
      const context = await planned();
      const name = `sops-file ${world.file}`;
      await world.leases.take(name, 'elsewhere', 60_000);
      const signal = AbortSignal.timeout(20);
      const error = await failureOf(
        target().deliver(DELIVERY, newValue, { ...context, signal }),
      );
      expect(error).toMatchObject({
        code: 'DELIVERY_INTERRUPTED',
        passing: true,
      });
      await world.leases.release(name, 'elsewhere');
    });

    it('lets one of two operations win, and tells the other', async () => {
      const one = await planned({ operationId: 'one' });
      const two = await planned({ operationId: 'two' });
      const outcomes = await Promise.allSettled([
        target().deliver(DELIVERY, newValue, one),
        target().deliver(DELIVERY, Secret.of(OTHER), two),
      ]);
      const [lost] = outcomes.filter(({ status }) => status === 'rejected');
      expect(outcomes.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      const { reason } = lost as PromiseRejectedResult;
      const error = await failureOf(Promise.reject(reason));
      expect(error.code).toBe('TARGET_HOLDS_ANOTHER_TOKEN');
      expect(token()).toBe(outcomes[0].status === 'fulfilled' ? NEW : OTHER);
    });

    it('fails in passing while the database does', async () => {
      const context = await planned();
      const broken = new SopsFileDeliveryTarget({
        directory: world.directory,
        environments: world.environments(),
        leases: {
          take: async () => {
            throw new Error(`insert ${NEW}`);
          },
          release: async () => {},
        },
        connect: world.connector.connect,
      });
      const error = await failureOf(
        broken.deliver(DELIVERY, newValue, context),
      );
      expect(error).toMatchObject({ code: 'DELIVERY_FAILED', passing: true });
    });
  });

  describe('is refused beforehand and afterwards', () => {
    const cases: [string, string, () => void][] = [
      [
        'clear values that anybody may have changed',
        'CLEAR_VALUES_UNPROTECTED',
        () => world.write({ token: OLD }, { mac_only_encrypted: true }),
      ],
      [
        'a file for other keys',
        'WRONG_KEY',
        () => world.write({ token: OLD }, { age: STRANGERS_RECIPIENT }),
      ],
      [
        'a file that was tampered with',
        'MAC_MISMATCH',
        () =>
          writeFileSync(
            world.file,
            world.content().replace(/apiBaseUrl: .*/, 'apiBaseUrl: http://x/'),
          ),
      ],
      [
        'a rule that leaves the token in clear',
        'VALUE_WOULD_BE_CLEAR',
        () => world.write({ token: OLD }, { encrypted_regex: '^other$' }),
      ],
      [
        'a file without the entry',
        'ENTRY_MISSING',
        () => {
          world.environment.host = 'gitlab.example.com';
        },
      ],
    ];

    it.each(cases)('for %s', async (_, code, spoil) => {
      const context = await planned();
      spoil();
      const bytes = readFileSync(world.file);
      const check = await target().check(DELIVERY, context);
      expect(check.problem?.code).toBe(code);
      expectNoSecret(check);

      const error = await failureOf(
        target().deliver(DELIVERY, newValue, context),
      );
      expect(error).toMatchObject({ code, passing: false });
      expect(readFileSync(world.file).equals(bytes)).toBe(true);
    });

    it('for a token that the portal does not run on', async () => {
      const context = world.context({ isCredential: false });
      const { problem } = await target().check(DELIVERY, context);
      expect(problem?.code).toBe('TARGET_UNUSABLE');
      const error = await failureOf(
        target().deliver(DELIVERY, newValue, { ...context, evidence: null }),
      );
      expect(error.code).toBe('TARGET_UNUSABLE');
      expect(token()).toBe(OLD);
    });

    it('for keys that it does not have', async () => {
      const wrong = { ...DELIVERY, path: 'other.yaml' };
      const context = await planned();
      const check = target().check(wrong, context);
      await expect(check).rejects.toThrow(InputError);
      await expect(check).rejects.toThrow(/such key as path/);
      const error = await failureOf(target().deliver(wrong, newValue, context));
      expect(error).toMatchObject({ code: 'TARGET_UNUSABLE', passing: false });
    });
  });
});
