import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import fc from 'fast-check';
import { inspect } from 'util';
import {
  isMaskable,
  VariableGateway,
  VariablePlace,
} from '../../ports/VariableGateway';
import {
  access,
  DEVELOPER,
  failureOf,
  ORGANISATION,
  OWNER,
  quickConnector,
  STRANGER,
  UNKNOWN_OUTCOMES,
  useGitlab,
} from './__testUtils__/conversation';

const OPTIONS = { masked: true, protected: true, raw: true };
const OLD = Secret.of('glpat-canary-old-value-1');
const NEW = Secret.of('glpat-canary-new-$value-2');

const project: VariablePlace = {
  type: 'project',
  path: 'example-org/portal',
  key: 'GITLAB_TOKEN',
  environmentScope: 'production',
};
const PLACES: [string, VariablePlace][] = [
  ['a project', project],
  ['a project, by its id', { ...project, path: '20' }],
  ['a group', { ...project, type: 'group', path: 'example-org' }],
];

describe('RestVariableGateway', () => {
  const connector = quickConnector();
  const gitlab = useGitlab(ORGANISATION);

  const as = (credential: string) =>
    connector.connectVariables(...access(gitlab(), credential));

  async function valueAt(place: VariablePlace) {
    const stored = await as(OWNER).show(place);
    return stored?.value?.reveal();
  }

  it.each(PLACES)(
    'makes, shows and changes a variable of %s',
    async (_, at) => {
      const gateway = as(OWNER);
      expect(await gateway.show(at)).toBeUndefined();

      await gateway.create(at, OLD, OPTIONS);
      const made = await gateway.show(at);
      expect(made).toMatchObject({ ...OPTIONS, hidden: false });
      expect(made?.value?.equals(OLD)).toBe(true);
      expect(inspect(made, { depth: 10, showHidden: true })).not.toMatch(
        /canary/,
      );

      await gateway.update(at, NEW, {
        masked: false,
        protected: false,
        raw: false,
      });
      const changed = await gateway.show(at);
      expect(changed).toMatchObject({
        masked: false,
        protected: false,
        raw: false,
        hidden: false,
      });
      expect(changed?.value?.equals(NEW)).toBe(true);
    },
  );

  it('keeps variables of the same key and other scopes apart', async () => {
    const gateway = as(OWNER);
    const everywhere = { ...project, environmentScope: '*' };
    const other = { ...project, environmentScope: 'review/*' };
    await gateway.create(project, OLD, OPTIONS);
    await gateway.create(everywhere, OLD, OPTIONS);
    await gateway.update(project, NEW, OPTIONS);

    expect(await valueAt(project)).toBe(NEW.reveal());
    expect(await valueAt(everywhere)).toBe(OLD.reveal());
    expect(await gateway.show(other)).toBeUndefined();
  });

  it('makes hidden variables, whose value nobody is shown again', async () => {
    const gateway = as(OWNER);
    const options = { ...OPTIONS, masked: false };
    await gateway.create(project, OLD, { ...options, hidden: true });
    const hidden = { ...OPTIONS, hidden: true, value: null };
    expect(await gateway.show(project)).toEqual(hidden);

    await gateway.update(project, NEW, OPTIONS);
    expect(await gateway.show(project)).toEqual(hidden);
    const [{ value }] = gitlab().state().variables ?? [];
    expect(value).toBe(NEW.reveal());

    const error = await failureOf(gateway.update(project, NEW, options));
    expect(error.code).toBe('GATEWAY_INVALID_REQUEST');
    expect(error.message).toMatch(/has to stay masked/);
  });

  describe.each<[string, (gateway: VariableGateway) => Promise<void>]>([
    [
      'making one',
      gateway => gateway.create({ ...project, key: 'OTHER' }, NEW, OPTIONS),
    ],
    ['changing one', gateway => gateway.update(project, NEW, OPTIONS)],
  ])('%s', (_, write) => {
    beforeEach(async () => {
      await as(OWNER).create(project, OLD, OPTIONS);
      await gitlab().clearRequests();
    });

    it.each(UNKNOWN_OUTCOMES)(
      'is sent once, and unknown after %j',
      async fault => {
        await gitlab().addFault({ times: 0, fault });
        const error = await failureOf(write(as(OWNER)));
        expect(error.code).toBe('GATEWAY_AMBIGUOUS');
        expect(gitlab().requests()).toHaveLength(1);
      },
    );

    it('is sent once, and not done, where GitLab asks to wait', async () => {
      const fault = { kind: 'status', status: 429 } as const;
      await gitlab().addFault({ times: 0, fault });
      const error = await failureOf(write(as(OWNER)));
      expect(error.code).toBe('GATEWAY_RATE_LIMITED');
      expect(gitlab().requests()).toHaveLength(1);
    });

    it('shows no value where something echoes the request', async () => {
      const body = JSON.stringify({ message: { value: [NEW.reveal()] } });
      await gitlab().addFault({ fault: { kind: 'status', status: 400, body } });
      const error = await failureOf(write(as(OWNER)));
      expect(error.code).toBe('GATEWAY_INVALID_REQUEST');
    });

    it('is forbidden to a developer', async () => {
      const error = await failureOf(write(as(DEVELOPER)));
      expect(error.code).toBe('GATEWAY_FORBIDDEN');
    });
  });

  it('reads again after a passing fault', async () => {
    await as(OWNER).create(project, OLD, OPTIONS);
    await gitlab().addFault({ times: 2, fault: { kind: 'drop-after' } });
    expect(await valueAt(project)).toBe(OLD.reveal());
  });

  it('does not take a project that it cannot see for one without the variable', async () => {
    const error = await failureOf(as(STRANGER).show(project));
    expect(error.code).toBe('GATEWAY_NOT_FOUND');
    expect(error.message).toMatch(/the project does not exist/);
    const group = PLACES[2][1];
    const other = await failureOf(as(STRANGER).show(group));
    expect(other.code).toBe('GATEWAY_NOT_FOUND');
  });

  it('tells apart what is there already and what is nowhere', async () => {
    const gateway = as(OWNER);
    const missing = await failureOf(gateway.update(project, NEW, OPTIONS));
    expect(missing.code).toBe('GATEWAY_NOT_FOUND');
    await gateway.create(project, OLD, OPTIONS);
    const there = await failureOf(gateway.create(project, NEW, OPTIONS));
    expect(there.code).toBe('GATEWAY_CONFLICT');
  });

  it.each(['.', '..'])('sends nothing for a key that is "%s"', async key => {
    const error = await failureOf(
      as(OWNER).update({ ...project, key }, NEW, OPTIONS),
    );
    expect(error.code).toBe('GATEWAY_INVALID_REQUEST');
    expect(gitlab().requests()).toEqual([]);
  });

  it('knows beforehand which values GitLab can mask', async () => {
    const gateway = as(OWNER);
    const character = fc.constantFrom(...'aZ9_+=/@:.~-$ \t\n!ä€');
    const value = fc.string({ unit: character, minLength: 6, maxLength: 10 });
    let masked = 0;
    let count = 0;
    await fc.assert(
      fc.asyncProperty(value, fc.boolean(), async (text, raw) => {
        const at = { ...project, key: `KEY_${(count += 1)}` };
        const options = { ...OPTIONS, raw };
        const outcome = await gateway.create(at, Secret.of(text), options).then(
          () => 'masked',
          ({ message }) => message,
        );
        const isMasked = isMaskable(text, raw);
        expect(outcome).toMatch(
          isMasked ? /^masked$/ : /the value cannot be masked/,
        );
        masked += isMasked ? 1 : 0;
      }),
      {
        numRuns: 100,
        examples: [
          ['glpat-1234.01.abcdefghi', false],
          ['eight$$$', true],
          ['eight$$$', false],
          ['seven77', true],
        ],
      },
    );
    expect(masked).toBeGreaterThan(1);
  });
});
