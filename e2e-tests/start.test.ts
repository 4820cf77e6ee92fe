import { once } from 'node:events';
import net from 'node:net';
import { expect, test } from '@playwright/test';
import { StartedPortal, listeningPorts } from './StartedPortal';

test('a port that is taken is named, with what it is for, and nothing is started', async () => {
  const squatter = net.createServer().listen(7007, '127.0.0.1');
  await once(squatter, 'listening');
  try {
    const portal = new StartedPortal();
    expect(await portal.exited).toBe(1);
    expect(portal.output).toContain(
      'Port 7007, which the backend needs, is taken',
    );
    expect(await listeningPorts()).toEqual([7007]);
  } finally {
    squatter.close();
  }
});

test('a backend that cannot start ends everything, with the reason', async () => {
  const portal = new StartedPortal({
    environment: {
      APP_CONFIG_gitlabTokens_environments_dev_policy_warnDays: 'many',
    },
  });
  expect(await portal.exited).toBe(1);
  expect(portal.output).toContain('The backend cannot start');
  expect(portal.output).toContain(
    'gitlabTokens.environments.dev.policy.warnDays',
  );
  expect(await listeningPorts()).toEqual([]);
});

test('an option that does not exist is refused, with the ones that do', async () => {
  const portal = new StartedPortal({ args: ['--restart'] });
  expect(await portal.exited).toBe(1);
  expect(portal.output).toContain('--reset');
});
