import { mockServices } from '@backstage/backend-test-utils';
import { Owner } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  aBroker,
  anEnvironment,
  aNewOperation,
  anInspection,
} from '../__testUtils__/builders';
import { EnvironmentSettings } from '../domain/EnvironmentSettings';
import { Operation } from '../domain/Operation';
import { LookAgain } from './LookAgain';

const DEV = anEnvironment();

function revoked(owner: Owner, tokenKind: Operation['tokenKind'] = 'group') {
  const base = aNewOperation({ kind: 'revoke', tokenKind });
  const oldToken = {
    ...{ tokenId: 101, kind: tokenKind, name: 'CI', owner },
    ...{ expiresAt: null, lastUsedAt: null },
  };
  const plan = { ...base.plan, newToken: null, oldToken };
  return { ...base, plan, environment: 'dev', step: 'done' } as Operation;
}

function group(id: number): Owner {
  return { type: 'group', id, path: `group-${id}` };
}

/** Takes down what is looked at, and lets every look take a while. */
function watch(fail?: Error) {
  const looks: string[] = [];
  const look = async (what: string) => {
    looks.push(what);
    await new Promise(resolve => setImmediate(resolve));
  };
  const logger = mockServices.logger.mock();
  const lookAgain = new LookAgain({
    environments: [DEV],
    inspector: {
      async inspectAnew() {
        await look('credential');
        return anInspection();
      },
    },
    brokers: {
      async refresh() {
        await look('broker');
        if (fail) {
          throw fail;
        }
        return aBroker();
      },
    },
    refresher: {
      async refreshOwners(_: EnvironmentSettings, owners: Owner[]) {
        for (const { path } of owners) {
          await look(`tokens of ${path}`);
        }
      },
      refreshEnvironment: () => look('all tokens'),
    },
    logger,
  });
  return { lookAgain, looks, logger };
}

describe('LookAgain', () => {
  it('looks once at what hundreds of operations have changed meanwhile', async () => {
    const { lookAgain, looks } = watch();
    await Promise.all(
      Array.from({ length: 300 }, (_, number) =>
        lookAgain.after(revoked(group(number % 2))),
      ),
    );
    expect(looks.sort()).toEqual([
      ...['broker', 'broker', 'credential', 'credential'],
      ...['tokens of group-0', 'tokens of group-0', 'tokens of group-1'],
    ]);
  });

  it('looks after each operation that ends when nobody looks', async () => {
    const { lookAgain, looks } = watch();
    await lookAgain.after(revoked(group(1)));
    await lookAgain.after(revoked(group(1)));
    expect(looks).toHaveLength(6);
  });

  it('lists everything after the end of a token whose group is not known', async () => {
    const { lookAgain, looks } = watch();
    const account: Owner = { type: 'user', id: 3, path: 'deployer' };
    await lookAgain.after(revoked(account, 'service-account'));
    expect(looks).toContain('all tokens');
  });

  it('says what failed, and looks at the rest', async () => {
    const { lookAgain, looks, logger } = watch(new Error('no database'));
    await lookAgain.after(revoked(group(1)));
    expect(looks).toContain('tokens of group-1');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/changed in dev .*no database/),
    );
  });

  it('leaves environments alone that are not configured any more', async () => {
    const { lookAgain, looks } = watch();
    const gone = { ...revoked(group(1)), environment: 'qa' };
    await lookAgain.after(gone);
    expect(looks).toEqual([]);
  });
});
