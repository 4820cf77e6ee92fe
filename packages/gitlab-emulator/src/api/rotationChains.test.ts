import fc from 'fast-check';
import { GitlabEmulator, startGitlabEmulator } from '../startGitlabEmulator';
import { Client } from '../testing/emulator';
import { aToken } from '../testing/seeds';

const START = Date.parse('2026-06-01T00:00:00Z');
const DAY = 86_400_000;

/** What is to be true of one token. */
interface Known {
  readonly id: number;
  readonly value: string;
  readonly lastDay: number;
  readonly previous: Known | null;
  revoked: boolean;
}

/** The rules of rotation in a few lines, apart from how the emulator does it. */
class Model {
  today = 0;
  readonly tokens: Known[] = [];

  pick(index: number): Known {
    return this.tokens[index % this.tokens.length];
  }

  isActive({ revoked, lastDay }: Known): boolean {
    return !revoked && lastDay > this.today;
  }

  descendsFrom(token: Known, ancestor: Known): boolean {
    return (
      token.previous !== null &&
      (token.previous === ancestor ||
        this.descendsFrom(token.previous, ancestor))
    );
  }

  /** A dead token was presented in order to rotate. */
  reuse(used: Known): void {
    if (used.lastDay > this.today) {
      this.tokens
        .filter(token => this.descendsFrom(token, used))
        .filter(token => this.isActive(token))
        .forEach(token => {
          token.revoked = true;
        });
    }
  }
}

interface Real {
  readonly emulator: GitlabEmulator;
  as(value: string): Client;
}

type Step = fc.AsyncCommand<Model, Real>;

const hasTokens = ({ tokens }: Readonly<Model>) => tokens.length > 0;

function add(model: Model, json: unknown, previous: Known | null): void {
  const { id, token, expires_at: end } = json as Record<string, string>;
  const lastDay = (Date.parse(end) - START) / DAY;
  model.tokens.push({
    id: Number(id),
    value: token,
    lastDay,
    previous,
    revoked: false,
  });
}

const create = (days: number): Step => ({
  check: () => true,
  async run(model, { as }) {
    const end = new Date(START + (model.today + days) * DAY).toISOString();
    const { status, json } = await as('glpat-root').send(
      'POST',
      '/users/1/personal_access_tokens',
      {
        body: JSON.stringify({
          name: 'n',
          scopes: ['api'],
          expires_at: end.slice(0, 10),
        }),
      },
    );
    expect(status).toBe(201);
    add(model, json, null);
  },
  toString: () => `create for ${days} days`,
});

const rotate = (index: number): Step => ({
  check: hasTokens,
  async run(model, { as }) {
    const token = model.pick(index);
    const path = `/personal_access_tokens/${token.id}/rotate`;
    const { status, json } = await as('glpat-root').send('POST', path);
    expect(status).toBe(token.revoked ? 400 : 200);
    if (!token.revoked) {
      token.revoked = true;
      add(model, json, token);
    }
  },
  toString: () => `rotate ${index}`,
});

const rotateSelf = (index: number): Step => ({
  check: hasTokens,
  async run(model, { as }) {
    const token = model.pick(index);
    const path = '/personal_access_tokens/self/rotate';
    const { status, json } = await as(token.value).send('POST', path);
    expect(status).toBe(model.isActive(token) ? 200 : 401);
    if (model.isActive(token)) {
      token.revoked = true;
      add(model, json, token);
    } else {
      model.reuse(token);
    }
  },
  toString: () => `self-rotate ${index}`,
});

const revoke = (index: number): Step => ({
  check: hasTokens,
  async run(model, { as }) {
    const token = model.pick(index);
    const path = `/personal_access_tokens/${token.id}`;
    expect((await as('glpat-root').send('DELETE', path)).status).toBe(204);
    token.revoked = true;
  },
  toString: () => `revoke ${index}`,
});

const use = (index: number): Step => ({
  check: hasTokens,
  async run(model, { as }) {
    const token = model.pick(index);
    const { status } = await as(token.value).get('/user');
    expect(status).toBe(model.isActive(token) ? 200 : 401);
  },
  toString: () => `use ${index}`,
});

const sleep = (days: number): Step => ({
  check: () => true,
  async run(model, { emulator }) {
    model.today += days;
    await emulator.setClock(new Date(START + model.today * DAY));
  },
  toString: () => `sleep ${days} days`,
});

const steps = fc.commands(
  [
    fc.integer({ min: -1, max: 12 }).map(create),
    fc.nat(20).map(rotate),
    fc.nat(20).map(rotateSelf),
    fc.nat(20).map(rotateSelf),
    fc.nat(20).map(revoke),
    fc.nat(20).map(use),
    fc.integer({ min: 1, max: 5 }).map(sleep),
  ],
  { maxCommands: 30 },
);

describe('chains of rotations', () => {
  let emulator: GitlabEmulator;

  beforeAll(async () => {
    emulator = await startGitlabEmulator();
  });

  afterAll(() => emulator.stop());

  it('are what the rules of rotation, reuse and expiry make of them', async () => {
    const setup = async () => {
      await emulator.seed({
        now: new Date(START).toISOString(),
        users: [{ id: 1, username: 'root', admin: true }],
        tokens: [aToken({ id: 1, value: 'glpat-root', expiresAt: null })],
      });
      const as = (value: string) => new Client(`${emulator.url}/api/v4`, value);
      return { model: new Model(), real: { emulator, as } };
    };
    await fc.assert(
      fc.asyncProperty(steps, async commands => {
        let model = new Model();
        await fc.asyncModelRun(async () => {
          const parts = await setup();
          model = parts.model;
          return parts;
        }, commands);
        const kept = emulator
          .state()
          .tokens?.filter(({ id }) => id !== 1)
          .map(({ id, revoked, previousTokenId }) => ({
            id,
            revoked,
            previousTokenId,
          }));
        expect(kept).toEqual(
          model.tokens.map(({ id, revoked, previous }) => ({
            id,
            revoked,
            previousTokenId: previous?.id ?? null,
          })),
        );
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
