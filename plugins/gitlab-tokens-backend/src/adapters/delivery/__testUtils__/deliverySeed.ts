import { Seed } from '@gitlab-tokens/gitlab-emulator';
import { CANARIES, SEED } from '../../../__testUtils__/gitlab';

export const NEW = 'glpat-canary-new-1d7c';
export const OTHER = CANARIES.qa;
/** Of the token that is replaced. */
export const OLD = CANARIES.dev;
export const FILE = 'dev.enc.yaml';
export const PATH = 'sops/dev.enc.yaml';
export const PROJECT = 'example-org/portal';

/** The organisation of the tests with the token that is delivered in it. */
export const GITLAB: Seed = {
  ...SEED,
  tokens: [
    ...SEED.tokens!,
    {
      id: 120,
      kind: 'group',
      groupId: 10,
      accessLevel: 30,
      name: 'Backstage (dev)',
      scopes: ['read_api', 'read_repository'],
      value: NEW,
      createdAt: '2026-06-01T11:00:00Z',
      expiresAt: '2026-09-09',
    },
  ],
};
