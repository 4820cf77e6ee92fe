import { TokenKind } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { tokenRefText } from '../plugins/gitlab-tokens-backend/src/domain/TokenRef';
import { ListedInventoryToken } from '../plugins/gitlab-tokens-backend/src/ports/InventoryWriter';

const words = [
  ...['deploy', 'ci', 'renovate', 'backstage', 'registry', 'terraform'],
  ...['nuget', 'composer', 'release', 'runner', 'sync', 'mirror', 'sonar'],
  ...['argo', 'helm', 'docs', 'nightly', 'import', 'export', 'audit'],
];
const areas = ['payments', 'search', 'checkout', 'identity', 'mobile', 'data'];
const teams = ['core', 'api', 'jobs', 'portal', 'tools', 'infra', 'lab'];
const scopes = ['api', 'read_api', 'read_repository', 'read_registry'];
const roles = ['developer', 'maintainer', 'reporter'] as const;

const day = 24 * 60 * 60 * 1000;

/** The same numbers every time. */
function createRandom() {
  let state = 42;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** An organisation with so many tokens, twenty to an owner; sixty of them are named after a legacy gateway. */
export function* someTokens(
  size: number,
): Generator<ListedInventoryToken['token']> {
  const random = createRandom();
  const pick = <T>(values: readonly T[]) => values[random(values.length)];
  const daysAfter = (date: string, days: number) =>
    new Date(Date.parse(date) + random(days) * day).toISOString();
  const hexadecimal = () =>
    Array.from({ length: 32 }, () => random(16).toString(16)).join('');
  for (let index = 0; index < size; index++) {
    const id = 1 + random(Math.ceil(size / 20));
    const isLegacy = index % (size / 60) < 1;
    const type = id % 5 === 0 && !isLegacy ? 'group' : 'project';
    const place = `example-org/${areas[id % 6]}/${teams[id % 7]}`;
    const isDeploy = random(3) === 0 && !isLegacy;
    const kind: TokenKind = isDeploy ? `${type}-deploy` : type;
    const home =
      type === 'group'
        ? { kind: kind as 'group', groupId: id }
        : { kind: kind as 'project', projectId: id };
    yield {
      ref: tokenRefText('dev', { ...home, id: index }),
      environment: 'dev',
      kind,
      owner: { type, id, path: `${place}${type === 'group' ? '-' : '/'}${id}` },
      tokenId: index,
      name: isLegacy
        ? `legacy gateway ${index}`
        : `${pick(words)} ${pick(words)} ${index}`,
      description:
        random(2) === 0 ? null : `used by ${pick(words)} of ${pick(areas)}`,
      scopes: [pick(scopes)],
      role: isDeploy ? null : pick(roles),
      state: random(10) === 0 ? 'revoked' : 'active',
      userId: isDeploy ? null : 1_000 + index,
      username: isDeploy
        ? `gitlab+deploy-token-${index}`
        : `${type}_${id}_bot_${hexadecimal()}`,
      createdAt: isDeploy ? null : daysAfter('2025-06-01', 365),
      expiresAt:
        random(10) === 0 ? null : daysAfter('2026-04-01', 400).slice(0, 10),
      lastUsedAt:
        isDeploy || random(4) === 0 ? null : daysAfter('2026-01-01', 150),
    };
  }
}
